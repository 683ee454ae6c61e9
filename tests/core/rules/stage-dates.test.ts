import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stageDates } from '#core/rules/stage-dates.ts';
import { aDossier, aRound, said } from '#tests/builders.ts';

const check = (round: Parameters<typeof aRound>[0]) => said(stageDates.check(aDossier({ round: aRound(round) })));

describe('the stages of a round', () => {
  it('begin before they end, and the conferral follows the publicity', () => {
    assert.deepEqual(
      check({
        stages: [
          { kind: 'nomination', opensOn: '2024-06-03', closesOn: '2024-07-31' },
          { kind: 'publicity', opensOn: '2024-09-11', closesOn: '2024-09-18' },
          { kind: 'conferral', opensOn: '2024-10-16' },
        ],
        vote: { opensOn: '2024-08-05', closesOn: '2024-08-09', text: '网络投票。' },
      }),
      [],
    );
  });

  it('that end before they begin are a slip', () => {
    assert.deepEqual(check({ stages: [{ kind: 'nomination', opensOn: '2024-06-03', closesOn: '2023-07-31' }] }), [
      '✗ round.md「stages.0.closesOn」：这一阶段 2023-07-31 结束，早于开始的 2024-06-03。请核对两个日期的年、月、日。 [stage-reversed]',
    ]);
    assert.deepEqual(check({ vote: { opensOn: '2024-08-05', closesOn: '2024-08-01', text: '网络投票。' } }), [
      '✗ round.md「vote.closesOn」：网络投票 2024-08-01 结束，不晚于开始的 2024-08-05。请核对两个日期的年、月、日和钟点。 [vote-reversed]',
    ]);
  });

  it('have the hours of a vote in order too, each with its day', () => {
    const vote = {
      opensOn: '2017-06-27',
      opensAt: '09:00',
      closesOn: '2017-07-07',
      closesAt: '09:00',
      text: '网络投票。',
    };
    assert.deepEqual(check({ vote }), []);
    assert.deepEqual(check({ vote: { ...vote, closesOn: '2017-06-27' } }), [
      '✗ round.md「vote.closesOn」：网络投票 2017-06-27 09:00 结束，不晚于开始的 2017-06-27 09:00。请核对两个日期的年、月、日和钟点。 [vote-reversed]',
    ]);
    assert.deepEqual(check({ vote: { closesAt: '09:00', text: '网络投票。' } }), [
      '✗ round.md「vote.closesAt」：写了投票的钟点，却没有写是哪一天。请补上 opensOn（开始）或 closesOn（结束）的日期，或删去钟点。 [vote-hour-without-day]',
    ]);
  });

  it('do not confer while the list is still shown, until 18 September', () => {
    assert.deepEqual(check({ stages: [{ kind: 'conferral', opensOn: '2024-09-19' }] }), []);
    assert.deepEqual(check({ stages: [{ kind: 'conferral', opensOn: '2024-09-18' }] }), [
      '✗ round.md「stages.0.opensOn」：命名安排在 2024-09-18，而公示到 2024-09-18 还没有结束。请把命名改到 2024-09-18 以后。 [conferral-before-publicity]',
    ]);
  });

  it('may last one day', () => {
    const day = { opensOn: '2024-08-05', closesOn: '2024-08-05' };
    assert.deepEqual(check({ stages: [{ kind: 'showcase', ...day }], vote: { ...day, text: '网络投票。' } }), []);
  });

  it('do not confer before a publicity that is planned for later than its printed window', () => {
    const stages = [
      { kind: 'publicity' as const, opensOn: '2024-10-08' },
      { kind: 'conferral' as const, opensOn: '2024-09-29' },
    ];
    assert.deepEqual(check({ stages }), [
      '✗ round.md「stages.1.opensOn」：命名安排在 2024-09-29，而公示到 2024-10-08 还没有结束。请把命名改到 2024-10-08 以后。 [conferral-before-publicity]',
    ]);
  });

  it('may leave the dates of a vote open', () => {
    assert.deepEqual(check({ vote: { text: '网络投票，日期另行公布。' } }), []);
  });
});
