import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Arguments } from '#pipeline/commands/command-line.ts';
import type { Options } from '#pipeline/commands/define-command.ts';
import { maskerOf } from '#pipeline/commands/typed-paths.ts';
import { aFolder, run } from '#tests/office.ts';

const mobile = ['138', '1234', '5678'].join('');
const OPTIONS = {
  to: { type: 'string', value: '目标', help: '发布到哪里', multiple: true },
  phone: { type: 'string', value: '电话', help: '办公电话' },
} as const satisfies Options;

describe('what a command says when it is done', () => {
  it('repeats no private value out of a path that was typed, whole or in part, in text and in JSON', () => {
    const shown = maskerOf(
      OPTIONS,
      new Arguments({ to: [`/srv/王某${mobile}/site`, 'b.zip'] }, [`张某 ${mobile}.docx`]),
    );
    assert.equal(shown(`已写出 /srv/王某${mobile}/site/index.html`), '已写出 /srv/王某1*********8/site/index.html');
    assert.equal(shown(`{"to":"王某${mobile}"}`), '{"to":"王某1*********8"}');
    assert.equal(shown('已写出 b.zip'), '已写出 b.zip');
  });

  it('repeats what is no path as it is: an office says its own telephone', () => {
    const shown = maskerOf(OPTIONS, new Arguments({ phone: mobile }, []));
    assert.equal(shown(`联系电话 ${mobile}`), `联系电话 ${mobile}`);
  });

  it('names a folder by what is left of it', async () => {
    const folder = join(await aFolder(), `某某${mobile}`);
    await mkdir(folder);
    await writeFile(join(folder, 'a.txt'), '公示名单');
    const { exit, out, err } = run('export', '--round', 'weihai-craftsman/2023', '--out', join(folder, 'list.csv'));
    assert.equal(exit, 0, err);
    assert.ok(!(out + err).includes(mobile), out + err);
    assert.match(out, /某某1\*{9}8\/list\.csv/);
  });
});
