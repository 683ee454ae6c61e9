import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sentence } from '#core/catalogue/finding.ts';
import { aBench, type Bench, clear, importFiles, prepare, put } from './office-bench.ts';

const HEAD = '姓名,工作单位,工种,推荐方式,推荐单位,简要事迹,技能等级';
const row = (name: string, body: string): string =>
  `${name},示例港务有限公司,门机司机,用人单位申报,${body},带徒五人。,高级技师`;

describe('what an import adds to round.md', () => {
  let bench: Bench;
  before(async () => (bench = await aBench('weihai-craftsman/2023')));
  after(() => clear(bench));
  const csv = (...rows: string[]): Promise<string> =>
    put(bench, '名单.csv', [HEAD, ...rows].join('\n').replaceAll('用人单位申报', '个人自荐'));

  it('are new nominating bodies, when somebody says so, and not a character else', async () => {
    const list = await csv(row('卢见山', '甲区总工会'));
    const asked = await prepare(bench, [list]);
    assert.deepEqual(asked.planned.findings.filter(({ code }) => code === 'import-bodies-new').map(sentence), [
      '推荐单位 甲区总工会 不在本届的推荐单位之列。写法没有错的请加 --add-bodies，导入时一并补进 round.md；写错的请在表里改正。',
    ]);
    assert.ok(asked.judged.some(({ code }) => code === 'nominating-body-unknown'));

    const path = join(bench.folder, 'round.md');
    const old = await readFile(path, 'utf8');
    const done = await importFiles(bench, [list], { addBodies: {} });
    assert.deepEqual(done.errors, []);
    assert.ok(!done.judged.some(({ code }) => code === 'nominating-body-unknown'));
    const now = await readFile(path, 'utf8');
    assert.match(now, /\n {2}- \{ name: "甲区总工会" \}\n/);
    assert.equal(now.replace('  - { name: "甲区总工会" }\n', ''), old);
  });

  it('are names that look like none, with who vouched for them', async () => {
    const list = await csv(row('卢见山', '甲区总工会'), row('合计', '甲区总工会'));
    assert.deepEqual(
      (await prepare(bench, [list])).planned.findings.map(({ code }) => code).includes('import-name-placeholder'),
      true,
    );
    const done = await importFiles(bench, [list], { realNames: new Set(['合计']) });
    assert.deepEqual(done.errors, []);
    assert.ok(!done.judged.some(({ code }) => code === 'placeholder-name' || code === 'placeholder-name-vouched'));
    assert.match(
      await readFile(join(bench.folder, 'round.md'), 'utf8'),
      /accepted:\n {2}- code: "placeholder-name-vouched"\n {4}person: /,
    );
  });
});
