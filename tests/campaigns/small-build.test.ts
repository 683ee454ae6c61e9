import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forgedMemory, smallBuilds } from './small-build/small-build.ts';

describe('a small build', () => {
  it('equals the cold one byte for byte outside Pagefind after whatever was edited', async () => {
    const { builds, sites, faults } = await smallBuilds(30, 20_261_130, 4);
    assert.deepEqual(faults, []);
    assert.equal(builds, 8);
    assert.ok(sites >= 6, `${sites} sites`);
  });

  it('takes nothing from a memory that was forged or spoiled', async () => {
    const { builds, reached } = await forgedMemory(40, 20_261_130, 10);
    assert.deepEqual(reached, []);
    assert.equal(builds, 4);
  });
});
