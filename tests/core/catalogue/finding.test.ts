import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePlainDate } from '#core/calendar/plain-date.ts';
import { calendarYearSchema, regionalCalendarSchema } from '#core/calendar/work-calendar.ts';
import { chinesePlace, finding, findingTexts, inReadingOrder, sentence } from '#core/catalogue/finding.ts';
import { calendarOf, placeOf } from '#core/records/content.ts';
import { chineseSource } from '#core/records/source-title.ts';
import { there } from '#tests/there.ts';

describe('the place of a finding', () => {
  it('is read from the file to the person', () => {
    const file = '汇总表.xlsx';
    assert.equal(chinesePlace({ file }), '汇总表.xlsx');
    assert.equal(chinesePlace({ file, line: 7 }), '汇总表.xlsx 第 7 行');
    assert.equal(chinesePlace({ file, cell: 'C7' }), '汇总表.xlsx C7');
    assert.equal(chinesePlace({ file, sheet: 'Sheet1' }), '汇总表.xlsx“Sheet1”');
    assert.equal(chinesePlace({ file, sheet: 'Sheet1', cell: 'C7', line: 7 }), '汇总表.xlsx“Sheet1”C7');
    assert.equal(chinesePlace({ file, sheet: 'Sheet1', line: 7 }), '汇总表.xlsx“Sheet1”第 7 行');
    assert.equal(
      chinesePlace({ file: 'round.md', line: 7, field: 'title', person: '李䶮' }),
      'round.md 第 7 行「title」（李䶮）',
    );
  });

  it('of a field has the line of what it stands in, as near as is known', () => {
    const entry = { file: 'round.md', lines: { channels: 20, 'channels.1': 24 } };
    assert.deepEqual(placeOf(entry, 'channels.1.number'), { file: 'round.md', line: 24, field: 'channels.1.number' });
    assert.deepEqual(placeOf(entry, 'channels.0.number'), { file: 'round.md', line: 20, field: 'channels.0.number' });
    assert.deepEqual(placeOf(entry, 'title', '骆青川'), { file: 'round.md', field: 'title', person: '骆青川' });
    assert.deepEqual(placeOf(entry, ''), { file: 'round.md' });
  });
});

describe('findings', () => {
  it('are read errors first, then by file, line and code', () => {
    const at = (code: Parameters<typeof finding>[0], file: string, line?: number) =>
      finding(code, { file, ...(line && { line }) });
    const inOrder = [
      at('quota-missed', 'a.md'),
      at('empty-value', 'a.md', 2),
      at('quota-missed', 'a.md', 2),
      at('quota-missed', 'a.md', 10),
      at('empty-value', 'b.md', 1),
      at('quota-about', 'a.md', 1),
      at('quota-about', 'b.md', 1),
    ];
    assert.deepEqual(inReadingOrder(inOrder.toReversed()), inOrder);
    assert.deepEqual(inReadingOrder([3, 0, 6, 1, 5, 2, 4].map((index) => there(inOrder[index]))), inOrder);
  });

  it('say in Chinese what is wrong, whatever they are told, and end their sentence', () => {
    const anything = new Proxy({}, { get: () => '7' });
    for (const [code, { level, text }] of Object.entries(findingTexts)) {
      assert.ok(level === 'error' || level === 'warning', code);
      // The window's own sentence, whole.
      if (code === 'calendar-unknown') continue;
      const sentence = (text as (args: object) => string)(anything);
      assert.match(sentence, /\p{Script=Han}{2}/u, code);
      assert.match(sentence, /[。？）”7]$/u, code);
      assert.doesNotMatch(sentence, /undefined|null|NaN|\[object/, code);
    }
  });
});

describe('a sentence that says more when more is known', () => {
  const say = (code: Parameters<typeof finding>[0], args: Record<string, string | number>): string =>
    sentence({ code, args });
  it('or less', () => {
    assert.match(say('unknown-key', { key: 'nam', meant: 'name' }), /没有“nam”这一项，是不是想写“name”。/);
    assert.match(say('unknown-key', { key: 'nam', meant: '' }), /没有“nam”这一项。/);
    assert.match(say('not-a-date', { value: '2024-02-30' }), /^“2024-02-30”不是一个存在的日期。/);
    assert.match(say('not-a-date', { value: '' }), /^这里写的不是一个存在的日期。/);
    assert.match(say('import-row-skipped', { text: '合计' }), /没有读取：合计。/);
    assert.match(say('import-row-skipped', { text: '' }), /没有读取。/);
    assert.match(
      say('import-years-start', { opensOn: '2019-10-09', years: 18 }),
      /请写满几年；算到公示首日 2019-10-09 是 18。/,
    );
    assert.match(say('import-years-start', { opensOn: '2019-10-09', years: '' }), /请写满几年，例如 18。/);
    assert.match(
      say('import-column-missing', { header: '工种', example: '焊工' }),
      /请补上这一列；全体相同的也可以用 --all 工种=焊工。/,
    );
    assert.match(say('import-column-missing', { header: '工种', example: '' }), /请补上这一列。/);
  });
});

describe('the title of a document', () => {
  it('has single marks inside its double ones', () => {
    assert.equal(chineseSource({ title: '关于印发《方案》的通知' }), '《关于印发〈方案〉的通知》');
    assert.equal(
      chineseSource({ title: '《甲》《乙》', number: '包总工办发〔2023〕2号' }),
      '《〈甲〉〈乙〉》（包总工办发〔2023〕2号）',
    );
  });
});

describe('the calendar of a folder', () => {
  const document = { title: '通知', date: '2023-10-25' };
  const year = calendarYearSchema.parse({
    year: 2024,
    coverage: { from: '2024-01-01', to: '2024-12-31' },
    document,
    holidays: [{ name: '中秋节', daysOff: ['2024-09-17'], makeUpWorkdays: [] }],
  });
  // 三月三 of 2024 in Guangxi: 11 and 12 April, a Thursday and a Friday.
  const overlay = regionalCalendarSchema.parse({
    region: 'guangxi',
    year: 2024,
    document,
    holidays: [{ name: '壮族三月三', daysOff: ['2024-04-11', '2024-04-12'] }],
  });
  const entry = <T>(data: T) => ({ id: '', file: '', data, lines: {}, sections: [] });

  it('has the days of its own region alone', () => {
    const given = { calendarYears: [entry(year)], regionalCalendars: [entry(overlay)] };
    const kind = (region: string | undefined) =>
      calendarOf(given, region).day(there(parsePlainDate('2024-04-11'))).kind;
    assert.deepEqual([kind('guangxi'), kind('yunnan'), kind(undefined)], ['holiday', 'working', 'working']);
  });
});
