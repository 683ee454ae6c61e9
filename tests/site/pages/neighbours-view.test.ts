import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type NeighboursView, neighboursView } from '#site/pages/neighbours-view.ts';
import { aPerson, aPublication } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const people = [
  aPerson('p1', { name: '丁一', trade: '车工', employer: '示例机床厂' }),
  aPerson('p2', { name: '王二', trade: '钳工', employer: '示例造船厂' }),
  aPerson('p3', { name: '李三', trade: '车工', employer: '示例造船厂' }),
];

function viewOf(id: string, now: string, result?: object): NeighboursView {
  const publication = aPublication({ rounds: [{ people, ...(result && { result }) }] }, `${now}T10:00:00+08:00`);
  const round = there(publication.rounds[0]);
  return neighboursView(there(round.visible.find((line) => line.id === id)), round, publication);
}

describe('whom a reader of a profile may read next', () => {
  it('are those before and after it in the office’s order, and none beyond the ends', () => {
    const middle = viewOf('p2', '2024-09-12');
    assert.deepEqual([middle.previous?.name, middle.next?.name], ['丁一', '李三']);
    assert.deepEqual([viewOf('p1', '2024-09-12').previous, viewOf('p3', '2024-09-12').next], [undefined, undefined]);
    assert.deepEqual(middle.round, { text: '2024年度示例工匠选树全部3位', address: '/example/2024/' });
  });
  it('are those of the trade and the employer, a candidate never with the title', () => {
    assert.deepEqual(
      viewOf('p3', '2024-09-12').alike.map(({ label, people: [one] }) => [label, one?.name, one?.held]),
      [
        ['同一工种：车工', '丁一', '2024年度示例工匠选树人选'],
        ['同一单位：示例造船厂', '王二', '2024年度示例工匠选树人选'],
      ],
    );
  });
  it('are honourees with their title once it is public, and nobody who is not shown any more', () => {
    const conferred = [{ tier: 'craftsman', people: ['p1', 'p3'] }];
    const view = viewOf('p3', '2024-10-20', { conferred, notConferred: [{ person: 'p2' }] });
    assert.deepEqual(
      view.alike.map(({ people: [one] }) => [one?.name, one?.held]),
      [['丁一', '2024年度示例工匠']],
    );
    assert.equal(view.previous?.name, '丁一');
  });
});
