import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import {
  type CalendarYear,
  calendarYearSchema,
  contradictions,
  createWorkCalendar,
  isWorkingDay,
  missingNotice,
  type WorkCalendar,
  workingDayFrom,
} from '#core/calendar/work-calendar.ts';
import { readCalendar } from '#pipeline/content/read-calendar.ts';

let calendar: WorkCalendar;
before(async () => {
  calendar = await readCalendar('content');
});

function aYear(
  year: number,
  holidays: { name: string; daysOff?: string[]; makeUpWorkdays?: string[] }[] = [],
): CalendarYear {
  return calendarYearSchema.parse({
    year,
    coverage: { from: `${year}-01-01`, to: `${year}-12-31` },
    document: { title: `${year}`, date: `${year - 1}-11-01` },
    holidays: holidays.map((holiday) => ({ daysOff: [], makeUpWorkdays: [], ...holiday })),
  });
}

describe('a day of the work calendar', () => {
  const kinds: [date: string, kind: string, name?: string][] = [
    ['2024-09-13', 'working'],
    ['2024-09-14', 'make-up', '中秋节'],
    ['2024-09-15', 'holiday', '中秋节'],
    ['2024-09-21', 'weekend'],
    ['2024-10-12', 'make-up', '国庆节'],
    ['2017-12-31', 'unknown'],
    ['2018-01-01', 'holiday', '元旦'],
    ['2018-12-29', 'make-up', '元旦'],
    ['2026-12-31', 'working'],
    ['2027-01-01', 'unknown'],
    ['2027-01-04', 'unknown'],
  ];
  for (const [date, kind, name] of kinds) {
    it(`${date} is ${kind}${name ? ` (${name})` : ''}`, () => {
      const day = calendar.day(plainDate(date));
      assert.equal(day.kind, kind);
      assert.equal(day.name, name);
      assert.equal(day.document === undefined, name === undefined);
    });
  }

  it('counts as a working day when it is one or is made one', () => {
    assert.equal(isWorkingDay(calendar.day(plainDate('2024-09-13'))), true);
    assert.equal(isWorkingDay(calendar.day(plainDate('2024-09-14'))), true);
    assert.equal(isWorkingDay(calendar.day(plainDate('2024-09-15'))), false);
    assert.equal(isWorkingDay(calendar.day(plainDate('2024-09-21'))), false);
    assert.equal(isWorkingDay(calendar.day(plainDate('2027-01-04'))), false);
  });
});

describe('the first working day from a date', () => {
  it('is that day, or the next one that is worked', () => {
    assert.equal(workingDayFrom(plainDate('2024-09-14'), calendar), '2024-09-14');
    assert.equal(workingDayFrom(plainDate('2024-10-01'), calendar), '2024-10-08');
  });
  it('is unknown where the calendar ends', () => {
    assert.equal(workingDayFrom(plainDate('2027-01-01'), calendar), undefined);
  });
});

describe('what is known', () => {
  it('reaches to the end of the unbroken stretch of years', () => {
    assert.equal(calendar.knownUntil, '2026-12-31');
    assert.equal(createWorkCalendar([aYear(2024), aYear(2026)]).knownUntil, '2024-12-31');
    assert.equal(createWorkCalendar([aYear(2025), aYear(2024)]).knownUntil, '2025-12-31');
    assert.equal(createWorkCalendar([]).knownUntil, undefined);
    assert.equal(missingNotice(plainDate('2027-01-01')), 2027);
  });
  it('includes a day named by a notice outside the year it covers', () => {
    const early = createWorkCalendar([aYear(2019, [{ name: '元旦', makeUpWorkdays: ['2018-12-29'] }])]);
    assert.equal(early.day(plainDate('2018-12-29')).kind, 'make-up');
    assert.equal(early.day(plainDate('2018-12-28')).kind, 'unknown');
  });
  it('takes the later year’s word where two notices name a day', () => {
    const years = [
      aYear(2019, [{ name: '甲', makeUpWorkdays: ['2018-12-29'] }]),
      aYear(2018, [{ name: '乙', daysOff: ['2018-12-29'] }]),
    ];
    assert.equal(createWorkCalendar(years).day(plainDate('2018-12-29')).kind, 'make-up');
  });
});

describe('contradictions', () => {
  it('between two notices are found with their years', () => {
    const years = [
      aYear(2019, [{ name: '甲', makeUpWorkdays: ['2018-12-29'] }]),
      aYear(2018, [{ name: '乙', daysOff: ['2018-12-29', '2018-12-31'] }]),
    ];
    assert.deepEqual(contradictions(years), [{ date: '2018-12-29', years: [2018, 2019] }]);
    assert.deepEqual(contradictions([aYear(2019), aYear(2018)]), []);
  });
  it('inside one notice are refused at the door', () => {
    const codes = (change: object): unknown[] => {
      const base = {
        year: 2024,
        coverage: { from: '2024-01-01', to: '2024-12-31' },
        document: { title: 'x', date: '2023-10-25' },
        holidays: [],
      };
      const { error } = calendarYearSchema.safeParse({ ...base, ...change });
      return (error?.issues ?? []).map((issue): unknown[] => [
        issue.path.join('.'),
        issue.code === 'custom' ? issue.params?.['code'] : issue.code,
      ]);
    };
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ coverage: { from: '2024-12-31', to: '2024-01-01' } }), [
      ['coverage', 'coverage-reversed'],
    ]);
    assert.deepEqual(codes({ coverage: { from: '2024-01-01', to: '2024-01-01' } }), []);
    assert.deepEqual(codes({ holidays: [{ name: '甲', daysOff: ['2024-09-14'], makeUpWorkdays: ['2024-09-14'] }] }), [
      ['holidays.0.makeUpWorkdays', 'day-off-and-make-up'],
    ]);
    assert.deepEqual(codes({ holidays: [{ name: '甲', daysOff: [], makeUpWorkdays: ['2024-09-13'] }] }), [
      ['holidays.0.makeUpWorkdays', 'make-up-on-weekday'],
    ]);
    assert.deepEqual(
      codes({ holidays: [{ name: '甲', daysOff: [], makeUpWorkdays: ['2024-09-14', '2024-09-15'] }] }),
      [],
    );
    assert.deepEqual(codes({ document: { title: 'x', date: '2023-10-25', address: 'javascript:1' } }), [
      ['document.address', 'invalid_format'],
    ]);
  });
});
