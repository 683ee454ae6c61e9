import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockCampaign } from './lock.ts';

describe('two hands at once and a pulled plug, a short slice of the campaign', () => {
  it('sixteen pairs and ten kills: no record lost, no false message', async () => {
    const { pairs, kills } = await lockCampaign({ pairs: 16, kills: 10 }, 20_261_130, 1);
    assert.deepEqual([pairs, kills], [16, 10]);
  });
});
