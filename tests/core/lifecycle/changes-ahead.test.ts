import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chinaDate, chinaMinutes } from '#core/calendar/plain-date.ts';
import { createWorkCalendar } from '#core/calendar/work-calendar.ts';
import { changesAhead } from '#core/lifecycle/changes-ahead.ts';
import type { Dossier } from '#core/records/content.ts';
import { aRound } from '#tests/builders.ts';
import { aLife, anAct, announced, at } from './a-life.ts';

/** `09-10 00:00 publication`. */
function ahead(life: Dossier, now: string): string[] {
  return changesAhead(life, at(now)).map(({ at: instant, kind, act }) => {
    const minutes = chinaMinutes(instant);
    const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return `${chinaDate(instant).slice(5)} ${time} ${kind}${act ? ` ${act}` : ''}`;
  });
}

describe('what will change on the pages of a round', () => {
  it('before publication: everything, in order, to the minute', () => {
    assert.deepEqual(ahead(aLife([], { result: announced }), '2024-09-01 00:00'), [
      '09-10 00:00 publication',
      '09-11 00:00 opening',
      '09-12 00:00 day',
      '09-13 00:00 day',
      '09-14 00:00 day',
      // 15 September is 中秋节: from then on “today does not count”, until the 18th.
      '09-15 00:00 day',
      '09-18 00:00 day',
      '09-19 00:00 close',
      '09-19 00:00 decay',
      '10-16 00:00 result',
    ]);
  });

  it('is nothing once everything has been', () => {
    assert.deepEqual(ahead(aLife([], { result: announced }), '2024-10-16 00:00'), []);
  });

  it('leaves out the close that an extension has moved', () => {
    const act = anAct('extension', '2024-09-18 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
    assert.deepEqual(ahead(aLife([act]), '2024-09-17 12:00'), [
      '09-18 00:00 day',
      '09-18 10:00 act 2024-09-18-extension',
      '09-19 00:00 day',
      '09-20 00:00 day',
      '09-21 00:00 close',
      '09-21 00:00 decay',
    ]);
  });

  it('knows the day on which a suspended window goes on', () => {
    const acts = [
      anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' }),
      anAct('resumption', '2024-09-20 15:00', {
        resumesOn: '2024-09-23',
        oldClosesOn: '2024-09-18',
        newClosesOn: '2024-09-26',
      }),
    ];
    assert.deepEqual(ahead(aLife(acts), '2024-09-11 12:00'), [
      '09-12 00:00 day',
      '09-12 08:00 act 2024-09-12-suspension',
      '09-20 15:00 act 2024-09-20-resumption',
      '09-23 00:00 resumption',
      '09-24 00:00 day',
      '09-25 00:00 day',
      '09-26 00:00 day',
      '09-27 00:00 close',
      '09-27 00:00 decay',
    ]);
  });

  it('opens a second time after 重新公示', () => {
    const rest = { title: '重新公示', opensOn: '2024-09-19', closesOn: '2024-09-25' };
    const life = aLife([anAct('re-publicity', '2024-09-12 10:00', rest)]);
    assert.deepEqual(ahead(life, '2024-09-14 10:00').slice(0, 2), ['09-19 00:00 opening', '09-20 00:00 day']);
  });

  it('says when a record fades and when a title ends', () => {
    const result = { ...announced, data: { ...announced.data, titleUntil: announced.data.published } };
    const round = aRound({ decay: { after: 'close', days: 3 } });
    assert.deepEqual(ahead(aLife([], { result, round }), '2024-09-18 12:00'), [
      '09-19 00:00 close',
      '09-22 00:00 decay',
      '10-16 00:00 result',
      '10-17 00:00 title-ends',
    ]);
  });

  it('fades with the act that withdraws somebody', () => {
    const life = aLife([anAct('withdraw-candidate', '2024-09-18 10:00', { person: 'c001' })]);
    assert.deepEqual(ahead(life, '2024-09-18 00:00').slice(0, 2), [
      '09-18 10:00 act 2024-09-18-withdraw-candidate',
      '09-18 10:00 decay',
    ]);
  });

  it('of a round that never fades leaves everybody, and one that waits for the result fades after its days', () => {
    const never = aRound({ decay: { after: 'never', reason: '长期公开。' } });
    const withdrawal = anAct('withdraw-candidate', '2024-09-18 10:00', { person: 'c001' });
    assert.deepEqual(ahead(aLife([withdrawal], { round: never }), '2024-09-18 00:00'), [
      '09-18 10:00 act 2024-09-18-withdraw-candidate',
      '09-19 00:00 close',
    ]);
    const waiting = aRound({ decay: { after: 'result', days: 2 } });
    const result = {
      ...announced,
      data: { ...announced.data, conferred: [{ tier: 'craftsman', people: ['c001', 'c002'] }] },
    };
    assert.deepEqual(ahead(aLife([], { round: waiting, result }), '2024-09-18 12:00'), [
      '09-19 00:00 close',
      '10-16 00:00 result',
      '10-18 00:00 decay',
    ]);
  });

  it('of a window without a calendar is what is certain', () => {
    const calendar = createWorkCalendar([]);
    assert.deepEqual(ahead(aLife([], { calendar, result: announced }), '2024-09-01 00:00'), [
      '09-10 00:00 publication',
      '10-16 00:00 result',
    ]);
  });

  it('of a suspension that ends where the calendar does still names the day on which it ends', () => {
    const acts = [
      anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' }),
      anAct('resumption', '2024-12-26 15:00', {
        resumesOn: '2024-12-30',
        oldClosesOn: '2024-09-18',
        newClosesOn: '2025-01-03',
      }),
    ];
    assert.deepEqual(ahead(aLife(acts), '2024-12-26 15:00'), ['12-30 00:00 resumption']);
  });

  it('names the window a boundary belongs to', () => {
    const rest = { title: '重新公示', opensOn: '2024-09-19', closesOn: '2024-09-25' };
    const acts = [
      anAct('re-publicity', '2024-09-12 10:00', rest),
      anAct('extension', '2024-09-20 10:00', { oldClosesOn: '2024-09-25', newClosesOn: '2024-09-26' }),
    ];
    const windows = changesAhead(aLife(acts), at('2024-09-01')).flatMap(({ kind, window }) =>
      window ? [`${kind} ${window.publicity}.${window.moves}`] : [],
    );
    assert.deepEqual(windows, ['opening 1.0', 'opening 2.1', 'close 2.1']);
  });

  it('of two acts in one minute is both, the act before what follows from it', () => {
    const acts = [
      anAct('withdraw-candidate', '2024-09-12 00:00', { person: 'c001' }),
      { ...anAct('withdraw-candidate', '2024-09-12 00:00', { person: 'c002' }), id: '2024-09-12-withdraw-candidate-2' },
    ];
    assert.deepEqual(ahead(aLife(acts), '2024-09-11 12:00').slice(0, 4), [
      '09-12 00:00 act 2024-09-12-withdraw-candidate',
      '09-12 00:00 act 2024-09-12-withdraw-candidate-2',
      '09-12 00:00 day',
      '09-12 00:00 decay',
    ]);
  });

  it('of a suspension nobody has lifted is nothing but what is certain', () => {
    const acts = [anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' })];
    assert.deepEqual(ahead(aLife(acts), '2024-09-12 12:00'), []);
  });

  it('of a round without a notice is nothing', () => {
    assert.deepEqual(ahead(aLife([], { notice: undefined }), '2024-09-01 00:00'), []);
  });
});
