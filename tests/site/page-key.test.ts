import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, type Publication, type PublicRound } from '#site/publication.ts';
import { there } from '#tests/there.ts';
import { type Clock, roundKey } from '../../src/pages/_page-key.ts';
import { aPerson, aProgramme, aPublication, type ARound, aSite } from './a-site.ts';

/** Opened on 4 March, decided on 1 April. */
const OLD: ARound = {
  edition: '2023',
  people: [aPerson('old')],
  published: '2024-03-01',
  publicity: { opensOn: '2024-03-04', closesOn: '2024-03-08' },
  result: { conferredOn: '2024-04-01', published: '2024-04-01' },
};
const NEW: ARound = { edition: '2024', people: [aPerson('new')] };
const OPEN = '2024-09-12T09:00:00+08:00';

function roundOf({ rounds }: Publication, edition: string): PublicRound {
  return there(rounds.find(({ roundId }) => roundId === `example/${edition}`));
}

function keyOf(publication: Publication, edition: string, clock?: Clock): string {
  return roundKey(roundOf(publication, edition), publication, clock);
}

describe('what the pages of a round are made of', () => {
  const before = aPublication({ rounds: [OLD, NEW] }, OPEN);

  it('is the same for the same content, read once more', () => {
    const again = aPublication({ rounds: [OLD, NEW] }, OPEN);
    assert.equal(keyOf(again, '2024'), keyOf(before, '2024'));
    assert.notEqual(keyOf(before, '2023'), keyOf(before, '2024'));
  });

  it('is another when a word of a person, an outlet or a title of the round is another', () => {
    for (const changed of [
      { ...NEW, people: [aPerson('new', { summary: '从事钳工二十一年。' })] },
      { ...NEW, round: { outlets: [{ name: '示例晚报' }] } },
      { ...NEW, round: { title: '2024年示例工匠' } },
      { ...NEW, published: '2024-09-09' },
    ]) {
      const after = aPublication({ rounds: [OLD, changed] }, OPEN);
      assert.notEqual(keyOf(after, '2024'), keyOf(before, '2024'), JSON.stringify(changed));
      assert.equal(keyOf(after, '2023'), keyOf(before, '2023'), 'the other round has not changed');
    }
  });

  it('stays when another round comes or goes', () => {
    assert.equal(keyOf(aPublication({ rounds: [OLD] }, OPEN), '2023'), keyOf(before, '2023'));
  });

  it('is another when the site or the programme is', () => {
    const site = aPublication({ site: aSite({ name: '另一个榜' }), rounds: [OLD, NEW] }, OPEN);
    const programme = aPublication({ programme: aProgramme({ title: '示例大工匠' }), rounds: [OLD, NEW] }, OPEN);
    for (const after of [site, programme]) assert.notEqual(keyOf(after, '2024'), keyOf(before, '2024'));
  });

  it('is another at the instants that change a state, and in between as the page asks for the clock', () => {
    const at = (now: string): Publication => aPublication({ rounds: [OLD, NEW] }, now);
    const [early, late, next, closed] = [
      '2024-09-12T09:00:00+08:00',
      '2024-09-12T17:00:00+08:00',
      '2024-09-13T09:00:00+08:00',
      '2024-09-19T00:00:00+08:00',
    ].map(at);
    const key = (publication: Publication | undefined, clock?: Clock): string =>
      keyOf(there(publication), '2024', clock);
    assert.notEqual(key(early), key(closed));
    assert.equal(key(early, 'day'), key(late, 'day'));
    assert.notEqual(key(early, 'day'), key(next, 'day'));
    assert.notEqual(key(early, 'instant'), key(late, 'instant'));
    assert.equal(keyOf(there(early), '2023'), keyOf(there(closed), '2023'), 'long decided');
  });

  it('of a sample is another with its clock, which every page shows', () => {
    const at = (now: string): Publication =>
      aPublication({ site: aSite({ sample: true, sampleClock: '2025-01-01T00:00:00+08:00' }), rounds: [OLD] }, now);
    assert.notEqual(keyOf(at('2025-01-01T00:00:00+08:00'), '2023'), keyOf(at('2025-01-02T00:00:00+08:00'), '2023'));
  });
});

describe('when a page is out of date', () => {
  it('is when something of its own round changes: an open window makes no other page old', () => {
    const all = aPublication({ rounds: [OLD, NEW] }, OPEN);
    // The window of 2024 ends on 18 September at 24:00.
    const end = Date.parse('2024-09-19T00:00:00+08:00');
    assert.equal(dueOf(roundOf(all, '2024'), all.now), end);
    assert.equal(all.due, end, 'of the site, as before');
    assert.notEqual(dueOf(roundOf(all, '2023'), all.now), end);
  });
});
