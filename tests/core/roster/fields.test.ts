import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/plain-date.ts';
import {
  isNothing,
  parseConditions,
  parseDay,
  parseRoute,
  parseSkillLevel,
  parseTier,
  parseTitle,
  parseYears,
} from '#core/roster/fields.ts';
import { aProgramme } from './programmes.ts';

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

  it('must exist, and must be a day', () => {
    for (const written of ['2026-02-30', '2026年3月', '3月2日'])
      assert.equal(problem(parseDay(written)), 'import-date-unclear');
  });
});

it('无, a stroke or a dash say that there is nothing', () => {
  for (const written of ['', ' ', '无', '暂无', '/', '—', '——', '－', '无。']) assert.ok(isNothing(written), written);
  for (const written of ['无锡', '无损检测员', '0']) assert.ok(!isNothing(written), written);
});
