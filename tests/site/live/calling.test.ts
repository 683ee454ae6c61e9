import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { calendarYearSchema, createWorkCalendar } from '#core/calendar/work-calendar.ts';
import { callingAt, callingWords, type Hours } from '#site/live/calling.ts';
import { workDays } from '#site/live/work-days.ts';
import { instant } from '#tests/site/a-site.ts';

/** 国庆节、中秋节 2026 as the State Council announced them: off 25–27 September and 1–7 October, at work on 20 September and 10 October. */
const calendar = createWorkCalendar([
  calendarYearSchema.parse({
    year: 2026,
    coverage: { from: '2026-01-01', to: '2026-12-31' },
    document: { title: '国务院办公厅关于2026年部分节假日安排的通知', date: '2025-11-04' },
    holidays: [
      {
        name: '国庆节',
        daysOff: ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`),
        makeUpWorkdays: ['2026-09-20', '2026-10-10'],
      },
    ],
  }),
]);
const days = workDays(calendar, plainDate('2026-09-18'), plainDate('2026-10-12'));
const atTheYearsEnd = workDays(calendar, plainDate('2026-12-28'), plainDate('2027-01-05'));
const hours: Hours = [
  [510, 720],
  [810, 1050],
];
const at = (time: string, known = days): string =>
  callingWords(callingAt(known, hours, instant(`${time}+08:00`)), { deed: '打电话', unsure: '可以打电话试试' });

describe('现在能打电话吗', () => {
  it('begins and ends with the office hours, to the second', () => {
    assert.equal(at('2026-09-18T08:29:59'), '现在不是办公时间，今天8:30起办公。');
    assert.equal(at('2026-09-18T08:30:00'), '现在可以打电话，办公到12:00。');
    assert.equal(at('2026-09-18T11:59:59'), '现在可以打电话，办公到12:00。');
    assert.equal(at('2026-09-18T12:00:00'), '现在不是办公时间，今天13:30起办公。');
    assert.equal(at('2026-09-18T17:29:59'), '现在可以打电话，办公到17:30。');
  });

  it('knows a Sunday at work and a holiday of a week', () => {
    // Friday evening; Saturday the 19th is off, Sunday the 20th a make-up workday.
    assert.equal(at('2026-09-18T17:30:00'), '现在不是办公时间，9月20日（星期日）8:30起办公。');
    assert.equal(at('2026-09-19T23:00:00'), '现在不是办公时间，明天9月20日（星期日）8:30起办公。');
    assert.equal(at('2026-09-20T09:00:00'), '现在可以打电话，办公到12:00。');
    assert.equal(at('2026-10-01T09:00:00'), '现在不是办公时间，10月8日（星期四）8:30起办公。');
    assert.equal(at('2026-10-10T14:00:00'), '现在可以打电话，办公到17:30。');
  });

  it('never reads an unknown day as closed', () => {
    assert.equal(at('2027-01-01T09:00:00', atTheYearsEnd), '今天是否上班还没有放假通知可查，可以打电话试试。');
    assert.equal(at('2026-12-31T18:00:00', atTheYearsEnd), '现在不是办公时间，下一个办公日要等放假通知公布。');
  });

  it('says nothing of days it was not given', () => {
    assert.equal(at('2026-10-13T09:00:00'), '');
    assert.equal(at('2026-09-17T09:00:00'), '');
  });

  it('speaks of coming where one comes', () => {
    const calling = callingAt(days, hours, instant('2026-09-18T09:00:00+08:00'));
    assert.equal(
      callingWords(calling, { deed: '来访', unsure: '来访以前请先打电话问' }),
      '现在可以来访，办公到12:00。',
    );
  });
});
