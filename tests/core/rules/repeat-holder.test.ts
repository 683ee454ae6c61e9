import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RoundFolder } from '#core/records/content.ts';
import { repeatHolder } from '#core/rules/repeat-holder.ts';
import { aCandidate, aDossier, aProgramme, aResult, aRoster, aRound, said } from '#tests/builders.ts';

const text = '已获得澄湖工匠称号的不再推荐。';
const barring = (rule: { withinYears?: number; strength?: 'must' | 'general' } = {}) =>
  aProgramme({
    repeat: { text, clause: '一', ...rule },
    tiers: [
      { key: 'craftsman', name: '澄湖工匠', clause: '二' },
      { key: 'shortlist-award', name: '入围奖', title: false, clause: '二' },
    ],
  });

/** 骆青川 of 远航渡轮 was conferred on 16 October 2020. */
function earlierRound(tier = 'craftsman'): RoundFolder {
  const holder = aCandidate({ id: 'h0ld3r1' });
  const round = aRound({ edition: '2020年度', year: 2020 });
  const result = aResult([holder], {
    conferredOn: '2020-10-16',
    published: '2020-10-16',
    conferred: [{ tier, people: [holder.id] }],
  });
  const common = { id: 'chenghu-craftsman/2020', edition: '2020', round, notice: undefined, result };
  return { ...common, roster: aRoster([holder]), people: [], acts: [], takenDown: [] };
}

const check = (programme = barring(), change: Parameters<typeof aCandidate>[0] = {}, earlier = [earlierRound()]) =>
  said(repeatHolder.check(aDossier({ programme, earlier, people: [aCandidate(change)] })));

describe('a holder of the title', () => {
  it('is taken off a later list', () => {
    assert.deepEqual(check(), [
      '✗ candidates/p3wd9hz.md「name」（骆青川）：骆青川（澄湖市远航渡轮有限公司）在2020年度已获“澄湖工匠”称号（2020-10-16 命名）。规定是：“已获得澄湖工匠称号的不再推荐。”（依据：澄工发〔2024〕8号，一）。请核对；由批准名单的单位定夺，程序不代为取舍。 [repeat-holder]',
    ]);
  });

  it('is a question where the notice says 一般', () => {
    assert.deepEqual(check(barring({ strength: 'general' })), [
      '△ candidates/p3wd9hz.md「name」（骆青川）：骆青川（澄湖市远航渡轮有限公司）在2020年度已获“澄湖工匠”称号（2020-10-16 命名）。规定是：“已获得澄湖工匠称号的不再推荐。”（依据：澄工发〔2024〕8号，一）。请核对；确有理由的，请在 round.md 的 accepted 中写明。 [repeat-holder-general]',
    ]);
  });

  it('with the same name at another employer is only asked about', () => {
    assert.deepEqual(check(barring(), { employer: '澄湖市东湾纺织厂' }), [
      '△ candidates/p3wd9hz.md「name」（骆青川）：2020年度有一位同名的“澄湖工匠”：骆青川（澄湖市远航渡轮有限公司）。请确认不是同一人换了单位；确认后在 round.md 的 accepted 中写明。 [repeat-holder-namesake]',
    ]);
  });

  it('is somebody else with another name', () => {
    assert.deepEqual(check(barring(), { name: '庾岚' }), []);
  });

  it('of an 入围奖 holds no title', () => {
    assert.deepEqual(check(barring(), {}, [earlierRound('shortlist-award')]), []);
  });

  it('is free where the notice bars nobody', () => {
    assert.deepEqual(check(aProgramme()), []);
  });
});

describe('a bar of four years from 16 October 2020', () => {
  const programme = barring({ withinYears: 4 });
  const opening = (opensOn: string) => {
    const round = aRound({ publicity: { opensOn, closesOn: opensOn } });
    return repeatHolder.check(aDossier({ programme, round, earlier: [earlierRound()] })).length;
  };

  it('still holds on 15 October 2024 and no longer on 16 October', () => {
    assert.equal(opening('2024-10-15'), 1);
    assert.equal(opening('2024-10-16'), 0);
  });
});

describe('an earlier round without a list', () => {
  it('is known by its people’s files, and by nothing once they are gone', () => {
    const round = earlierRound();
    const others = [aCandidate({ id: 'k7m2xq4', name: '庾岚' }), aCandidate({ id: 'h0ld3r1' })];
    assert.equal(check(barring(), {}, [{ ...round, roster: undefined, people: others }]).length, 1);
    assert.deepEqual(check(barring(), {}, [{ ...round, roster: undefined, people: [] }]), []);
  });
});

describe('a round that was never decided', () => {
  it('has no holders', () => {
    const undecided = { ...earlierRound(), result: undefined };
    assert.deepEqual(check(barring(), {}, [undecided]), []);
  });
});
