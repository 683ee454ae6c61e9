import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtSite } from '#tests/built-site.ts';
import { searchEval } from '#tests/campaigns/search/search-eval.ts';

describe('a slice of npm run campaign -- search', () => {
  it('finds all that brute force finds and nothing else, among 300 people', async () => {
    const built = await builtSite();
    const { kinds } = await searchEval({ size: 300, each: 25, seed: 6, plant: undefined, built, browser: false });
    assert.equal(kinds.length, 13);
    for (const { kind, recall, precision, queries } of kinds) {
      assert.ok(queries > 10, kind);
      assert.equal(recall, 1, kind);
      assert.equal(precision, 1, kind);
    }
  });
});
