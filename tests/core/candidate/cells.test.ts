import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { isNothing, parseDay } from '#core/candidate/cell.ts';
import { parseConditions, parseYears } from '#core/candidate/fields/grounds.ts';
import { parseRoute, parseTier } from '#core/candidate/fields/nomination.ts';
import { parseSkillLevel, parseTitle } from '#core/candidate/fields/skill.ts';
import { aProgramme } from '../roster/programmes.ts';

const value = <T>(one: { value: T } | object): T | undefined => ('value' in one ? one.value : undefined);
const problem = (one: object): unknown => ('problem' in one ? one.problem : undefined);

describe('a skill level as offices write it', () => {
  for (const [written, level] of [
    ['高级技师', 'senior-technician'],
    ['技师', 'technician'],
    ['高级工', 'senior-worker'],
    ['特级技师', 'special-technician'],
    ['首席技师', 'chief-technician'],
    ['一级', 'senior-technician'],
    ['二级/技师', 'technician'],
    ['高级工（三级）', 'senior-worker'],
    ['国家职业资格二级（技师）', 'technician'],
    ['初 级 工', 'junior-worker'],
    ['□高级技师 ☑技师 □高级工', 'technician'],
    ['□高级技师 □技师 √高级工', 'senior-worker'],
    ['■高级技师□技师', 'senior-technician'],
    ['高级技师□ 技师☑ 高级工□', 'technician'],
  ] as const) {
    it(`${written} is ${level}`, () => assert.equal(value(parseSkillLevel(written)), level));
  }

  for (const [written, code] of [
    ['高级工程师', 'import-word-unknown'],
    ['维修电工高级技师', 'import-word-unknown'],
    ['一级/技师', 'import-two-values'],
    ['☑高级技师 ☑技师', 'import-two-values'],
    ['大师', 'import-word-unknown'],
    ['高级技师 √ 技师', 'import-two-values'],
  ] as const) {
    it(`${written} is asked about`, () => assert.equal(problem(parseSkillLevel(written)), code));
  }

  it('boxes without a tick say nothing', () => {
    assert.deepEqual(parseSkillLevel('□高级技师 □技师 □高级工'), { value: undefined });
    assert.deepEqual(parseTitle('□高级职称 □中级职称'), { value: undefined });
  });

  it('a ticked title is taken as it is called', () =>
    assert.equal(value(parseTitle('□高级职称 ☑中级职称')), '中级职称'));
});

describe('how somebody came to be nominated', () => {
  const weihai = aProgramme({
    routes: [
      ['unionNomination', '工会组织和人社部门联合推荐'],
      ['associationNomination', '社团推荐'],
      ['selfNomination', '个人自荐'],
    ],
  });
  const baotou = aProgramme({
    routes: [
      ['unionNomination', '单位推荐（各级工会组织推荐为主）'],
      ['employerNomination', '单位推荐（相关单位推荐）'],
      ['selfNomination', '个人自荐'],
    ],
  });

  it('is read in the words of the programme, with or without its bracket', () => {
    assert.equal(value(parseRoute('社团推荐', weihai)), 'associationNomination');
    assert.equal(value(parseRoute('单位推荐(相关单位推荐)', baotou)), 'employerNomination');
    assert.equal(value(parseRoute('自荐', weihai)), 'selfNomination');
    assert.equal(value(parseRoute('联合推荐', weihai)), 'unionNomination');
  });

  it('is asked about when the words fit two routes or none', () => {
    assert.equal(problem(parseRoute('单位推荐', baotou)), 'import-word-unknown');
    assert.equal(problem(parseRoute('用人单位申报', weihai)), 'import-word-unknown');
  });
});

describe('tiers and conditions', () => {
  const programme = aProgramme({
    tiers: [
      ['ten-great', '港城十大工匠'],
      ['craftsman', '港城工匠'],
    ],
    conditions: ['1', '2', '3'],
  });

  it('a tier is named in full', () => {
    assert.equal(value(parseTier('港城十大工匠', programme)), 'ten-great');
    assert.equal(value(parseTier('“港城工匠”', programme)), 'craftsman');
    assert.equal(problem(parseTier('工匠', programme)), 'import-word-unknown');
  });

  it('an empty cell says nothing', () => {
    assert.deepEqual(parseTier(' （） ', programme), { value: undefined });
    assert.deepEqual(parseConditions(' 第条 ', programme), { value: undefined });
    assert.deepEqual(parseRoute('', programme), { value: undefined });
    assert.deepEqual(parseSkillLevel(' : '), { value: undefined });
  });

  it('conditions are said once each, and a programme without any knows none', () => {
    assert.deepEqual(value(parseConditions('1、1、3', programme)), ['1', '3']);
    assert.deepEqual(value(parseConditions('符合条件（1）及第3款', programme)), ['1', '3']);
    assert.deepEqual(value(parseConditions('具备1项;3', programme)), ['1', '3']);
    assert.deepEqual(parseConditions('1', aProgramme()), { problem: 'import-word-unknown', args: { allowed: '' } });
  });

  it('conditions are numbers in any spelling', () => {
    for (const written of ['1、3', '①③', '第1、3条', '1,3', '条件1和3', '1 3']) {
      assert.deepEqual(value(parseConditions(written, programme)), ['1', '3'], written);
    }
    assert.equal(problem(parseConditions('13', programme)), 'import-word-unknown');
    assert.equal(problem(parseConditions('4', programme)), 'import-word-unknown');
  });
});

describe('years in the trade', () => {
  const opensOn = plainDate('2019-10-09');

  it('are whole years', () => {
    for (const written of ['20', '20年', '２０年', '满20年'])
      assert.equal(value(parseYears(written, opensOn)), 20, written);
  });

  it('a start is no number of years; what it comes to is suggested where it is certain', () => {
    // 2001-07 to 2019-10-09: 18 full years. In October itself the day decides, and 2001.1 may be October.
    assert.deepEqual(parseYears('2001.07', opensOn), { problem: 'import-years-start', args: { opensOn, years: 18 } });
    assert.deepEqual(parseYears('2001年11月', opensOn), {
      problem: 'import-years-start',
      args: { opensOn, years: 17 },
    });
    assert.deepEqual(parseYears('2001-07-15', opensOn), {
      problem: 'import-years-start',
      args: { opensOn, years: 18 },
    });
    assert.deepEqual(parseYears('200110', opensOn), { problem: 'import-years-start', args: { opensOn, years: '' } });
    assert.deepEqual(parseYears('2001.1', opensOn), { problem: 'import-years-start', args: { opensOn, years: '' } });
  });

  it('a start is read in every spelling, and nothing that only begins or ends like one', () => {
    const start = { problem: 'import-years-start', args: { opensOn, years: 18 } };
    for (const written of [
      ...[
        '2001.07',
        '2001/7',
        '2001-7',
        '2001年7月',
        '2001年7月1日',
        '2001.7.2',
        '200107',
        '2001年7月至今',
        '2001.7起',
      ],
      ...['2001.7-至今', '２００１.７', '2001 年 7 月', '2001年7月15'],
    ]) {
      assert.deepEqual(parseYears(written, opensOn), start, written);
    }
    for (const written of ['自2001年7月', '2001年7月开始', '2001年7月1日上午', '1801.7', '2001.07.011', '120年']) {
      assert.deepEqual(parseYears(written, opensOn), { problem: 'import-years-unclear', args: {} }, written);
    }
    for (const written of ['2001', '2001.7.1', '2001年', '2001.13', '2001.00', '2001.10', '2001年至今']) {
      assert.deepEqual(
        parseYears(written, opensOn),
        { problem: 'import-years-start', args: { opensOn, years: '' } },
        written,
      );
    }
    assert.deepEqual(parseYears('2001.7', undefined), {
      problem: 'import-years-start',
      args: { opensOn: '', years: '' },
    });
  });

  it('may be nothing', () => {
    for (const written of ['', ' ', '　']) assert.deepEqual(parseYears(written, opensOn), { value: undefined });
    for (const written of ['20周年', '20 年', '满 20', '5']) {
      assert.equal(value(parseYears(written, opensOn)), Number(written.replace(/\D/g, '')), written);
    }
  });

  it('about twenty is no number', () => {
    for (const written of ['20余年', '近20年', '15年6个月', '二十年']) {
      assert.equal(problem(parseYears(written, opensOn)), 'import-years-unclear', written);
    }
  });
});

describe('a day', () => {
  it('is read in four spellings', () => {
    for (const written of ['2026-03-02', '2026.3.2', '2026年3月2日', '2026/3/2']) {
      assert.equal(value(parseDay(written)), '2026-03-02', written);
    }
  });

  it('may be nothing, and is read with blanks and in full width', () => {
    for (const written of ['', ' ']) assert.deepEqual(parseDay(written), { value: undefined });
    assert.equal(value(parseDay('２０２６ 年 3 月 12 日')), '2026-03-12');
  });

  it('is nothing else beside it', () => {
    for (const written of ['自2026-03-02', '2026-03-02起', '12026-03-02', '2026-03-023', '26-03-02', '2026 03 02']) {
      assert.equal(problem(parseDay(written)), 'import-date-unclear', written);
    }
  });

  it('must exist, and must be a day', () => {
    for (const written of ['2026-02-30', '2026年3月', '3月2日'])
      assert.equal(problem(parseDay(written)), 'import-date-unclear');
  });
});

it('无, a stroke or a dash say that there is nothing', () => {
  for (const written of ['', ' ', '无', '暂无', '/', '—', '——', '－', '无。']) assert.ok(isNothing(written), written);
  for (const written of ['无锡', '无损检测员', '0']) assert.ok(!isNothing(written), written);
});
