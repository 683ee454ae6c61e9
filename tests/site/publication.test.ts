import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameIndex } from '#site/pages/search-view.ts';
import { publish } from '#site/publication.ts';
import { aContent, aPerson, aPublication, instant } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

describe('a notice that goes up on 10 September at 09:00', () => {
  const rounds = [{ published: '2024-09-10', publishedTime: '09:00' }];
  it('is not there a second before, and neither is its round', () => {
    assert.deepEqual(aPublication({ rounds }, '2024-09-10T08:59:59+08:00').rounds, []);
  });
  it('is there at 09:00', () => {
    assert.equal(aPublication({ rounds }, '2024-09-10T09:00:00+08:00').rounds.length, 1);
  });
});

describe('a round without a notice', () => {
  it('is not shown', () => {
    const content = aContent();
    for (const folder of there(content.programmes[0]).rounds) folder.notice = undefined;
    assert.deepEqual(publish(content, instant('2030-01-01T00:00:00+08:00')).rounds, []);
  });
});

describe('a result announced on 16 October', () => {
  const rounds = [{ result: {} }];
  it('is absent the day before, while its notice stands', () => {
    const [round] = aPublication({ rounds }, '2024-10-15T23:59:59+08:00').rounds;
    assert.equal(round?.result, undefined);
  });
  it('is there on the day', () => {
    const [round] = aPublication({ rounds }, '2024-10-16T00:00:00+08:00').rounds;
    assert.ok(round?.result);
  });
});

describe('the people of a round', () => {
  it('stand in the order of the approved list, not of the files', () => {
    const people = [aPerson('z9', { name: '丁一' }), aPerson('a1', { name: '王二' }), aPerson('m5', { name: '李三' })];
    const [round] = aPublication({ rounds: [{ people }] }).rounds;
    assert.deepEqual(
      round?.people.map(({ data }) => data.name),
      ['丁一', '王二', '李三'],
    );
  });

  it('must all have a file', () => {
    const content = aContent();
    there(there(content.programmes[0]).rounds[0]).people = [];
    assert.throws(() => publish(content, instant('2025-01-01T00:00:00+08:00')), /却没有这个人的文件/);
  });
});

describe('a printed end that a calendar amended since would move', () => {
  it('stands as promised until an act moves it; check asks for that act', () => {
    const [round] = aPublication({ rounds: [{ publicity: { closesOn: '2024-09-19' } }] }).rounds;
    assert.equal(round?.window.closesOn, '2024-09-19');
  });
});

describe('the rounds of a site', () => {
  it('come the latest first', () => {
    const early = { edition: '2024-1', publicity: { opensOn: '2024-03-04', closesOn: '2024-03-08' } };
    const site = aPublication({ rounds: [{ ...early, published: '2024-03-01' }, { edition: '2024-2' }] });
    assert.deepEqual(
      site.rounds.map(({ id }) => id),
      ['example/2024-2', 'example/2024-1'],
    );
  });
});

describe('the index of names', () => {
  const people = [aPerson('a1', { name: '王二' }), aPerson('b2', { name: '李三' })];
  const names = (given: Parameters<typeof aPublication>[0], now?: string): string[] =>
    nameIndex(aPublication(given, now)).flatMap(({ surnames }) =>
      surnames.flatMap(({ people: lines }) => lines.map(({ name }) => name)),
    );

  it('holds every candidate while nothing is decided', () => {
    assert.deepEqual(names({ rounds: [{ people }] }, '2024-09-12T09:00:00+08:00'), ['李三', '王二']);
  });
  it('holds nobody of a window that is over while its result is awaited', () => {
    assert.deepEqual(names({ rounds: [{ people }] }, '2024-09-19T00:00:00+08:00'), []);
  });
  it('leaves out who was not conferred', () => {
    const result = {
      conferred: [{ tier: 'craftsman', people: ['b2'] }],
      notConferred: [{ person: 'a1', reason: '本人放弃' }],
    };
    assert.deepEqual(names({ rounds: [{ people, result }] }), ['李三']);
  });
});
