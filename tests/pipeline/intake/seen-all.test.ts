import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readFile } from './seen-files.ts';
import { MORE_PLACES, UNSEEN_PLACES } from './seen-more-places.ts';
import { PLACES } from './seen-places.ts';

const ALL = [...PLACES, ...MORE_PLACES];

describe('a sentence that a person sees', () => {
  it('can stand in at least 90 places', () => assert.ok(ALL.length >= 90, String(ALL.length)));

  for (const [about, bytes] of ALL) {
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

describe('what nobody sees who opens the file', () => {
  for (const [about, bytes] of UNSEEN_PLACES)
    it(`is neither read nor spoken of: ${about}`, () => {
      const read = readFile(bytes('暗中的话'));
      assert.ok(!JSON.stringify(read).includes('暗中的话'), JSON.stringify(read));
      assert.equal(read.sheets[0]?.rows[0]?.[1]?.text, '焊工');
    });
});
