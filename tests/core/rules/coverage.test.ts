import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverage } from '#core/rules/coverage.ts';
import { aDossier, aRound, said } from '#tests/builders.ts';

const one = { title: '公示了', outlet: '澄湖日报', date: '2024-09-12', address: 'https://daily.example.org/1' };
const check = (...all: (typeof one & { person?: string })[]) =>
  said(coverage.check(aDossier({ round: aRound({ coverage: all }) })));

describe('what newspapers wrote of a round', () => {
  it('is of the round, or of somebody on its list', () => {
    assert.deepEqual(check(one), []);
    assert.deepEqual(check({ ...one, person: 'zz9zz9z' }), [
      '✗ round.md「coverage.0.person」：媒体报道写的人 zz9zz9z 不在本届的名单上。请核对编号；报道是关于整届的，删去 person 一行。 [coverage-person-unknown]',
    ]);
  });

  it('stands there once', () => {
    assert.deepEqual(check(one, { ...one, title: '又公示了' }), [
      '✗ round.md「coverage.1.address」：这篇媒体报道前面已经写过（网址和人都相同）。请删去一条。 [coverage-twice]',
    ]);
  });
});
