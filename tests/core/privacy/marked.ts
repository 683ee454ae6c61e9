import assert from 'node:assert/strict';
import type { Hit, ValueKind } from '#core/privacy/kind.ts';

/**
 * Looks for private values in a text in which those to be found stand in «…», and in which nothing else may be found:
 * `finds('车牌 «鲁K·A1234»。')`. One of several kinds is named in front of a bar: `«mobile-number|…»`.
 */
export function finder(detect: (text: string) => readonly Hit[], kind?: ValueKind): (marked: string) => void {
  return (marked) => {
    const expected: string[] = [];
    let text = '';
    for (const [index, piece] of marked.split(/[«»]/).entries()) {
      const named = index % 2 === 1 ? /^([a-z-]+)\|/.exec(piece) : null;
      const value = piece.slice(named?.[0].length ?? 0);
      if (index % 2 === 1) expected.push(`${named?.[1] ?? kind} ${text.length}–${text.length + value.length}`);
      text += value;
    }
    const found = [...detect(text)]
      .sort((a, b) => a.start - b.start)
      .map((hit) => `${hit.kind} ${hit.start}–${hit.end}`);
    assert.deepEqual(found, expected, marked);
  };
}
