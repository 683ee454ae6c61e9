import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { READERS } from './extend.ts';
import { tamperCampaign } from './tamper.ts';

describe('a slice of npm run campaign -- tamper', () => {
  it('notices every change of site, manifest, ledger, checkpoint and key, and a rewritten history by its pin', async () => {
    const { tried, found, missed, rewritten, extended } = await tamperCampaign(150, 8);
    assert.deepEqual(missed, []);
    assert.equal(found, tried);
    assert.equal(rewritten.foundWithPin, rewritten.tried);
    // Without a pin such a history looks whole: whoever holds the key can rewrite everything.
    assert.equal(rewritten.foundWithout, 0);
    for (const [kind, { tried: made, found: seen, isOwed }] of Object.entries(extended)) {
      // What is not owed is found by nobody: such a history looks like any other.
      for (const reader of READERS) assert.equal(seen[reader], isOwed[reader] ? made : 0, `${kind}, ${reader}`);
    }
    assert.ok((extended['extended']?.tried ?? 0) > 100);
  });
});
