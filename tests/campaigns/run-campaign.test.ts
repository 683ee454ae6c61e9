import assert from 'node:assert/strict';
import { glob, readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { run } from '#tests/office.ts';
import type { MutantTarget } from './mutants.ts';
import { CAMPAIGNS } from './run-campaign.ts';

describe('the targets of the mutants', () => {
  it('name sources and tests that are there', async () => {
    const targets = JSON.parse(await readFile(new URL('mutants.json', import.meta.url), 'utf8')) as MutantTarget[];
    for (const { name, mutate, tests } of targets)
      for (const pattern of [...mutate, ...tests])
        assert.ok((await Array.fromAsync(glob(pattern.replace(/^!/, '')))).length > 0, `${name}: ${pattern}`);
  });
});

describe('npm run campaign', () => {
  it('lists every campaign there is, with a sentence', async () => {
    const { exit, out, err } = run('campaign');
    assert.deepEqual([exit, err], [0, '']);
    const files = (await readdir(new URL('commands', import.meta.url))).map((name) => name.replace(/\.ts$/, ''));
    const listed = [...out.matchAll(/^ {2}([a-z-]+) +\S.*。$/gm)].map(([, name]) => name);
    assert.deepEqual(listed.toSorted(), files.toSorted());
    assert.match(out, /^供开发者使用，写作 npm run campaign -- 名称 \[选项\]；名称后面加 --help 看它的选项。\n/);
    assert.match(out, /\n {2}weight {7}称量已生成的网页：压缩后的字节数，与 tests\/budgets\.json 的上限对照。\n/);
  });

  it('and for programs', () => {
    const { out } = run('campaign', '--json');
    assert.deepEqual(JSON.parse(out), { campaigns: CAMPAIGNS.map(({ verb, summary }) => ({ name: verb, summary })) });
  });

  it('gives each its own help and options', () => {
    const { exit, out } = run('campaign', 'audit', '--help');
    assert.equal(exit, 0);
    assert.match(out, /^npm run campaign -- audit \[选项\]\n/);
    assert.deepEqual(
      [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name),
      ['leaks', 'clean', 'seed', 'bench', 'json', 'help'],
    );
    assert.deepEqual(run('campaign', 'tamper', '--leaks', '1'), {
      exit: 2,
      out: '',
      err: '没有 --leaks 这个选项。可用的有：--count --seed --json --help。\n用法见：npm run campaign -- tamper --help\n',
    });
  });

  it('runs one with its options', () => {
    const { exit, out } = run('campaign', 'life', '--count', '3', '--seed', '5', '--json');
    assert.equal(exit, 0);
    assert.equal((JSON.parse(out) as { histories: number }).histories, 3);
  });

  it('names those there are when it is given another name', () => {
    const known =
      'content、import、desk-import、limits、audit、life、publish、portable、handbook、tamper、lock、desk、pictures、pdf-readers、paper、sample、sample-media、screens、scale、search、small-build、weight、unihan、mutants';
    assert.deepEqual(run('campaign', 'audit-campaign'), {
      exit: 2,
      out: '',
      err: `没有“audit-campaign”这一项。可用的有：${known}。\n用法见：npm run campaign -- --help\n`,
    });
    assert.deepEqual(JSON.parse(run('campaign', '--json', 'audit').out), {
      error: { code: 'usage', message: '名称要写在选项前面：npm run campaign -- audit [选项]。' },
    });
  });
});
