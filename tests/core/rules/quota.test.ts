import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quota } from '#core/rules/quota.ts';
import { aCandidate, aDossier, aProgramme, aRoster, aRound, aTakenDown, people, said } from '#tests/builders.ts';

const exactly = (count: number) => ({ count, kind: 'exactly' as const });
const twoTitles = [
  { key: 'ten-great', name: '港城十大工匠', limit: exactly(2), clause: '四、4' },
  { key: 'craftsman', name: '港城工匠', limit: exactly(3), clause: '四、4' },
];

describe('a list of a programme with one title', () => {
  const programme = aProgramme({ quota: { ...exactly(10), clause: '二' } });

  it('of exactly as many people as the notice allots is in order', () => {
    assert.deepEqual(said(quota.check(aDossier({ programme, people: people(10) }))), []);
  });

  it('that is one short, or two too long, is told by how many', () => {
    assert.deepEqual(said(quota.check(aDossier({ programme, people: people(9) }))), [
      '✗ roster.json「people」：名单上“澄湖工匠”有 9 人，而名额为 10 人（依据：澄工发〔2024〕8号，二）。请补足 1 人，或核对各人的档次（tier）。 [quota-missed]',
    ]);
    assert.deepEqual(said(quota.check(aDossier({ programme, people: people(12) }))), [
      '✗ roster.json「people」：名单上“澄湖工匠”有 12 人，而名额为 10 人（依据：澄工发〔2024〕8号，二）。请对照批准的名单核对各人的档次（tier）；确是差额公示（公示的多于命名的），请在 round.md 的 tiers 写明 { key: "craftsman", count: 12, atMost: 10 }，名额由结果遵守。 [quota-missed]',
    ]);
  });

  it('may stay below a ceiling and not pass it', () => {
    const ceiling = aProgramme({ quota: { count: 10, kind: 'at-most', clause: '三' } });
    assert.deepEqual(said(quota.check(aDossier({ programme: ceiling, people: people(4) }))), []);
    assert.deepEqual(said(quota.check(aDossier({ programme: ceiling, people: people(11) }))), [
      '✗ roster.json「people」：名单上“澄湖工匠”有 11 人，而名额不超过 10 人（依据：澄工发〔2024〕8号，三）。请对照批准的名单核对各人的档次（tier）；确是差额公示（公示的多于命名的），请在 round.md 的 tiers 写明 { key: "craftsman", count: 11, atMost: 10 }，名额由结果遵守。 [quota-missed]',
    ]);
  });

  it('of 左右 may be a fifth away; beyond that a person decides', () => {
    const about = aProgramme({ quota: { count: 20, kind: 'about', clause: '一' } });
    for (const count of [16, 20, 24]) {
      assert.deepEqual(said(quota.check(aDossier({ programme: about, people: people(count) }))), [], String(count));
    }
    for (const count of [15, 25]) {
      assert.deepEqual(said(quota.check(aDossier({ programme: about, people: people(count) }))), [
        `△ roster.json「people」：名单上“澄湖工匠”有 ${count} 人，而名额为 20 人左右，相差超过五分之一（依据：澄工发〔2024〕8号，一）。请核对名单；确有理由的，请在 round.md 的 accepted 中写明。 [quota-about]`,
      ]);
    }
  });

  it('still counts somebody who was taken down after publication', () => {
    const takenDown = [aTakenDown('t4k3nd0', 4)];
    assert.deepEqual(said(quota.check(aDossier({ programme, people: people(9), takenDown }))), []);
  });

  it('counts an 入围奖 apart from the title', () => {
    const withAward = aProgramme({
      quota: { ...exactly(1), clause: '三' },
      tiers: [
        { key: 'craftsman', name: '焦作工匠', limit: exactly(1), clause: '三' },
        { key: 'shortlist-award', name: '焦作工匠入围奖', title: false, clause: '六' },
      ],
    });
    const listed = people(3, (index) => (index === 0 ? {} : { tier: 'shortlist-award' }));
    assert.deepEqual(said(quota.check(aDossier({ programme: withAward, people: listed }))), []);
  });
});

describe('a list of a programme with two titles', () => {
  const programme = aProgramme({ quota: { ...exactly(5), clause: '四、4' }, tiers: twoTitles });
  const tiers = (great: number, count: number) =>
    people(count, (index) => ({ tier: index < great ? 'ten-great' : 'craftsman' }));

  it('is in order with both numbers met', () => {
    assert.deepEqual(said(quota.check(aDossier({ programme, people: tiers(2, 5) }))), []);
  });

  it('is told about each title that is not, and not about the sum as well', () => {
    assert.deepEqual(said(quota.check(aDossier({ programme, people: tiers(1, 5) }))), [
      '✗ roster.json「people」：名单上“港城十大工匠”有 1 人，而名额为 2 人（依据：澄工发〔2024〕8号，四、4）。请补足 1 人，或核对各人的档次（tier）。 [quota-missed]',
      '✗ roster.json「people」：名单上“港城工匠”有 4 人，而名额为 3 人（依据：澄工发〔2024〕8号，四、4）。请对照批准的名单核对各人的档次（tier）；确是差额公示（公示的多于命名的），请在 round.md 的 tiers 写明 { key: "craftsman", count: 4, atMost: 3 }，名额由结果遵守。 [quota-missed]',
    ]);
  });

  it('is summed up where the titles have no number of their own', () => {
    const summed = aProgramme({
      quota: { ...exactly(5), clause: '四、4' },
      tiers: twoTitles.map(({ key, name, clause }) => ({ key, name, clause })),
    });
    assert.deepEqual(said(quota.check(aDossier({ programme: summed, people: tiers(1, 4) }))), [
      '✗ roster.json「people」：名单上各档合计有 4 人，而名额为 5 人（依据：澄工发〔2024〕8号，四、4）。请补足 1 人，或核对各人的档次（tier）。 [quota-missed]',
    ]);
  });

  it('needs a known tier of everybody before anything is counted', () => {
    const listed = [aCandidate({ name: '骆青川' }), aCandidate({ id: 'k7m2xq4', name: '庾岚', tier: 'master' })];
    assert.deepEqual(said(quota.check(aDossier({ programme, people: listed }))), [
      '✗ candidates/p3wd9hz.md「tier」（骆青川）：没有写档次（tier），而本活动不止一个称号。请写下列之一：ten-great（港城十大工匠）、craftsman（港城工匠）。 [tier-missing]',
      '✗ candidates/k7m2xq4.md「tier」（庾岚）：没有“master”这个档次。请写下列之一：ten-great（港城十大工匠）、craftsman（港城工匠）。 [tier-unknown]',
    ]);
  });
});

describe('numbers a round states itself', () => {
  const programme = aProgramme({ quota: { count: 20, kind: 'at-most', clause: '三' } }, {});
  const limited = aProgramme({
    quota: { count: 20, kind: 'at-most', clause: '三' },
    tiers: [{ key: 'craftsman', name: '焦作工匠', limit: { count: 20, kind: 'at-most' }, clause: '三' }],
  });

  it('bind its list', () => {
    const round = aRound({ tiers: [{ key: 'craftsman', count: 18 }] });
    assert.deepEqual(said(quota.check(aDossier({ programme, round, people: people(18) }))), []);
    assert.deepEqual(said(quota.check(aDossier({ programme, round, people: people(17) }))), [
      '✗ roster.json「people」：名单上“澄湖工匠”有 17 人，而名额为 18 人（依据：本届 round.md 的 tiers）。请补足 1 人，或核对各人的档次（tier）。 [quota-missed]',
    ]);
  });

  it('may not pass the programme’s', () => {
    const round = aRound({ tiers: [{ key: 'craftsman', count: 21 }] });
    assert.deepEqual(said(quota.check(aDossier({ programme: limited, round, people: people(21) }))), [
      '✗ round.md「tiers.0.count」：本届写明“焦作工匠”21 人，而名额不超过 20 人（依据：澄工发〔2024〕8号，三）。请改正本届的人数。 [round-quota-missed]',
      '✗ roster.json「people」：名单上“澄湖工匠”有 21 人，而名额不超过 20 人（依据：澄工发〔2024〕8号，三）。请对照批准的名单核对各人的档次（tier）；确是差额公示（公示的多于命名的），请在 round.md 的 tiers 写明 { key: "craftsman", count: 21, atMost: 20 }，名额由结果遵守。 [quota-missed]',
    ]);
  });

  it('are nobody’s business where the programme has none, or the same', () => {
    const round = aRound({ tiers: [{ key: 'craftsman', count: 20 }] });
    for (const one of [programme, limited]) {
      assert.deepEqual(said(quota.check(aDossier({ programme: one, round, people: people(20) }))), []);
    }
  });

  it('far from 左右 are a question', () => {
    const about = aProgramme({
      quota: { count: 20, kind: 'about', clause: '一' },
      tiers: [{ key: 'craftsman', name: '包头工匠', limit: { count: 20, kind: 'about' }, clause: '一' }],
    });
    const round = aRound({ tiers: [{ key: 'craftsman', count: 25 }] });
    assert.deepEqual(said(quota.check(aDossier({ programme: about, round, people: people(25) }))), [
      '△ round.md「tiers.0.count」：本届写明“包头工匠”25 人，而名额为 20 人左右，相差超过五分之一（依据：澄工发〔2024〕8号，一）。请核对；确有理由的，请在 round.md 的 accepted 中写明。 [round-quota-about]',
      '△ roster.json「people」：名单上“澄湖工匠”有 25 人，而名额为 20 人左右，相差超过五分之一（依据：澄工发〔2024〕8号，一）。请核对名单；确有理由的，请在 round.md 的 accepted 中写明。 [quota-about]',
    ]);
  });

  it('of a tier the programme does not know are an error', () => {
    const round = aRound({ tiers: [{ key: 'master', count: 1 }] });
    assert.deepEqual(said(quota.check(aDossier({ programme, round }))), [
      '✗ round.md「tiers.0.key」：没有“master”这个档次。请写下列之一：craftsman（澄湖工匠）。 [tier-unknown]',
    ]);
  });
});

describe('a list that cannot be counted yet', () => {
  const programme = aProgramme({ quota: { ...exactly(10), clause: '二' } });

  it('because a person’s file is missing is left to the rule that says so', () => {
    const listed = people(10);
    const dossier = aDossier({ programme, people: listed.slice(1), roster: aRoster(listed) });
    assert.deepEqual(said(quota.check(dossier)), []);
  });

  it('because the round is only being prepared raises nothing', () => {
    const dossier = aDossier({ programme, people: [], roster: undefined, notice: undefined });
    assert.deepEqual(said(quota.check(dossier)), []);
  });

  it('because everybody is missing from a published notice is short of everybody', () => {
    assert.deepEqual(said(quota.check(aDossier({ programme, people: [], roster: undefined }))), [
      '✗ round.md：名单上“澄湖工匠”有 0 人，而名额为 10 人（依据：澄工发〔2024〕8号，二）。请补足 10 人，或核对各人的档次（tier）。 [quota-missed]',
    ]);
  });
});
