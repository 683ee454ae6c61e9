import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { objectionEntry } from '#site/pages/open-notices.ts';
import { aPublication } from '#tests/site/a-site.ts';

/** A round of 11 to 18 September 2024, a second one beside it where asked. */
const entryAt = (now: string, second = false, decided = false): string =>
  objectionEntry(
    aPublication(
      { rounds: [{ ...(decided && { result: {} }) }, ...(second ? [{ edition: '2024b' }] : [])] },
      `2024-${now}+08:00`,
    ),
  );

describe('where 提出异议 leads', () => {
  it('is straight to the one notice that is open, from its first instant to its last', () => {
    assert.equal(entryAt('09-11T00:00:00'), '/example/2024/objection/');
    assert.equal(entryAt('09-18T23:59:59'), '/example/2024/objection/');
  });
  it('is the guide before, afterwards, and once decided', () => {
    assert.equal(entryAt('09-10T23:59:59'), '/guide/objection/');
    assert.equal(entryAt('09-19T00:00:00'), '/guide/objection/');
    assert.equal(entryAt('10-17T00:00:00', false, true), '/guide/objection/');
  });
  it('is the guide, which lists them, where several are open', () => {
    assert.equal(entryAt('09-12T10:00:00', true), '/guide/objection/');
  });
});
