import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { lunarDay, lunarDays } from '#core/calendar/lunar-days.ts';
import { statutoryHolidays } from '#core/calendar/statutory-days.ts';

interface ChineseDays {
  getLunarDate(date: string): { lunarMon: number; lunarDay: number; isLeap: boolean };
  getSolarTermDate(year: number, month: number, term: string): string;
}
// An independent computation (MIT), used in tests alone.
const independent = createRequire(import.meta.url)('chinese-days') as ChineseDays;
const years = Array.from({ length: 53 }, (_, index) => 2008 + index);

describe('the days of the old calendar', () => {
  it('agree with an independent computation from 2008 to 2060', () => {
    for (const year of years) {
      const days = lunarDays(year);
      assert.ok(days);
      for (const [date, month, day] of [
        [days.springFestival, 1, 1],
        [days.newYearsEve, 12, days.lastMonth],
        [days.dragonBoat, 5, 5],
        [days.midAutumn, 8, 15],
      ] as const) {
        const { lunarMon, lunarDay: lunar, isLeap } = independent.getLunarDate(date);
        assert.deepEqual([date, lunarMon, lunar, isLeap], [date, month, day, false]);
      }
      assert.equal(independent.getSolarTermDate(year, 4, 'pure_brightness'), days.qingming);
    }
  });

  it('agree with ICU but for two years, in which ICU moves 春节 by a day', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    const firsts = years.filter((year) => format.format(new Date(lunarDays(year)?.springFestival ?? '')) !== '1/1');
    assert.deepEqual(firsts, [2027, 2030]);
    for (const year of years) {
      assert.equal(format.format(new Date(lunarDays(year)?.dragonBoat ?? '')), '5/5', String(year));
      assert.equal(format.format(new Date(lunarDays(year)?.midAutumn ?? '')), '8/15', String(year));
    }
  });

  it('are those of printed calendars', () => {
    // 春节 2024-02-10, 2025-01-29, 2026-02-17, 2027-02-06; 端午 2025-05-31; 中秋 2025-10-06, 2026-09-25.
    assert.deepEqual(
      [2024, 2025, 2026, 2027].map((year) => lunarDays(year)?.springFestival),
      ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'],
    );
    assert.equal(lunarDays(2025)?.dragonBoat, '2025-05-31');
    assert.deepEqual([lunarDays(2025)?.midAutumn, lunarDays(2026)?.midAutumn], ['2025-10-06', '2026-09-25']);
    assert.equal(lunarDays(2007), undefined);
    assert.equal(lunarDays(2061), undefined);
  });

  it('are read by their names', () => {
    const read = (words: string): string | undefined => lunarDay(words, 2026);
    assert.deepEqual(
      [
        '农历除夕',
        '农历腊月二十八',
        '腊月廿八',
        '农历正月初七',
        '正月十五',
        '端午节当日',
        '清明',
        '八月十五',
        '五月初五',
      ].map(read),
      [
        '2026-02-16',
        '2026-02-15',
        '2026-02-15',
        '2026-02-23',
        '2026-03-03',
        '2026-06-19',
        '2026-04-05',
        '2026-09-25',
        '2026-06-19',
      ],
    );
    assert.deepEqual(['正月', '周日', '腊月四十'].map(read), [undefined, undefined, undefined]);
  });
});

describe('the statutory days', () => {
  it('follow the revision in force', () => {
    const days = (year: number): string[] =>
      (statutoryHolidays(year) ?? []).flatMap((one) => one.days.map((date) => date.slice(5)));
    // 国务院令第795号: 13 days from 2025; 第644号: 11 from 2014; 第513号: 11 from 2008, with 除夕.
    assert.deepEqual(days(2025), [
      '01-01',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-04',
      '05-01',
      '05-02',
      '05-31',
      '10-06',
      '10-01',
      '10-02',
      '10-03',
    ]);
    assert.deepEqual(days(2024), [
      '01-01',
      '02-10',
      '02-11',
      '02-12',
      '04-04',
      '05-01',
      '06-10',
      '09-17',
      '10-01',
      '10-02',
      '10-03',
    ]);
    assert.deepEqual(days(2013).slice(1, 4), ['02-09', '02-10', '02-11']);
  });
});
