import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaign } from './campaign.ts';

describe('a slice of the campaign (npm run campaign -- audit runs the whole)', () => {
  it('finds at least 99.5 % of 2,000 leaks and stops at most 0.2 % of 2,000 clean snippets, seed 1', () => {
    const { leaks, clean, misses, alarms } = campaign(2000, 2000, 1);
    assert.ok(leaks.wrong <= 10, misses.join('\n'));
    assert.ok(clean.wrong <= 4, alarms.join('\n'));
  });
});
