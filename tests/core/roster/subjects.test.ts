import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Subject } from '#core/formats/subject.ts';
import { type Plan, planImport } from '#core/roster/plan.ts';
import { readSources } from '#core/roster/sources.ts';
import { rosterTable } from '#pipeline/intake/sheet/export-round.ts';
import { aProgramme } from '#tests/builders.ts';
import { aGrid, aSheet } from './sheets.ts';

const programme = aProgramme().data;
const NAME = '示例船舶有限公司总装二班';

/** What an import makes of a list, and what it says of it. */
function imported(rows: string[][], said: ReadonlyMap<string, Subject> = new Map()): { plan: Plan; says: string[] } {
  const terms = { programme, opensOn: undefined, said, subjects: said };
  const { drafts, findings } = readSources([{ file: '名单.xlsx', grid: aGrid([aSheet(rows)]) }], terms, {
    sheet: undefined,
    all: [],
  });
  let next = 0;
  const plan = planImport({
    drafts,
    known: [],
    answers: { same: new Map(), fresh: new Set(), remove: new Set() },
    approved: false,
    programme,
    ask: { summary: false, trade: false },
    incomplete: false,
    mint: () => `c00${(next += 1)}`,
  });
  const says = [...findings, ...plan.findings].map(
    (one) => `${one.level} ${chinesePlace(one.where)}：${sentence(one)}`,
  );
  return { plan, says };
}

const subjects = ({ plan }: { plan: Plan }) =>
  plan.people.map(({ record: { candidate } }) => [candidate.name, candidate.subject, candidate.trade]);
const HEAD = ['姓名', '工作单位', '工种', '推荐单位', '简要事迹'];
const person = (name: string) => [name, '示例机械有限公司', '焊工', '东湾区总工会', '改进工艺两项。'];
const team = (name: string, trade = '') => [name, '示例船舶有限公司', trade, '东湾区总工会', '攻关三项。'];

describe('a list with others than persons', () => {
  it('says what each row is in a column of its own, by whichever of its names', () => {
    for (const head of ['对象', '类别', '推荐类型', '参评对象']) {
      const rows = [
        [...HEAD, head],
        [...person('卞颂安'), '个人'],
        [...team(NAME), '先进班组'],
        [...team('澄湖创新团队'), '团队'],
      ];
      assert.deepEqual(
        subjects(imported(rows)),
        [
          ['卞颂安', undefined, '焊工'],
          [NAME, 'crew', undefined],
          ['澄湖创新团队', 'team', undefined],
        ],
        head,
      );
    }
  });

  it('keeps 类别 a question where it is of something else', () => {
    const { says } = imported([
      [...HEAD, '类别'],
      [...person('卞颂安'), '技术工人'],
    ]);
    assert.match(says.join('\n'), /类别/);
  });

  it('is one of collectives by its title, by the heading of a group, or by the head of the names', () => {
    const titled = [['2026年度先进集体推荐汇总表'], HEAD, team('澄湖炼钢三车间')];
    assert.deepEqual(subjects(imported(titled)), [['澄湖炼钢三车间', 'collective', undefined]]);
    const groups = [HEAD, ['一、个人（1名）'], person('卞颂安'), ['二、团队（1个）'], team('焊接攻关组')];
    assert.deepEqual(subjects(imported(groups)), [
      ['卞颂安', undefined, '焊工'],
      ['焊接攻关组', 'team', undefined],
    ]);
    const heads = [
      ['班组名称', '所属单位', '推荐单位', '简要事迹'],
      [NAME, '示例船舶有限公司', '东湾区总工会', '攻关三项。'],
    ];
    assert.deepEqual(subjects(imported(heads)), [[NAME, 'crew', undefined]]);
    assert.equal(imported(heads).plan.people[0]?.record.candidate.employer, '示例船舶有限公司');
  });

  it('asks about a name that can hardly be a person’s, and the answer makes it what it is', () => {
    const rows = [HEAD, team(NAME)];
    assert.match(imported(rows).says.join('\n'), /请加 --subject 示例船舶有限公司总装二班=集体/);
    const answered = imported(rows, new Map([[NAME, 'crew']]));
    assert.deepEqual(subjects(answered), [[NAME, 'crew', undefined]]);
    assert.deepEqual(
      answered.says.filter((line) => line.startsWith('error')),
      [],
    );
  });

  it('reads nothing that is a person’s from the row of a collective, and says so', () => {
    const { plan, says } = imported([HEAD, team(NAME, '集体')], new Map([[NAME, 'collective']]));
    assert.equal(plan.people[0]?.record.candidate.trade, undefined);
    assert.ok(
      says.includes(`warning 名单.xlsx C2「工种」（${NAME}）：这一行的对象是集体，工种只属于个人，没有读取。`),
      says.join('\n'),
    );
  });

  it('comes back as it went out', () => {
    const { plan } = imported([HEAD, person('卞颂安'), team(NAME)], new Map([[NAME, 'crew']]));
    const known = plan.people.map(({ id, record }) => ({
      id,
      name: record.candidate.name,
      employer: record.candidate.employer,
      record,
    }));
    const table = rosterTable(programme, known);
    assert.deepEqual(table[0]?.includes('对象'), true);
    assert.deepEqual(subjects(imported(table.map((row) => row.slice(1)))), subjects({ plan }));
  });
});
