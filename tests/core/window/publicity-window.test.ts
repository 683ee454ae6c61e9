import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { chinaInstant, plainDate } from '#core/calendar/plain-date.ts';
import {
  type CalendarYear,
  createWorkCalendar,
  type RegionalCalendar,
  type WorkCalendar,
} from '#core/calendar/work-calendar.ts';
import {
  chineseSegments,
  computeWindow,
  countDays,
  windowPhaseAt,
  type WindowTerms,
} from '#core/window/publicity-window.ts';
import { readCalendar } from '#pipeline/content/read-calendar.ts';

let calendar: WorkCalendar;
before(async () => {
  calendar = await readCalendar('content');
});

function windowOf(opens: string, length: number, terms: Partial<WindowTerms> = {}, by = calendar) {
  const result = computeWindow(
    { opensOn: plainDate(opens), length, unit: 'working', countsFrom: 'opening-day', ...terms },
    by,
  );
  assert.ok(result.ok, result.ok ? '' : result.refusal.message);
  return result.window;
}

describe('a window in working days', () => {
  // Worked out by hand from printed calendars and the State Council notices.
  const cases: [opens: string, length: number, closes: string, why: string][] = [
    ['2018-09-25', 5, '2018-09-29', 'Saturday 29 September 2018 was a make-up workday (焦作 2018)'],
    ['2019-10-09', 5, '2019-10-14', 'Saturday 12 October 2019 was a make-up workday, Sunday 13 was not (连云港 2019)'],
    ['2019-04-29', 5, '2019-05-07', 'the amended 五一 2019: off 1–4 May, make-up on Sunday 5 May'],
    ['2020-01-22', 5, '2020-02-05', 'the amended 春节 2020: off until 2 February'],
    ['2023-04-06', 5, '2023-04-12', 'the day after 清明节 2023 (包头 2023)'],
    [
      '2024-09-11',
      5,
      '2024-09-18',
      'make-up on Saturday 14 September, 中秋节 15–17 September 2024 (威海首席技师 2024)',
    ],
    ['2024-09-30', 5, '2024-10-11', '国庆节 1–7 October 2024'],
    ['2018-12-28', 2, '2018-12-29', 'late December 2018 under the notice for 2019: Saturday 29 was a workday'],
    ['2022-12-30', 3, '2023-01-04', '元旦 2023 began on 31 December 2022'],
    ['2026-09-30', 5, '2026-10-12', '国庆节 2026 with make-up on Saturday 10 October'],
    ['2026-12-25', 5, '2026-12-31', 'the last five known working days'],
    ['2026-11-23', 5, '2026-11-27', 'a plain week'],
  ];
  for (const [opens, length, closes, why] of cases) {
    it(`of ${length} days opening ${opens} closes ${closes}: ${why}`, () => {
      assert.equal(windowOf(opens, length).closesOn, closes);
    });
  }

  it('opening on a holiday counts from the first working day: 包头 2023 opens 6 April, not 5 April', () => {
    const window = windowOf('2023-04-05', 5);
    assert.equal(window.closesOn, '2023-04-12');
    assert.deepEqual(
      window.days.map(({ date, kind, name, ordinal }) => [date, kind, name, ordinal]),
      [
        ['2023-04-05', 'holiday', '清明节', undefined],
        ['2023-04-06', 'working', undefined, 1],
        ['2023-04-07', 'working', undefined, 2],
        ['2023-04-08', 'weekend', undefined, undefined],
        ['2023-04-09', 'weekend', undefined, undefined],
        ['2023-04-10', 'working', undefined, 3],
        ['2023-04-11', 'working', undefined, 4],
        ['2023-04-12', 'working', undefined, 5],
      ],
    );
  });

  it('counted from the next day closes one working day later', () => {
    assert.equal(windowOf('2026-11-20', 5, { countsFrom: 'next-day' }).closesOn, '2026-11-27');
  });

  it('is refused when it needs a day no notice has ruled yet, naming the missing notice', () => {
    const terms = { length: 5, unit: 'working', countsFrom: 'opening-day' } as const;
    const result = computeWindow({ ...terms, opensOn: plainDate('2026-12-28') }, calendar);
    assert.deepEqual(result, {
      ok: false,
      refusal: {
        code: 'calendar-unknown',
        date: '2027-01-01',
        message:
          '公示期要用到 2027-01-01，但缺少国务院办公厅关于2027年部分节假日安排的通知（已录入的工作日历到 2026-12-31 为止），那一天是否上班无法断定。请待通知公布后补上 calendar/2027.json，或改用更早的公示首日。',
      },
    });
  });

  it('ends at 24:00 in China of the last day, or at the stated hour', () => {
    assert.equal(windowOf('2024-09-11', 5).closes, Date.parse('2024-09-18T24:00:00+08:00'));
    assert.equal(windowOf('2019-10-09', 5, { closingTime: '17:00' }).closes, Date.parse('2019-10-14T17:00:00+08:00'));
  });
});

describe('the legal source of a day', () => {
  it('is the notice that ruled it: the 劳动节 of 2019 was amended, the 国庆节 of that year was not', () => {
    assert.equal(calendar.day(plainDate('2019-05-05')).document?.number, '国办发明电〔2019〕3号');
    assert.equal(calendar.day(plainDate('2019-10-12')).document?.number, '国办发明电〔2018〕15号');
    assert.equal(calendar.day(plainDate('2020-01-31')).document?.number, '国办发明电〔2020〕1号');
    assert.equal(calendar.day(plainDate('2020-10-08')).document?.number, '国办发明电〔2019〕16号');
  });
});

describe('a window in calendar days', () => {
  it('counts every day: 威海工匠 2023, five days from 4 September', () => {
    assert.equal(windowOf('2023-09-04', 5, { unit: 'calendar' }).closesOn, '2023-09-08');
    assert.equal(windowOf('2023-09-29', 5, { unit: 'calendar' }).closesOn, '2023-10-03');
  });

  it('needs no notice, but says of unknown days that they are unknown', () => {
    const window = windowOf('2026-12-30', 5, { unit: 'calendar' });
    assert.equal(window.closesOn, '2027-01-03');
    assert.deepEqual(
      window.days.map(({ kind, ordinal }) => [kind, ordinal]),
      [
        ['working', 1],
        ['working', 2],
        ['unknown', 3],
        ['unknown', 4],
        ['unknown', 5],
      ],
    );
  });
});

describe('segments for print', () => {
  it('are the unbroken runs of counted days, as 9月30日、10月8日至11日', () => {
    assert.equal(chineseSegments(windowOf('2024-09-30', 5).segments), '2024年9月30日、10月8日至11日');
    assert.equal(chineseSegments(windowOf('2024-09-11', 5).segments), '2024年9月11日至14日、18日');
    assert.equal(chineseSegments(windowOf('2022-12-30', 3).segments), '2022年12月30日、2023年1月3日至4日');
  });
});

describe('where an instant lies in the window of 威海首席技师 2024', () => {
  const at = (date: string, time: string, offset = 0) =>
    windowPhaseAt(windowOf('2024-09-11', 5), chinaInstant(plainDate(date), time) + offset);
  it('is before until midnight of the opening day', () => {
    assert.deepEqual(at('2024-09-11', '00:00', -1), { phase: 'before' });
    assert.deepEqual(at('2024-09-11', '00:00'), { phase: 'open', ordinal: 1, today: true });
  });
  it('stays on the fourth working day through the holiday', () => {
    assert.deepEqual(at('2024-09-14', '12:00'), { phase: 'open', ordinal: 4, today: true });
    assert.deepEqual(at('2024-09-16', '12:00'), { phase: 'open', ordinal: 4, today: false });
  });
  it('is closed from 24:00 of the last day', () => {
    assert.deepEqual(at('2024-09-18', '24:00', -1), { phase: 'open', ordinal: 5, today: true });
    assert.deepEqual(at('2024-09-18', '24:00'), { phase: 'closed' });
  });
});

describe('a regional overlay', () => {
  const national: CalendarYear = {
    year: 2026,
    coverage: { from: plainDate('2026-01-01'), to: plainDate('2026-12-31') },
    document: { title: '全国', date: plainDate('2025-11-04') },
    amendments: [],
    holidays: [],
  };
  const regional: RegionalCalendar = {
    region: 'guangxi',
    year: 2026,
    document: { title: '广西壮族自治区', date: plainDate('2026-01-10') },
    holidays: [
      {
        name: '三月三',
        daysOff: [plainDate('2026-04-20'), plainDate('2026-04-21')],
        makeUpWorkdays: [plainDate('2026-04-25')],
      },
    ],
  };
  it('adds days off and make-up workdays to the national calendar', () => {
    // Monday 20 and Tuesday 21 April off, Saturday 25 worked: 22, 23, 24, 25, 27.
    assert.equal(windowOf('2026-04-20', 5, {}, createWorkCalendar([national], [regional])).closesOn, '2026-04-27');
    assert.equal(windowOf('2026-04-20', 5, {}, createWorkCalendar([national])).closesOn, '2026-04-24');
  });
  it('makes no day known that the national notice does not cover', () => {
    const overlayOnly = createWorkCalendar([], [regional]);
    assert.equal(overlayOnly.day(plainDate('2026-04-20')).kind, 'unknown');
  });
});

describe('counting days between two printed dates', () => {
  it('counts both ends', () => {
    assert.equal(countDays(plainDate('2024-09-11'), plainDate('2024-09-18'), 'working', calendar), 5);
    assert.equal(countDays(plainDate('2024-09-11'), plainDate('2024-09-18'), 'calendar', calendar), 8);
    assert.equal(countDays(plainDate('2026-12-30'), plainDate('2027-01-02'), 'working', calendar), undefined);
  });
});
