import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readFile } from './seen-files.ts';
import { PLACES } from './seen-places.ts';

describe('a sentence that a person sees', () => {
  it('can stand in at least 70 places', () => assert.ok(PLACES.length >= 70, String(PLACES.length)));

  for (const [about, bytes] of PLACES) {
    it(`is read or named: ${about}`, () => {
      fc.assert(
        fc.property(fc.stringMatching(/^[甲乙丙丁][一-龥]{3,12}[。！]$/u), (sentence) => {
          const { sheets, outside, notices } = readFile(bytes(sentence));
          const texts = sheets.flatMap(({ rows }) =>
            rows.flat().flatMap((cell) => [cell?.text ?? '', cell?.comment ?? '']),
          );
          const read = [...texts, ...outside].some((one) => one.includes(sentence));
          const named = notices.some(
            ({ code, text: words = sentence }) => code !== 'photo-unseen' && words.includes(sentence),
          );
          assert.ok(read || named, `${sentence}: ${JSON.stringify(notices)}`);
        }),
        { numRuns: 5 },
      );
    });
  }
});
