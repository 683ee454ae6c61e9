import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { showcaseGroups, type Sorting } from '#site/pages/showcase-view.ts';
import { roundWall } from '#site/pages/wall-view.ts';
import { pictureOf } from '#site/person-picture.ts';
import { publish } from '#site/publication.ts';
import { anAct, aTombstone } from '#tests/core/lifecycle/a-life.ts';
import { aContent, aPerson, aProgramme, aPublication, aPublicRound, instant } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const PEOPLE = [
  aPerson('p1', { name: '李明', craftFamily: 'machining', district: '东区' }),
  aPerson('p2', { name: '王芳', craftFamily: 'welding', district: '西区' }),
  aPerson('p3', { name: '赵强', district: '东区' }),
  aPerson('p4', { name: '孙丽', craftFamily: 'welding' }),
];
const TIERS = {
  tiers: [
    { key: 'craftsman', name: '示例工匠', clause: '五' },
    { key: 'award', name: '入围奖', title: false, clause: '五' },
  ],
};
const programme = aProgramme({ districts: ['西区', '东区', '北区'] }, TIERS);
const result = {
  conferred: [
    { tier: 'craftsman', people: ['p1', 'p2', 'p3'] },
    { tier: 'award', people: ['p4'] },
  ],
};

function shown(by: Sorting, now: string): Record<string, string[]> {
  const site = aPublication({ programme, rounds: [{ people: PEOPLE, result }] }, now);
  return Object.fromEntries(
    showcaseGroups(site, by).map(({ heading, tiles }) => [heading, tiles.map(({ name }) => name)]),
  );
}

describe('the showcase', () => {
  it('is empty before the conferral is announced', () => {
    for (const now of ['2024-09-09T00:00:00+08:00', '2024-09-12T00:00:00+08:00', '2024-10-15T23:59:59+08:00']) {
      for (const by of ['craft', 'district', 'year'] as const) assert.deepEqual(shown(by, now), {});
    }
  });

  it('has who bears a title from the day of the announcement on, by craft; an 入围奖 is no title', () => {
    assert.deepEqual(shown('craft', '2024-10-16T00:00:00+08:00'), {
      焊接: ['王芳'],
      车铣切削: ['李明'],
      其他工艺: ['赵强'],
    });
  });

  it('sorts by the districts in the order of the programme, and by years', () => {
    const now = '2025-01-01T00:00:00+08:00';
    assert.deepEqual(shown('district', now), { 示例市西区: ['王芳'], 示例市东区: ['李明', '赵强'] });
    assert.deepEqual(shown('year', now), { '2024年': ['李明', '王芳', '赵强'] });
  });

  it('loses whose title was taken back, and who was taken down, at once', () => {
    const content = aContent({ programme, rounds: [{ people: PEOPLE, result }] });
    const round = there(content.programmes[0]?.rounds[0]);
    round.acts.push(anAct('revoke', '2024-12-01 08:00', { people: ['p1'] }));
    const names = (now: string) =>
      showcaseGroups(publish(content, instant(now)), 'year').flatMap(({ tiles }) => tiles.map(({ name }) => name));
    assert.deepEqual(names('2024-12-01T07:59:59+08:00'), ['李明', '王芳', '赵强']);
    assert.deepEqual(names('2024-12-01T08:00:00+08:00'), ['王芳', '赵强']);
    // `takedown` leaves a tombstone in the place of the record and of the row.
    round.takenDown.push(aTombstone('p2', 2));
    round.people = round.people.filter(({ id }) => id !== 'p2');
    const roster = there(round.roster);
    roster.data = { ...roster.data, people: roster.data.people.filter(({ id }) => id !== 'p2') };
    assert.deepEqual(names('2024-12-01T08:00:00+08:00'), ['赵强']);
    const [motifs] = [publish(content, instant('2024-12-02T08:00:00+08:00')).rounds[0]?.decided.map(pictureOf)];
    assert.deepEqual(motifs, [
      { kind: 'seal', initial: '李' },
      { kind: 'none' },
      { kind: 'seal', initial: '赵' },
      { kind: 'motif', family: 'welding' },
    ]);
  });

  it('says what was conferred, and gives each group an anchor that is its own', () => {
    const site = aPublication({ programme, rounds: [{ people: PEOPLE, result }] });
    const groups = showcaseGroups(site, 'district');
    assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
    assert.equal(groups[0]?.tiles[0]?.title, '2024年示例工匠');
  });
});

describe('the wall of a round', () => {
  it('stands in the order of the list, motifs where there is no portrait, a seal where there is no craft either', () => {
    const photo = { credit: '示例机床厂供图', consent: '本人书面同意' };
    const people = [aPerson('p0', { name: '周全', craftFamily: 'food', photo }), ...PEOPLE];
    const [group, ...rest] = roundWall(aPublicRound({ people, result: {} })) ?? [];
    assert.deepEqual(rest, []);
    assert.deepEqual(
      group?.tiles.map(({ name, picture }) => [name, picture]),
      [
        ['周全', { kind: 'photo', alt: '周全的照片', credit: '示例机床厂供图' }],
        ['李明', { kind: 'motif', family: 'machining' }],
        ['王芳', { kind: 'motif', family: 'welding' }],
        ['赵强', { kind: 'seal', initial: '赵' }],
        ['孙丽', { kind: 'motif', family: 'welding' }],
      ],
    );
  });

  it('gives way to a board of names where most have no picture, and where they are too many', () => {
    assert.equal(
      roundWall(aPublicRound({ people: [aPerson('p1'), aPerson('p2', { craftFamily: 'food' })], result: {} })),
      undefined,
    );
    const crowd = Array.from({ length: 241 }, (_, at) => aPerson(`p${at}`, { craftFamily: 'food' }));
    assert.equal(roundWall(aPublicRound({ people: crowd, result: {} })), undefined);
    assert.notEqual(roundWall(aPublicRound({ people: crowd.slice(1), result: {} })), undefined);
  });
});
