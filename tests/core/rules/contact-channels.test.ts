import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contactChannels } from '#core/rules/contact-channels.ts';
import { aCandidate, aDossier, aProgramme, aRound, said } from '#tests/builders.ts';

type Channels = NonNullable<NonNullable<Parameters<typeof aRound>[0]>['channels']>;
const check = (...channels: Channels) => said(contactChannels.check(aDossier({ round: aRound({ channels }) })));
const phone = { kind: 'phone', number: '0000000' } as const;
const visit = { kind: 'visit', address: '澄湖市示例路0号' } as const;

const noPhone =
  '✗ round.md「channels」：没有一部受理异议的电话。请在 channels 中补上 kind: "phone" 的一项，purpose 中要有 objection。 [channel-phone-missing]';
const nothingElse =
  '✗ round.md「channels」：除电话外没有别的渠道受理异议。请在 channels 中补上电子邮箱（email）、来信（post）或来访（visit）的一项，purpose 中要有 objection。 [channel-written-missing]';

describe('the channels for an objection', () => {
  it('are a telephone and any other way', () => {
    assert.deepEqual(check(phone, visit), []);
    assert.deepEqual(check(phone, { kind: 'email', address: 'office@chenghu.example.org' }), []);
    assert.deepEqual(check(phone, { kind: 'post', address: '澄湖市示例路0号', addressee: '澄湖市总工会' }), []);
  });

  it('are not a telephone alone, nor a door alone, nor nothing', () => {
    assert.deepEqual(check(phone), [nothingElse]);
    assert.deepEqual(check(visit), [noPhone]);
    assert.deepEqual(check(), [noPhone, nothingElse]);
  });

  it('are not those that only take corrections or the press', () => {
    assert.deepEqual(check({ ...phone, purpose: ['correction'] }, { ...visit, purpose: ['press'] }), [
      noPhone,
      nothingElse,
    ]);
  });
});

describe('the channels of several offices', () => {
  const programme = aProgramme({
    tiers: [
      { key: 'great', name: '澄湖大工匠', clause: '二' },
      { key: 'craftsman', name: '澄湖工匠', clause: '二' },
    ],
  });
  const people = [aCandidate({ tier: 'great' }), aCandidate({ id: 'p3wd9hy', tier: 'craftsman' })];
  const both = (...channels: Channels) =>
    said(contactChannels.check(aDossier({ programme, people, round: aRound({ channels }) })));

  it('are complete for the reader of each list', () => {
    assert.deepEqual(both({ ...phone, tiers: ['great'] }, { ...phone, tiers: ['craftsman'] }, visit), []);
    assert.deepEqual(both(phone, { ...visit, tiers: ['great'] }), [
      '✗ round.md「channels」：“澄湖工匠”除电话外没有别的渠道受理异议：电子邮箱、来信、传真、来访都写明只受理别的档次。请补上，或在其中一项的 tiers 里加上它。 [channel-tier-written-missing]',
    ]);
    assert.deepEqual(both({ ...phone, tiers: ['craftsman'] }, visit), [
      '✗ round.md「channels」：“澄湖大工匠”没有一部受理异议的电话：各个电话都写明只受理别的档次。请补上，或在一个电话的 tiers 里加上它。 [channel-tier-phone-missing]',
    ]);
  });

  it('serve tiers that there are', () => {
    assert.deepEqual(both(phone, { ...visit, tiers: ['great', 'collective'] }, { ...visit, tiers: ['craftsman'] }), [
      '✗ round.md「channels.1.tiers.1」：这个联系方式写明受理“collective”，活动里没有这个档次。请写下列之一：great、craftsman；各档都受理的，删去 tiers。 [channel-tier-unknown]',
    ]);
  });

  it('take a fax for paper, and never for a voice', () => {
    const fax = { kind: 'fax', number: '0000000' } as const;
    assert.deepEqual(check(phone, fax), []);
    assert.deepEqual(check(fax, visit), [noPhone]);
  });
});

describe('reception hours', () => {
  it('in two halves of a day are in order', () => {
    const hours = [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ];
    assert.deepEqual(check({ ...phone, hours }, visit), []);
  });

  it('that end before they begin are a slip', () => {
    const hours = [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '05:30' },
    ];
    assert.deepEqual(check(phone, { ...visit, hours }), [
      '✗ round.md「channels.1.hours.1」：接待时间从 13:30 到 05:30，结束不晚于开始。请改正；跨中午的请分上午、下午两段写。 [hours-reversed]',
    ]);
    assert.equal(check(phone, { ...visit, hours: [{ from: '08:30', to: '08:30' }] }).length, 1);
  });
});
