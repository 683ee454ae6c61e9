import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainDate } from '#core/calendar/plain-date.ts';
import { signatureFault } from '#core/records/approval.ts';
import { samePersonTwice } from '#core/rules/same-person-twice.ts';
import { fold } from '#core/search/fold.ts';
import { isSameName } from '#core/text/person-name.ts';
import { aCandidate, aDossier } from '#tests/builders.ts';

describe('two names', () => {
  it('are one, whatever stands between their letters', () => {
    for (const other of [
      '阿卜杜拉买买提',
      '阿卜杜拉 买买提',
      '阿卜杜拉•买买提',
      '阿卜杜拉・买买提',
      '阿卜杜拉.买买提',
      '阿卜杜拉－买买提',
      '阿卜杜拉\u115F·买买提',
      '阿卜杜拉·买买提\u{E0100}',
    ])
      assert.ok(isSameName('阿卜杜拉·买买提', other), other);
    assert.ok(isSameName('ＬＩ Ming', 'li ming'));
    assert.ok(isSameName('\uF90A玉堂', '金玉堂'));
  });

  it('stay two when a letter differs, also from traditional to simplified', () => {
    for (const [one, other] of [
      ['王磊', '王垒'],
      ['范明', '範明'],
      ['后明', '後明'],
      ['王\uE863', '王'],
      ['王*', '王'],
    ] as const)
      assert.ok(!isSameName(one, other), one);
  });

  it('are compared so by the four eyes, by the rule of one person once, and by the search', () => {
    const decision = { body: '某局', document: '某〔2026〕1号', date: '2026-09-01' as PlainDate };
    for (const reviewer of ['阿卜杜拉买买提', '阿卜杜拉\u3164·买买提'])
      assert.equal(signatureFault({ ...decision, approver: '阿卜杜拉·买买提', reviewer }), 'approval-same-person');
    const people = [aCandidate({ name: '王磊' }), { ...aCandidate({ name: '王\u115F磊' }), id: 'p9' }];
    assert.deepEqual(
      samePersonTwice.check(aDossier({ people })).map(({ code }) => code),
      ['same-person-twice'],
    );
    assert.equal(fold('王\u115F磊', new Map()), fold('王磊', new Map()));
  });
});
