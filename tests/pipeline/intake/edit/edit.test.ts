import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { carriedOut } from '#pipeline/commands/run-command.ts';
import { editCommand } from '#pipeline/intake/edit/edit-command.ts';
import { aBench, type Bench, clear, filesIn, importFiles, put } from '#tests/pipeline/intake/office-bench.ts';
import { xlsxFile } from '#tests/pipeline/intake/office-files.ts';

const HEAD = ['姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹'];
const ROWS = [
  ['李明', '威海甲船业有限公司', '船体焊工', '技师', '个人自荐', '环翠区总工会', '焊接能手。'],
  ['王芳', '威海乙食品有限公司', '水产品加工工', '高级工', '社团推荐', '威海市食品行业协会', '一刀去骨。'],
];
const [LI, WANG] = ['bbbbbbc', 'bbbbbbd'];

interface Told {
  written: boolean;
  files: string[];
  findings: { code: string; message: string; where: { field?: string } }[];
  person?: { id: string; name: string };
}

describe('a list edited by hand', () => {
  let bench: Bench;
  before(async () => {
    bench = await aBench();
    await importFiles(bench, [await put(bench, '名单.xlsx', xlsxFile([{ name: 'a', rows: [HEAD, ...ROWS] }]))]);
  });
  after(() => clear(bench));

  const edit = async (...words: string[]): Promise<Told & { exit: number; err: string }> => {
    const all = ['--round', bench.round, '--content', bench.content, ...words];
    const { exit, json, text } = await carriedOut(editCommand, all, Date.now);
    return { ...(json as Told), exit, err: text };
  };
  const person = (id: string): Promise<string> => readFile(join(bench.folder, 'candidates', `${id}.md`), 'utf8');
  const roster = async (): Promise<{ orderedBy: string; people: { id: string; employer: string }[] }> =>
    JSON.parse(await readFile(join(bench.folder, 'roster.json'), 'utf8')) as never;

  it('takes a field as a cell of the roster would say it, and leaves the rest to the letter', async () => {
    const before = await person(LI);
    const done = await edit('--person', '李明', '--set', '技能等级=高级技师', '--set', '工作单位=威海丙船业有限公司');
    assert.deepEqual([done.exit, done.written], [0, true]);
    assert.equal(
      await person(LI),
      before.replace('skillLevel: "technician"', 'skillLevel: "senior-technician"').replaceAll('威海甲', '威海丙'),
    );
    assert.deepEqual(
      (await roster()).people.map(({ id, employer }) => [id, employer]),
      [
        [LI, '威海丙船业有限公司'],
        [WANG, '威海乙食品有限公司'],
      ],
    );
  });

  it('refuses what a cell of the roster may not say, with its field, and writes nothing', async () => {
    const before = await filesIn(bench.folder);
    const said = await edit('--person', LI, '--set', '技能等级=特级大师', '--set', '简要事迹=电话13812345678');
    assert.deepEqual(
      said.findings.map(({ code, where }) => [code, where.field]),
      [
        ['import-private-text', '简要事迹'],
        ['import-word-unknown', '技能等级'],
      ],
    );
    assert.equal(said.exit, 1);
    const empty = await edit('--person', LI, '--set', '姓名=');
    assert.deepEqual(
      empty.findings.map(({ message }) => message),
      ['缺少“姓名”。请补上。'],
    );
    assert.deepEqual(await filesIn(bench.folder), before);
  });

  it('keeps a comment that somebody wrote into the file', async () => {
    const path = join(bench.folder, 'candidates', `${WANG}.md`);
    await writeFile(path, (await person(WANG)).replace('trade:', '# 已电话核实\ntrade:'));
    await edit('--person', WANG, '--set', '技能等级=技师');
    assert.match(await person(WANG), /# 已电话核实\ntrade: "水产品加工工"\nskillLevel: "technician"/);
  });

  it('moves people, adds one, and lets one go', async () => {
    assert.equal((await edit('--order', `${WANG}、${LI}`, '--ordered-by', '排名不分先后')).exit, 0);
    assert.deepEqual(
      (await roster()).people.map(({ id }) => id),
      [WANG, LI],
    );
    const short = await edit('--order', WANG);
    assert.match(short.err, /次序里要有名单上的每一个人，每人一次。名单可能刚有改动，请看过现在的名单再排。/);

    const fields =
      ROWS[0]?.map((text, index) => ['--set', `${HEAD[index]}=${index === 0 ? '赵强' : text}`]).flat() ?? [];
    const added = await edit('--add', ...fields);
    assert.deepEqual([added.exit, added.person?.name], [0, '赵强']);
    const id = added.person?.id ?? '';
    assert.deepEqual(
      (await roster()).people.map((one) => one.id),
      [WANG, LI, id],
    );
    assert.equal((await edit('--remove', '赵强')).exit, 0);
    assert.deepEqual(
      (await roster()).people.map((one) => one.id),
      [WANG, LI],
    );
    assert.equal(await person(id).catch(() => 'gone'), 'gone');
  });

  it('after the approval lets nobody go', async () => {
    await writeFile(join(bench.folder, 'approval.json'), '{}');
    const said = await edit('--remove', LI, '--check-only');
    assert.deepEqual(
      said.findings.map(({ code, message }) => [code, message]),
      [
        [
          'edit-removal-after-approval',
          '这一届已经批准：批准以后不能把 李明（威海丙船业有限公司）从名单里移出。请写明撤回或取消资格（npm run act）。',
        ],
        [
          'import-change-after-approval',
          '这一届已经批准。照此写入后，npm run check 会报告与批准的内容不一致，须重新批准（npm run approve）或写更正。',
        ],
      ],
    );
  });
});
