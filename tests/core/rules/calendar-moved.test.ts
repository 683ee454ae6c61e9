import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import { calendarYearSchema, createWorkCalendar } from '#core/calendar/work-calendar.ts';
import { withoutExplained } from '#core/lifecycle/explained.ts';
import type { Entry } from '#core/records/content.ts';
import { calendarMoved } from '#core/rules/calendar-moved.ts';
import { publicityWindow } from '#core/rules/publicity-window.ts';
import { aDossier, aNotice, aRound, said } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { anAct } from '../lifecycle/a-life.ts';
import { anApproval } from '../lifecycle/an-approval.ts';

/** 2020 as 国办发明电〔2020〕1号 left it, and as 国办发明电〔2019〕16号 had it: off 24 to 30 January, a workday on 1 February. */
const amended = calendarYearSchema.parse(JSON.parse(readFileSync('content/calendar/2020.json', 'utf8')));
const original = {
  ...amended,
  amendments: [],
  holidays: amended.holidays.map((holiday) =>
    holiday.name === '春节'
      ? {
          ...holiday,
          daysOff: holiday.daysOff.filter((date) => date <= '2020-01-30'),
          makeUpWorkdays: [...holiday.makeUpWorkdays, there(holiday.daysOff.find((date) => date === '2020-02-01'))],
        }
      : holiday,
  ),
};

/** 20, 21, 22, 23 January and then, at first, Friday the 31st. */
function round2020(closesOn = '2020-01-31') {
  const round = aRound({ year: 2020, publicity: { opensOn: '2020-01-20', closesOn } });
  return { round, notice: aNotice({ published: '2020-01-19' }) };
}
const approved = anApproval([
  aDossier({ ...round2020(), calendar: createWorkCalendar([original]) }),
  '2020-01-17T10:00:00+08:00',
]);

const after = (acts: Entry<Act>[] = []) =>
  aDossier({ ...round2020(), acts, approval: approved, calendar: createWorkCalendar([amended]) });
const extension = (newClosesOn: string) =>
  anAct('extension', '2020-01-27 10:00', { oldClosesOn: '2020-01-31', newClosesOn, reasonCode: 'calendar-amended' });

describe('a holiday lengthened while a window runs (January 2020)', () => {
  it('agreed with the calendar when it was approved', () => {
    const before = aDossier({ ...round2020(), approval: approved, calendar: createWorkCalendar([original]) });
    assert.deepEqual(said(calendarMoved.check(before)), []);
    assert.deepEqual(said(publicityWindow.check(before)), []);
  });

  it('is listed with the notice that did it, and an act is demanded', () => {
    assert.deepEqual(said(calendarMoved.check(after())), [
      '✗ round.md「publicity.closesOn」：《国务院办公厅关于延长2020年春节假期的通知》（国办发明电〔2020〕1号）公布后，已公布的截止日 2020-01-31 不再满5个工作日，应到 2020-02-03。已公布的日期不改原文：请用 npm run act -- --kind extension --new-close 2020-02-03 --reason-code calendar-amended 延长。 [calendar-moved-window]',
    ]);
  });

  it('does not ask the office to rewrite the printed date', () => {
    const found = publicityWindow.check(after());
    assert.deepEqual(
      found.map(({ code }) => code),
      ['closes-on-rest-day', 'window-disagrees'],
    );
    assert.deepEqual(withoutExplained(after(), found), []);
  });

  it('is answered by an extension that reaches far enough', () => {
    assert.deepEqual(said(calendarMoved.check(after([extension('2020-02-03')]))), []);
    assert.deepEqual(said(calendarMoved.check(after([extension('2020-02-05')]))), []);
  });

  it('is not answered by one that falls short, nor by any other act', () => {
    const correction = anAct('correction', '2020-01-27 10:00', { of: 'notice', field: 'title', old: '甲', new: '乙' });
    for (const act of [extension('2020-02-01'), extension('2020-02-02'), correction]) {
      assert.deepEqual(
        calendarMoved.check(after([act])).map(({ code }) => code),
        ['calendar-moved-window'],
      );
    }
  });

  it('is answered by stopping, restarting or ending the notice', () => {
    const suspension = anAct('suspension', '2020-01-23 10:00', { oldClosesOn: '2020-01-31' });
    const again = anAct('re-publicity', '2020-01-27 10:00', {
      title: '重新公示',
      opensOn: '2020-02-03',
      closesOn: '2020-02-07',
    });
    for (const act of [suspension, again, anAct('withdraw-notice', '2020-01-27 10:00')]) {
      assert.deepEqual(said(calendarMoved.check(after([act]))), []);
    }
  });

  it('that gives a day back leaves the printed date standing', () => {
    // Approved under the amended notice, to 3 February; had it been taken back, five days would be full on 31 January.
    const late = round2020('2020-02-03');
    const approval = anApproval([
      aDossier({ ...late, calendar: createWorkCalendar([amended]) }),
      '2020-01-28T10:00:00+08:00',
    ]);
    const dossier = aDossier({ ...late, approval, calendar: createWorkCalendar([original]) });
    assert.deepEqual(said(calendarMoved.check(dossier)), [
      '△ round.md「publicity.closesOn」：按现在录入的放假安排，5个工作日到 2020-01-31 已满，已公布的截止日 2020-02-03 更晚，仍以公布的为准，公示期不缩短。 [calendar-shortens-window]',
    ]);
  });

  it('leaves alone a round nobody has approved: there the date is simply wrong', () => {
    const draft = aDossier({ ...round2020(), calendar: createWorkCalendar([amended]) });
    assert.deepEqual(said(calendarMoved.check(draft)), []);
    assert.equal(withoutExplained(draft, publicityWindow.check(draft)).length, 2);
  });
});
