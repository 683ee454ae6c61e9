import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import { createWorkCalendar } from '#core/calendar/work-calendar.ts';
import { effectiveWindow, noticeState } from '#core/lifecycle/notice-state.ts';
import type { Entry } from '#core/records/content.ts';
import { acts } from '#core/rules/acts.ts';
import { chineseSegments } from '#core/window/publicity-window.ts';
import { aNotice, aProgramme, aRound } from '#tests/builders.ts';
import { aLife, anAct, at } from './a-life.ts';

/** `1:09-11 2:09-12 x:09-13 -:09-15`: the ordinal, `x` for a suspended day, `-` for one that never counted. */
function strip(list: Entry<Act>[], when: string, given: Parameters<typeof aLife>[1] = {}): string {
  const life = aLife(list, given);
  assert.deepEqual(
    acts.check(life).map(({ code }) => code),
    [],
  );
  const found = effectiveWindow(life, at(when));
  assert.ok(found.course !== 'unknown');
  const days = found.course === 'halted' ? found.days : found.window.days;
  return days.map(({ date, ordinal, suspended }) => `${suspended ? 'x' : (ordinal ?? '-')}:${date.slice(5)}`).join(' ');
}

function stateAt(list: Entry<Act>[], when: string, given: Parameters<typeof aLife>[1] = {}): string {
  const state = noticeState(aLife(list, given), at(when));
  if (state.state === 'open')
    return `open ${state.publicity}: ${state.ordinal}/${state.of}${state.today ? '' : ' rest'}`;
  if (state.state === 'suspended') return `suspended ${state.counted}/${state.of}`;
  return state.state;
}

const extension = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
const suspension = anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' });
const resumption = anAct('resumption', '2024-09-20 15:00', {
  resumesOn: '2024-09-23',
  oldClosesOn: '2024-09-18',
  newClosesOn: '2024-09-26',
});

describe('the window of a notice nobody touched', () => {
  const rows: [when: string, state: string][] = [
    ['2024-09-09 23:59:59', 'scheduled'],
    ['2024-09-10 00:00:00', 'before'],
    ['2024-09-10 23:59:59', 'before'],
    ['2024-09-11 00:00:00', 'open 1: 1/5'],
    ['2024-09-13 23:59:59', 'open 1: 3/5'],
    ['2024-09-14 00:00:00', 'open 1: 4/5'],
    ['2024-09-15 00:00:00', 'open 1: 4/5 rest'],
    ['2024-09-17 23:59:59', 'open 1: 4/5 rest'],
    ['2024-09-18 00:00:00', 'open 1: 5/5'],
    ['2024-09-18 23:59:59', 'open 1: 5/5'],
    ['2024-09-19 00:00:00', 'closed'],
  ];
  for (const [when, state] of rows) it(`is ${state} at ${when}`, () => assert.equal(stateAt([], when), state));

  it('published at nine on the opening day is in no file at 8:59:59', () => {
    const given = { notice: aNotice({ published: '2024-09-11', publishedTime: '09:00' }) };
    assert.equal(stateAt([], '2024-09-11 08:59:59', given), 'scheduled');
    assert.equal(stateAt([], '2024-09-11 09:00:00', given), 'open 1: 1/5');
  });

  it('that ends at 17:00 is closed at 17:00:00', () => {
    const given = { round: aRound({ publicity: { closingTime: '17:00' } }) };
    assert.equal(stateAt([], '2024-09-18 16:59:59', given), 'open 1: 5/5');
    assert.equal(stateAt([], '2024-09-18 17:00:00', given), 'closed');
  });

  it('is unknown without a calendar, and never reads as closed, not even years later', () => {
    const given = { calendar: createWorkCalendar([]) };
    for (const when of ['2024-09-10 00:00', '2024-09-12 00:00', '2024-09-19 00:00', '2026-01-01 00:00']) {
      assert.equal(stateAt([], when, given), 'unknown');
    }
    const state = noticeState(aLife([], given), at('2024-09-12 00:00'));
    assert.ok(state.state === 'unknown');
    assert.deepEqual([state.opensOn, state.closesOn], ['2024-09-11', '2024-09-18']);
    assert.match(state.message, /^公示期要用到 2024-09-11，但缺少国务院办公厅关于2024年部分节假日安排的通知/);
  });
});

describe('an extension', () => {
  it('adds days behind the old close from its publication on', () => {
    assert.equal(
      strip([extension], '2024-09-12 09:59:59'),
      '1:09-11 2:09-12 3:09-13 4:09-14 -:09-15 -:09-16 -:09-17 5:09-18',
    );
    assert.equal(
      strip([extension], '2024-09-12 10:00:00'),
      '1:09-11 2:09-12 3:09-13 4:09-14 -:09-15 -:09-16 -:09-17 5:09-18 6:09-19 7:09-20',
    );
  });

  it('is told in segments: 11日至14日、18日至20日', () => {
    const found = effectiveWindow(aLife([extension]), at('2024-09-12 10:00'));
    assert.ok(found.course === 'running');
    assert.equal(chineseSegments(found.window.segments), '2024年9月11日至14日、18日至20日');
    assert.equal(found.window.closes, Date.parse('2024-09-20T24:00:00+08:00'));
  });

  it('can be extended again', () => {
    const again = anAct('extension', '2024-09-20 10:00', { oldClosesOn: '2024-09-20', newClosesOn: '2024-09-23' });
    assert.equal(stateAt([extension, again], '2024-09-23 12:00'), 'open 1: 8/8');
    assert.equal(stateAt([extension, again], '2024-09-24 00:00'), 'closed');
  });
});

describe('a suspension', () => {
  it('stops the count; the day it falls on is not counted', () => {
    assert.equal(stateAt([suspension], '2024-09-12 07:59:59'), 'open 1: 2/5');
    assert.equal(stateAt([suspension], '2024-09-12 08:00:00'), 'suspended 1/5');
    assert.equal(strip([suspension], '2024-09-13 00:00'), '1:09-11');
  });

  it('outlasts the day on which the window would have closed', () => {
    assert.equal(stateAt([suspension], '2024-12-31 00:00'), 'suspended 1/5');
  });

  it('ends with the day of resumption, and the days left follow it', () => {
    const list = [suspension, resumption];
    const rows: [when: string, state: string][] = [
      ['2024-09-20 15:00:00', 'suspended 1/5'],
      ['2024-09-22 23:59:59', 'suspended 1/5'],
      ['2024-09-23 00:00:00', 'open 1: 2/5'],
      ['2024-09-26 23:59:59', 'open 1: 5/5'],
      ['2024-09-27 00:00:00', 'closed'],
    ];
    for (const [when, state] of rows) assert.equal(stateAt(list, when), state, when);
    assert.equal(
      strip(list, '2024-09-20 15:00'),
      '1:09-11 x:09-12 x:09-13 x:09-14 x:09-15 x:09-16 x:09-17 x:09-18 x:09-19 x:09-20 x:09-21 x:09-22 2:09-23 3:09-24 4:09-25 5:09-26',
    );
  });

  it('lifted at nine in the morning goes on at midnight', () => {
    const rest = { resumesOn: '2024-09-20', oldClosesOn: '2024-09-18', newClosesOn: '2024-09-25' };
    const list = [suspension, anAct('resumption', '2024-09-19 09:00', rest)];
    assert.equal(stateAt(list, '2024-09-19 23:59:59'), 'suspended 1/5');
    assert.equal(stateAt(list, '2024-09-20 00:00:00'), 'open 1: 2/5');
  });

  it('on the last day leaves that day to come', () => {
    const list = [
      anAct('suspension', '2024-09-18 16:00', { oldClosesOn: '2024-09-18' }),
      anAct('resumption', '2024-09-19 10:00', {
        resumesOn: '2024-09-20',
        oldClosesOn: '2024-09-18',
        newClosesOn: '2024-09-20',
      }),
    ];
    assert.equal(strip(list, '2024-09-19 10:00').split(' ').slice(-3).join(' '), 'x:09-18 x:09-19 5:09-20');
  });

  it('can come twice, and an extension after it', () => {
    const list = [
      suspension,
      anAct('resumption', '2024-09-18 10:00', {
        resumesOn: '2024-09-19',
        oldClosesOn: '2024-09-18',
        newClosesOn: '2024-09-24',
      }),
      anAct('suspension', '2024-09-20 09:00', { oldClosesOn: '2024-09-24' }),
      anAct('resumption', '2024-09-24 10:00', {
        resumesOn: '2024-09-25',
        oldClosesOn: '2024-09-24',
        newClosesOn: '2024-09-27',
      }),
      anAct('extension', '2024-09-26 10:00', { oldClosesOn: '2024-09-27', newClosesOn: '2024-09-29' }),
    ];
    // Sunday 29 September is a make-up workday for 国庆节.
    assert.equal(
      strip(list, '2024-09-26 10:00').replace(/ x:\S+/g, ''),
      '1:09-11 2:09-19 3:09-25 4:09-26 5:09-27 -:09-28 6:09-29',
    );
  });

  it('of a window counted from the next day on its uncounted opening day leaves all days', () => {
    const round = aRound({ publicity: { opensOn: '2024-09-10', closesOn: '2024-09-18', countsFrom: 'next-day' } });
    const list = [
      anAct('suspension', '2024-09-10 10:00', { oldClosesOn: '2024-09-18' }),
      anAct('resumption', '2024-09-18 10:00', {
        resumesOn: '2024-09-19',
        oldClosesOn: '2024-09-18',
        newClosesOn: '2024-09-25',
      }),
    ];
    assert.equal(
      strip(list, '2024-09-18 10:00', { round }).replace(/x:\S+ /g, ''),
      '1:09-19 2:09-20 -:09-21 -:09-22 3:09-23 4:09-24 5:09-25',
    );
  });

  it('of a window in calendar days goes on over a weekend', () => {
    const programme = aProgramme({ publicity: { stated: true, length: 5, unit: 'calendar', clause: '三' } });
    const round = aRound({ publicity: { closesOn: '2024-09-15' } });
    const list = [
      anAct('suspension', '2024-09-13 12:00', { oldClosesOn: '2024-09-15' }),
      anAct('resumption', '2024-09-20 10:00', {
        resumesOn: '2024-09-21',
        oldClosesOn: '2024-09-15',
        newClosesOn: '2024-09-23',
      }),
    ];
    assert.equal(
      strip(list, '2024-09-20 10:00', { programme, round }).replace(/x:\S+ /g, ''),
      '1:09-11 2:09-12 3:09-21 4:09-22 5:09-23',
    );
  });
});

describe('重新公示', () => {
  const again = (when: string, opensOn: string, closesOn: string) =>
    anAct('re-publicity', when, { title: '关于2024年度澄湖工匠候选人的重新公示', opensOn, closesOn });

  it('is a complete new window; nothing is credited from the first', () => {
    const list = [again('2024-09-12 10:00', '2024-09-19', '2024-09-25')];
    const rows: [when: string, state: string][] = [
      ['2024-09-12 09:59:59', 'open 1: 2/5'],
      ['2024-09-12 10:00:00', 'before'],
      ['2024-09-18 23:59:59', 'before'],
      ['2024-09-19 00:00:00', 'open 2: 1/5'],
      ['2024-09-25 23:59:59', 'open 2: 5/5'],
      ['2024-09-26 00:00:00', 'closed'],
    ];
    for (const [when, state] of rows) assert.equal(stateAt(list, when), state, when);
  });

  it('asks for the days of the rules, not for those of an extension before it', () => {
    const list = [extension, again('2024-09-20 10:00', '2024-09-23', '2024-09-27')];
    assert.equal(strip(list, '2024-09-20 10:00'), '1:09-23 2:09-24 3:09-25 4:09-26 5:09-27');
    assert.equal(stateAt(list, '2024-09-23 12:00'), 'open 2: 1/5');
  });

  it('over 国庆节 counts the make-up Sunday and leaves out the holiday', () => {
    const list = [again('2024-09-20 10:00', '2024-09-26', '2024-10-08')];
    assert.equal(
      strip(list, '2024-09-20 10:00'),
      '1:09-26 2:09-27 -:09-28 3:09-29 4:09-30 -:10-01 -:10-02 -:10-03 -:10-04 -:10-05 -:10-06 -:10-07 5:10-08',
    );
  });

  it('reopens a suspended notice, and may come a third time', () => {
    const list = [
      suspension,
      again('2024-09-13 10:00', '2024-09-18', '2024-09-24'),
      // Saturday 12 October is a make-up workday: 8 to 12 October are five.
      again('2024-09-25 10:00', '2024-10-08', '2024-10-12'),
    ];
    assert.equal(stateAt(list, '2024-09-18 12:00'), 'open 2: 1/5');
    assert.equal(stateAt(list, '2024-10-12 12:00'), 'open 3: 5/5');
  });
});
