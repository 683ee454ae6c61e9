import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tamperCampaign } from './tamper.ts';

describe('a slice of tamper-campaign', () => {
  it('notices every change of site, manifest, ledger, checkpoint and key, and a rewritten history by its pin', async () => {
    const { tried, found, missed, rewritten } = await tamperCampaign(150, 8);
    assert.deepEqual(missed, []);
    assert.equal(found, tried);
    assert.equal(rewritten.foundWithPin, rewritten.tried);
    // Without a pin such a history looks whole: whoever holds the key can rewrite everything.
    assert.equal(rewritten.foundWithout, 0);
  });
});
