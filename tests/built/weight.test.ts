import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { pageWeight } from '#pipeline/build/page-weight.ts';
import { builtSite } from '#tests/built-site.ts';

const budgets = JSON.parse(await readFile(new URL('../budgets.json', import.meta.url), 'utf8')) as {
  page: string;
  what: string;
  brotliBytes: number;
}[];

describe('the weight of a page', () => {
  for (const { page, what, brotliBytes: limit } of budgets) {
    it(`/${page} (${what}) is one request of at most ${limit} bytes`, async () => {
      const { brotliBytes, scriptBytes, requests } = await pageWeight(await builtSite(), page);
      assert.ok(brotliBytes <= limit, `${brotliBytes} bytes`);
      assert.ok(scriptBytes <= 4096, `scripts of ${scriptBytes} bytes`);
      assert.deepEqual(requests, []);
    });
  }
});
