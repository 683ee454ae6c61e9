import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import type { Dossier } from '#core/records/content.ts';
import { aResult, aRound } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { aLife, anAct, announced, at, aTombstone, first, second, third, three } from './a-life.ts';

/** `1 whole, 2 neutral, 3 whole`. */
function shown(life: Dossier, when: string): string {
  return visiblePeople(life, at(when))
    .map(({ position, profile }) => `${position} ${profile}`)
    .join(', ');
}

const ALL = '1 whole, 2 whole, 3 whole';
const NONE = '1 neutral, 2 neutral, 3 neutral';
const decaying = (decay: NonNullable<Parameters<typeof aRound>[0]>['decay']) => ({
  round: aRound({ decay }),
});
const oneOut = aResult(three.slice(0, 2), { notConferred: [{ person: third, reason: '名额所限' }] });

describe('who may be seen', () => {
  it('is nobody before the notice, not even by id', () => {
    assert.deepEqual(visiblePeople(aLife(), at('2024-09-09 23:59:59')), []);
  });

  it('is everybody while the window is open, and nobody more than the list after the close, until the result', () => {
    const life = aLife([], { result: announced });
    const rows: [when: string, people: string][] = [
      ['2024-09-10 00:00:00', ALL],
      ['2024-09-18 23:59:59', ALL],
      ['2024-09-19 00:00:00', NONE],
      ['2024-10-15 23:59:59', NONE],
      ['2024-10-16 00:00:00', ALL],
    ];
    for (const [when, people] of rows) assert.equal(shown(life, when), people, when);
    assert.equal(
      visiblePeople(life, at('2024-09-19'))[0]?.sentence,
      '公示已结束，人选材料不再展示，结果以正式公布为准。',
    );
  });

  it('keeps the line of the notice of those who fade', () => {
    assert.deepEqual(
      visiblePeople(aLife([], { result: oneOut }), at('2024-11-01')).map(({ line }) => line),
      ['whole', 'whole', 'whole'],
    );
  });

  it('after days of grace, counted from the close', () => {
    const life = aLife([], decaying({ after: 'close', days: 30 }));
    assert.equal(shown(life, '2024-10-18 23:59:59'), ALL);
    assert.equal(shown(life, '2024-10-19 00:00:00'), NONE);
  });

  it('follows an extension and waits during a suspension', () => {
    const longer = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
    assert.equal(shown(aLife([longer]), '2024-09-20 23:59:59'), ALL);
    assert.equal(shown(aLife([longer]), '2024-09-21 00:00:00'), NONE);
    const stopped = anAct('suspension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18' });
    assert.equal(shown(aLife([stopped]), '2025-09-12 10:00'), ALL);
  });

  it('of a round that keeps its candidates until the result, fades only who is not conferred', () => {
    const life = aLife([], { ...decaying({ after: 'result', days: 7 }), result: oneOut });
    const rows: [when: string, people: string][] = [
      ['2024-09-19 00:00:00', ALL],
      ['2024-10-22 23:59:59', ALL],
      ['2024-10-23 00:00:00', '1 whole, 2 whole, 3 neutral'],
    ];
    for (const [when, people] of rows) assert.equal(shown(life, when), people, when);
  });

  it('of a round that never fades is everybody, whatever became of them', () => {
    const withdraw = anAct('withdraw-candidate', '2024-09-12 10:00', { person: first });
    const life = aLife([withdraw], decaying({ after: 'never', reason: '档案资料，经本人同意长期保留。' }));
    assert.equal(shown(life, '2024-12-01'), ALL);
  });

  it('a withdrawn candidate fades at the minute of the act', () => {
    const life = aLife([anAct('withdraw-candidate', '2024-09-12 10:00', { person: second })]);
    assert.equal(shown(life, '2024-09-12 09:59:59'), ALL);
    assert.equal(shown(life, '2024-09-12 10:00:00'), '1 whole, 2 neutral, 3 whole');
    assert.equal(visiblePeople(life, at('2024-09-12 10:00'))[1]?.sentence, '该人选信息已不再展示。详见公告。');
  });

  it('who was not conferred and who was withdrawn are told in the same words', () => {
    const withdraw = anAct('withdraw-candidate', '2024-09-12 10:00', { person: second });
    const result = aResult(three.slice(0, 1), { notConferred: [{ person: third, reason: '名额所限' }] });
    const [, one, other] = visiblePeople(aLife([withdraw], { result }), at('2024-11-01'));
    assert.equal(one?.sentence, other?.sentence);
    assert.deepEqual([one?.state.state, other?.state.state], ['withdrawn', 'notConferred']);
  });

  it('a revoked title is marked with its day, for one person or for all', () => {
    const one = aLife([anAct('revoke', '2025-03-04 10:00', { people: [first] })], { result: announced });
    assert.equal(shown(one, '2025-03-04 10:00'), '1 marked, 2 whole, 3 whole');
    assert.equal(visiblePeople(one, at('2025-03-04 10:00'))[0]?.sentence, '该称号已于2025年3月4日撤销。');
    const whole = aLife([anAct('revoke', '2025-03-04 10:00', { whole: true })], { result: announced });
    assert.equal(shown(whole, '2025-03-04 10:00'), '1 marked, 2 marked, 3 marked');
  });

  it('a withdrawn notice takes all profiles with it', () => {
    assert.equal(shown(aLife([anAct('withdraw-notice', '2024-09-12 08:00')]), '2024-09-12 08:00'), NONE);
  });
});

describe('somebody taken down', () => {
  const left = three.filter(({ id }) => id !== second);

  it('leaves a neutral line at the same number and nothing of the person', () => {
    const rows = visiblePeople(aLife([], { people: left }, [aTombstone(second, 2)]), at('2024-09-12'));
    assert.deepEqual(
      rows.map(({ id, position, profile, line, person }) => [id, position, profile, line, person?.data.name]),
      [
        [first, 1, 'whole', 'whole', there(three[0]).data.name],
        [second, 2, 'neutral', 'neutral', undefined],
        [third, 3, 'whole', 'whole', there(three[2]).data.name],
      ],
    );
    assert.equal(rows[1]?.sentence, '该人选信息已不再展示。');
  });

  it('stands in the list once, wherever the number points', () => {
    const tombstones = [aTombstone('q1', 9), aTombstone('q2', 1), aTombstone('q3', 1)];
    const rows = visiblePeople(aLife([], { people: left }, tombstones), at('2024-09-12'));
    assert.deepEqual(
      rows.map(({ id, position }) => `${position} ${id}`),
      ['1 q2', '2 q3', `3 ${first}`, `4 ${third}`, '5 q1'],
    );
  });
});
