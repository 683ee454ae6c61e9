import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Terminal } from '#pipeline/commands/ask.ts';
import { writing } from '#pipeline/content/writing.ts';
import { askedAnswers, isYes } from '#pipeline/intake/import-questions.ts';
import { applyImport, prepareImport } from '#pipeline/intake/import-round.ts';
import { HEAD, PERSON } from './hostile-files.ts';
import { aBench, aRequest, type Bench, clear, counting, importFiles, NO_ANSWERS, put, quiet } from './office-bench.ts';
import { xlsxFile } from './office-files.ts';

const WANG = [
  '2',
  '王芳',
  '威海乙食品有限公司',
  '水产品加工工',
  '高级工',
  '社团推荐',
  '威海市食品行业协会',
  '一刀去骨。',
];

/** Somebody at a terminal who types these lines, and what was said to them. */
function typing(...lines: string[]): Terminal & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    ask: (prompt) => {
      said.push(prompt);
      return Promise.resolve(lines.shift() ?? '');
    },
    say: (line) => void said.push(line),
    close: () => undefined,
  };
}

describe('on a terminal', () => {
  let bench: Bench;
  let path: string;
  before(async () => {
    bench = await aBench();
    const both = xlsxFile([{ name: 'a', rows: [HEAD, PERSON, WANG] }]);
    await importFiles(bench, [await put(bench, '两人.xlsx', both)]);
    const moved = PERSON.map((text) => (text === '威海甲船业有限公司' ? '威海丁电机有限公司' : text));
    path = await put(bench, '改动.xlsx', xlsxFile([{ name: 'a', rows: [HEAD, moved] }]));
  });
  after(() => clear(bench));

  const prepared = async (terminal: Terminal): ReturnType<typeof prepareImport> =>
    prepareImport(aRequest(bench, [path]), {
      ...quiet,
      random: counting(),
      answer: (plan, approved) => askedAnswers(plan, NO_ANSWERS, approved, terminal),
    });

  it('who a row is, and whether somebody leaves, is asked one by one', async () => {
    const terminal = typing('1', 'y');
    const { planned } = await prepared(terminal);
    assert.deepEqual(terminal.said, [
      '第 2 行 李明（威海丁电机有限公司）与原名单里的人相像：',
      '  1. 就是 李明（威海甲船业有限公司，编号 bbbbbbc）',
      '  2. 是另一个人，新增',
      '请选择（直接回车为以后再定）：',
      '原名单里的 王芳（威海乙食品有限公司，编号 bbbbbbd）不在这份表里，移出名单吗？（y/N）',
    ]);
    assert.deepEqual(
      planned.findings.filter(({ level }) => level === 'error'),
      [],
    );
    assert.deepEqual([planned.plan.people[0]?.state, planned.plan.gone.length], ['changed', 1]);
  });

  it('no answer leaves the question open, and the import stops', async () => {
    const { planned } = await prepared(typing());
    assert.deepEqual(
      planned.findings.map(({ code }) => code),
      ['import-who-is-this', 'import-person-gone'],
    );
  });

  it('another person comes in beside the one who stays', async () => {
    const request = aRequest(bench, [path]);
    const ready = await prepared(typing('2', 'n'));
    assert.deepEqual(
      ready.planned.findings.map(({ code }) => code),
      ['import-person-gone', 'import-person-gone'],
    );
    await writing(bench.content, { verb: 'import' }, async (held) =>
      applyImport(held, request, await prepared(typing('1', 'y'))),
    );
  });
});

it('a yes is a yes, and nothing else is', () => {
  for (const reply of ['y', 'Y', 'yes', '是', ' 写入 ']) assert.ok(isYes(reply), reply);
  for (const reply of ['', 'n', '不', '不是', 'yy']) assert.ok(!isYes(reply), reply);
});
