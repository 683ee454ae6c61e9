import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultView } from '#site/pages/result-view.ts';
import { prizeText } from '#site/words/programme-words.ts';
import { aPerson, aProgramme, aPublicRound } from '#tests/site/a-site.ts';

const TIERS = aProgramme(
  {},
  {
    tiers: [
      { key: 'craftsman', name: '示例工匠', prize: 10_000, awards: ['证书', '奖杯'], clause: '五' },
      { key: 'shortlist', name: '入围奖', title: false, clause: '五' },
    ],
  },
);
const people = [
  aPerson('p1', { name: '丁一', tier: 'craftsman' }),
  aPerson('p2', { name: '王二', tier: 'craftsman' }),
  aPerson('p3', { name: '李三', tier: 'shortlist' }),
];

describe('a result', () => {
  it('does not exist before it is announced', () => {
    assert.equal(resultView(aPublicRound()), undefined);
  });

  it('names authority, day and awards, and the list tier by tier', () => {
    const conferred = [
      { tier: 'craftsman', people: ['p2', 'p1'] },
      { tier: 'shortlist', people: ['p3'] },
    ];
    const view = resultView(aPublicRound({ people, result: { conferred } }, TIERS));
    assert.equal(view?.authority, '示例市人民政府');
    assert.equal(view.conferredOn, '2024年10月16日（星期三）');
    assert.equal(view.counts, '命名示例工匠2人，授予入围奖1人');
    assert.deepEqual(view.tiers[0]?.awards, ['证书', '奖杯', '一次性奖励1万元']);
    assert.deepEqual(
      view.tiers[0].tables[0]?.rows.map(({ name }) => name),
      ['王二', '丁一'],
    );
  });
});

describe('the two lists of a round', () => {
  it('are the same when everyone was conferred in the published tier', () => {
    const conferred = [
      { tier: 'craftsman', people: ['p1', 'p2'] },
      { tier: 'shortlist', people: ['p3'] },
    ];
    const view = resultView(aPublicRound({ people, result: { conferred } }, TIERS));
    assert.equal(view?.comparison.conferred, '命名名单2人，另有入围奖1人');
    assert.deepEqual(view.comparison.differences, []);
    assert.deepEqual(
      view.comparison.rows.map(({ position, name, before, after }) => `${position} ${name}：${before} → ${after}`),
      ['1 丁一：示例工匠候选人 → 示例工匠', '2 王二：示例工匠候选人 → 示例工匠', '3 李三：入围奖候选人 → 入围奖'],
    );
  });

  it('differ person by person, with the reason the office gives', () => {
    const conferred = [{ tier: 'craftsman', people: ['p1', 'p3'] }];
    const notConferred = [{ person: 'p2', reason: '公示期间本人提出放弃' }];
    const view = resultView(aPublicRound({ people, result: { conferred, notConferred } }, TIERS));
    assert.deepEqual(
      view?.comparison.differences.map(({ name, before, after }) => `${name}：${before} → ${after}`),
      ['王二：示例工匠候选人 → 未命名：公示期间本人提出放弃', '李三：入围奖候选人 → 示例工匠'],
    );
  });
});

describe('the figures on objections', () => {
  it('stand only where an office states them', () => {
    const stated = { objections: { received: 3, verified: 1, affected: 1 } };
    assert.equal(
      resultView(aPublicRound({ result: stated }))?.objections,
      '公示期内收到异议3件，核实1件，涉及人选1人。',
    );
    const words = (received: number, verified: number, affected: number): string | undefined =>
      resultView(aPublicRound({ result: { objections: { received, verified, affected } } }))?.objections;
    assert.equal(words(2, 2, 0), '公示期内收到异议2件，均已调查核实，不影响公示人选。');
    assert.equal(words(1, 1, 1), '公示期内收到异议1件，已调查核实，涉及人选1人。');
    assert.equal(words(0, 0, 0), '公示期内没有收到异议。');
    assert.equal(resultView(aPublicRound({ result: {} }))?.objections, undefined);
  });
});

describe('a prize', () => {
  it('is written in 万 where it is whole', () => {
    assert.equal(prizeText(10_000), '一次性奖励1万元');
    assert.equal(prizeText(4000), '一次性奖励4000元');
  });
});
