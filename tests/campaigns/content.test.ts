import assert from 'node:assert/strict';
import { it } from 'node:test';
import { contentCampaign } from './content.ts';

it('a hundred and fifty spoiled content trees neither crash the check nor pass with changed facts', async () => {
  const report = await contentCampaign(150, 7, () => undefined);
  assert.equal(report.tried, 150);
  assert.deepEqual(report.crashed, []);
  assert.deepEqual(report.silent, []);
  assert.ok(report.slowest < 100 * report.middle, `${report.slowest} ms, in the middle ${report.middle} ms`);
  assert.ok(report.refused > 30, `${report.refused} refused`);
});
