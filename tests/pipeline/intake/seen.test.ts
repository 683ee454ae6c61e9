import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFile } from './seen-files.ts';
import { LETTERS } from './seen-letters.ts';
import { PROMPTS } from './seen-prompts.ts';
import { SHEET_HIDDEN } from './seen-sheet-hidden.ts';
import { SHEET_LINES } from './seen-sheet-lines.ts';
import { UNREAD } from './seen-unread.ts';
import { WORD_HIDDEN } from './seen-word-hidden.ts';

const KINDS = { ...LETTERS, ...PROMPTS, ...SHEET_HIDDEN, ...SHEET_LINES, ...UNREAD, ...WORD_HIDDEN };

for (const [kind, dialects] of Object.entries(KINDS)) {
  describe(kind, () => {
    it('is tried in at least three spellings', () => assert.ok(dialects.length >= 3));

    for (const { about, bytes, text, notices, hidden } of dialects) {
      it(about, () => {
        const read = readFile(bytes());
        const said = read.notices.map(({ code, what, text: words }) => [code, what, words].filter(Boolean).join(' '));
        assert.deepEqual(said, notices);
        const [sheet] = read.sheets;
        assert.equal(sheet?.rows[0]?.[1]?.text ?? (text === undefined ? undefined : ''), text);
        assert.deepEqual(
          [sheet?.hiddenRows, sheet?.hiddenColumns],
          [hidden === 'row' ? [0] : [], hidden === 'column' ? [1] : []],
        );
      });
    }
  });
}
