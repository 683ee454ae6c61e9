import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWorkCalendar } from '#core/calendar/work-calendar.ts';
import { publicityWindow } from '#core/rules/publicity-window.ts';
import { aDossier, aNotice, aProgramme, aRound, said } from '#tests/builders.ts';

type Publicity = NonNullable<Parameters<typeof aRound>[0]>['publicity'];
const check = (publicity: Publicity, programme = aProgramme(), published = '2024-09-10') => {
  const round = aRound({ publicity });
  return said(publicityWindow.check(aDossier({ programme, round, notice: aNotice({ published }) })));
};
const calendarDays = aProgramme({ publicity: { stated: true, length: 5, unit: 'calendar', clause: '二、（二）6' } });
const silent = aProgramme({ publicity: { stated: false, clause: '四、4' } });

describe('the printed window of a round', () => {
  it('over 中秋节 2024 with its make-up Saturday is in order', () => {
    assert.deepEqual(check({ opensOn: '2024-09-11', closesOn: '2024-09-18' }), []);
  });

  it('that takes a make-up Saturday for a weekend is a day too long', () => {
    assert.deepEqual(check({ opensOn: '2024-09-11', closesOn: '2024-09-19' }), [
      '✗ round.md「publicity.closesOn」：公示截止写的是 2024-09-19，自 2024-09-11 起5个工作日应为 2024-09-18（09-15、09-16、09-17 中秋节放假不计）。请改为 2024-09-18，或核对公示首日与天数。 [window-disagrees]',
    ]);
  });

  it('that runs backwards is told at the closing day', () => {
    assert.deepEqual(check({ opensOn: '2024-09-11', closesOn: '2024-08-18' }), [
      '✗ round.md「publicity.closesOn」：公示截止 2024-08-18 早于公示首日 2024-09-11。请核对两个日期的年、月、日。 [closes-before-opening]',
    ]);
  });

  it('that opens on a rest day is told the next working day', () => {
    assert.deepEqual(check({ opensOn: '2024-09-15', closesOn: '2024-09-24' }), [
      '△ round.md「publicity.opensOn」：公示首日 2024-09-15 是中秋节放假，不计入工作日，实际从 2024-09-18 起算。建议把公示首日改为 2024-09-18。 [opens-on-rest-day]',
    ]);
  });

  it('that began before the notice went up gave fewer days than promised', () => {
    assert.deepEqual(check({}, aProgramme(), '2024-09-12'), [
      '✗ round.md「publicity.opensOn」：公示 2024-09-12 才发布，晚于公示首日 2024-09-11，公众看到的时间少于承诺。请把公示首日改到发布之日或其后，并重算截止日期。 [published-after-opening]',
    ]);
  });

  it('is judged before there is a notice as well', () => {
    const dossier = aDossier({ notice: undefined, round: aRound({ publicity: { closesOn: '2024-09-18' } }) });
    assert.deepEqual(said(publicityWindow.check(dossier)), []);
  });

  it('of 5 天 counts the weekend, and is warned when it ends on one', () => {
    assert.deepEqual(check({ opensOn: '2024-09-19', closesOn: '2024-09-23' }, calendarDays), []);
    assert.deepEqual(check({ opensOn: '2024-09-18', closesOn: '2024-09-22' }, calendarDays), [
      '△ round.md「publicity.closesOn」：公示截止 2024-09-22 是周末，当天无人接听来电。建议截止日安排在工作日。 [closes-on-rest-day]',
    ]);
  });
});

describe('a first day that is cut', () => {
  const cut = (publicity: Publicity, publishedTime?: string, programme = aProgramme()) => {
    const round = aRound({ publicity });
    const notice = aNotice({ published: '2024-09-11', ...(publishedTime && { publishedTime }) });
    return said(publicityWindow.check(aDossier({ programme, round, notice })));
  };

  it('by a notice put up late is told what the public really gets', () => {
    assert.deepEqual(cut({}, '15:30'), [
      '△ round.md「publicity.opensOn」：公示首日 2024-09-11 从 15:30 才开始（公示 15:30 才发布），这一天不完整，公众实际得到 4 个完整的工作日，另加首日 8 小时 30 分，少于承诺的5个工作日。中止的当天不计入公示期，首日不完整也是同样的道理。请把公示首日改为 2024-09-12 并重算截止日期；确需如此的，请在 round.md 的 accepted 中写明。 [first-day-cut]',
    ]);
  });

  it('by an hour at which it opens is told the same', () => {
    assert.deepEqual(cut({ openingTime: '09:00' }, '08:00'), [
      '△ round.md「publicity.openingTime」：公示首日 2024-09-11 从 09:00 才开始（openingTime 写的是 09:00），这一天不完整，公众实际得到 4 个完整的工作日，另加首日 15 小时，少于承诺的5个工作日。中止的当天不计入公示期，首日不完整也是同样的道理。请把公示首日改为 2024-09-12 并重算截止日期；确需如此的，请在 round.md 的 accepted 中写明。 [first-day-cut]',
    ]);
    assert.match(cut({ openingTime: '09:00' }, '10:00')[0] ?? '', /从 10:00 才开始（公示 10:00 才发布）/);
  });

  it('takes nothing from a window that begins to count the day after, or from a whole first day', () => {
    assert.deepEqual(cut({}, '00:00'), []);
    assert.deepEqual(cut({ countsFrom: 'next-day', closesOn: '2024-09-19' }, '15:30'), []);
  });
});

describe('a programme that states no length', () => {
  it('leaves it to the round', () => {
    assert.deepEqual(check({ length: 5, unit: 'working' }, silent), []);
  });

  it('makes the round say it: nothing is assumed', () => {
    const missing =
      '✗ round.md「publicity」：通知没有写明公示几天（依据：澄工发〔2024〕8号，四、4），本届必须写明，程序不能代为假定。请在 publicity 中补上 length（天数）和 unit（working 为工作日，calendar 为自然日）。 [window-length-missing]';
    assert.deepEqual(check({}, silent), [missing]);
    assert.deepEqual(check({ length: 5 }, silent), [missing]);
    assert.deepEqual(check({ unit: 'working' }, silent), [missing]);
  });

  it('lets the round count from the next day', () => {
    // 11 September is day 0; 12, 13, 14 (make-up), 18, 19 are the five.
    const next = { closesOn: '2024-09-19', length: 5, unit: 'working' } as const;
    assert.deepEqual(check({ ...next, countsFrom: 'next-day' }, silent), []);
    assert.deepEqual(check(next, silent), [
      '✗ round.md「publicity.closesOn」：公示截止 2024-09-19 只有从 2024-09-11 的次日起算才合5个工作日。如确系次日起算，请写明 countsFrom: "next-day"；否则请改截止日期。 [counts-from-next-day]',
    ]);
  });
});

describe('a round that repeats its programme’s length', () => {
  it('may', () => {
    assert.deepEqual(check({ length: 5, unit: 'working' }), []);
  });

  it('may not change it', () => {
    assert.deepEqual(check({ length: 7, unit: 'working' }), [
      '✗ round.md「publicity.length」：本届写的公示期是7个工作日，而规定是5个工作日（依据：澄工发〔2024〕8号，三、（三））。请删去 length 和 unit，或改成一致。 [window-length-restated]',
    ]);
    assert.deepEqual(check({ unit: 'calendar' }), [
      '✗ round.md「publicity.unit」：本届写的公示期是5天，而规定是5个工作日（依据：澄工发〔2024〕8号，三、（三））。请删去 length 和 unit，或改成一致。 [window-length-restated]',
    ]);
  });
});

describe('a window at the end of the known calendar', () => {
  // The calendar of these tests ends on 31 December 2024, a Tuesday.
  const near = (closesOn: string) =>
    `△ round.md「publicity.closesOn」：公示截止 ${closesOn} 在年底最后几天，这几天有时由2025年的放假通知另行安排，而 calendar/2025.json 还没有。通知公布后请补上并重新核对；不能等的，请在 round.md 的 accepted 中写明。 [window-near-calendar-end]`;

  it('that closes on 27 December is clear of it', () => {
    assert.deepEqual(check({ opensOn: '2024-12-23', closesOn: '2024-12-27' }), []);
  });

  it('that closes on one of the last four days is warned', () => {
    assert.deepEqual(check({ opensOn: '2024-12-24', closesOn: '2024-12-30' }), [near('2024-12-30')]);
    assert.deepEqual(check({ opensOn: '2024-12-25', closesOn: '2024-12-31' }), [near('2024-12-31')]);
  });

  it('in calendar days does not depend on any notice', () => {
    assert.deepEqual(check({ opensOn: '2024-12-26', closesOn: '2024-12-30' }, calendarDays), []);
  });

  it('that reaches past it has no verdict', () => {
    assert.deepEqual(check({ opensOn: '2024-12-27', closesOn: '2025-01-03' }), [
      '✗ round.md「publicity.closesOn」：公示期要用到 2025-01-01，但缺少国务院办公厅关于2025年部分节假日安排的通知（已录入的工作日历到 2024-12-31 为止），那一天是否上班无法断定。请待通知公布后补上 calendar/2025.json，或改用更早的公示首日。公示首日最晚可以定在2024年12月25日（星期三，截止2024年12月31日）；年底几天有时由下一年的通知另行安排，2024年12月23日（星期一，截止2024年12月27日）以前最稳妥。按现在的首日推想，截止最早可能是2024年12月31日（星期二），最晚可能是2025年1月9日（星期四）：仅供安排工作，不得印发。 [calendar-unknown]',
    ]);
    assert.match(
      said(publicityWindow.check(aDossier({ calendar: createWorkCalendar([]) })))[0] ?? '',
      /还没有录入任何工作日历.*\[calendar-unknown\]$/,
    );
  });
});
