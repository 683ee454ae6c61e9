import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Rewriter, TrackedText } from '#core/privacy/tracked-text.ts';

const ADDRESS = 'chief-technician-2026@example.org';

/** An address at some distance in front of, and behind, the only thing that was replaced in a long text. */
function around(distance: number): string {
  const far = '字'.repeat(2000);
  const between = '，'.repeat(distance);
  const text = `${far}EMAIL:${ADDRESS}${between}\\n${between}${ADDRESS};x${far}`;
  const out = new Rewriter(new TrackedText(text));
  const at = text.indexOf('\\n');
  out.replace(at, at + 2, '\n');
  return out.finish().surroundings().text;
}

describe('the surroundings of what was undone in a text', () => {
  it('cut no address in two, however far it stands from it', () => {
    let whole = 0;
    for (let distance = 0; distance <= 160; distance += 1) {
      const text = around(distance);
      const parts = text.split(ADDRESS).join('');
      assert.doesNotMatch(parts, /@|example|technician/, String(distance));
      if (text.includes(ADDRESS)) whole += 1;
    }
    assert.ok(whole > 80, String(whole));
  });
});
