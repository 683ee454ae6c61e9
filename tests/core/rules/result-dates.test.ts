import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultDates } from '#core/rules/result-dates.ts';
import { aCandidate, aDossier, aResult, aRound, said } from '#tests/builders.ts';

const check = (conferredOn: string, published = conferredOn, closingTime?: string) => {
  const round = aRound({ publicity: { closingTime } });
  const result = aResult([aCandidate()], { conferredOn, published });
  return said(resultDates.check(aDossier({ round, result })));
};
const tooEarly = (day: string) =>
  `✗ result.md「conferredOn」：决定的日期 ${day} 在公示期之内（公示到 2024-09-18 才满）。请核对日期；公示期满以后才能决定。 [result-too-early]`;

describe('a decision', () => {
  it('comes after the window, which ends at 24:00 of 18 September', () => {
    assert.deepEqual(check('2024-09-19'), []);
    assert.deepEqual(check('2024-09-18'), [tooEarly('2024-09-18')]);
    assert.deepEqual(check('2024-09-12'), [tooEarly('2024-09-12')]);
  });

  it('may follow in the evening of a window that ends at 17:00', () => {
    assert.deepEqual(check('2024-09-18', '2024-09-19', '17:00'), []);
  });

  it('is announced on its day or later', () => {
    assert.deepEqual(check('2024-10-16', '2024-10-18'), []);
    assert.deepEqual(check('2024-10-16', '2024-10-15'), [
      '✗ result.md「published」：结果 2024-10-15 发布，早于决定的日期 2024-10-16。请核对两个日期。 [result-published-early]',
    ]);
  });

  it('that has not been made has no dates', () => {
    assert.deepEqual(said(resultDates.check(aDossier())), []);
  });
});
