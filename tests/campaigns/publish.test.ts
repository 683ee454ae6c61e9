import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missing } from '#tests/system-program.ts';
import { killCampaign } from './publish-kills.ts';
import { loadCampaign } from './publish-load.ts';

describe('publishing, a short slice of its campaigns', () => {
  it('killed at six random instants, serves one whole site each time', async () => {
    const { kills } = await killCampaign(6, 20_261_125);
    assert.equal(kills, 6);
  });

  it(
    'published five times under eight clients of a real nginx, never shows a mixture or misses a style',
    { skip: missing('nginx') },
    async () => {
      const { publishes, pages } = await loadCampaign(5);
      assert.equal(publishes, 5);
      assert.ok(pages > 5 * 8, `${pages} pages`);
    },
  );
});
