import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { recordContent } from '#pipeline/build/content-record.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { pruneCommand } from '#pipeline/publish/prune-command.ts';
import { isEvidence, pruneRemote } from '#pipeline/publish/publish-remote.ts';
import type { Rclone } from '#pipeline/publish/rclone.ts';
import { aContent } from '#tests/office.ts';
import { siteOf } from './a-target.ts';

const THERE = ['index.html', 'old.css', 'evidence/ledger.jsonl', 'evidence/checkpoint', 'evidence/key'];

/** A remote that holds these files and notes what it is told to delete. */
function remote(): { run: Rclone; deleted: string[] } {
  const deleted: string[] = [];
  const run: Rclone = async (given) => {
    if (given[0] === 'delete') deleted.push(...(await readFile(given.at(-1) ?? '', 'utf8')).trim().split('\n'));
    return { code: 0, stderr: '', stdout: given[0] === 'lsf' ? `${THERE.join('\n')}\n` : '' };
  };
  return { run, deleted };
}

describe('clearing a remote', () => {
  it('leaves the evidence, of which the site as built knows nothing: without its ledger the history would begin anew', async () => {
    const [site, content] = [await siteOf('甲'), await aContent()];
    await recordContent(content, site);
    const { run, deleted } = remote();
    const given = new Arguments({ to: 'oss:a', site, content, now: '2030-01-01T00:00:00+08:00' }, ['prune']);
    const outcome = await pruneCommand(given, Date.now, run);
    assert.deepEqual([outcome.exit, deleted], [0, ['old.css']]);
  });
  it('takes away evidence alone, where a sealed site has less of it', async () => {
    const { run, deleted } = remote();
    await pruneRemote(run, await siteOf('甲'), 'oss:a', isEvidence);
    assert.deepEqual(deleted, ['evidence/ledger.jsonl', 'evidence/checkpoint', 'evidence/key']);
  });
});
