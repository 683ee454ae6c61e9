import { Rewriter, type TrackedText } from './tracked-text.ts';

/** Six signs in a row, each by itself: a form with one box per character. */
const ROW = /(?<![^ \t\n])[^ \t\n](?:[ \t\n]{1,12}[^ \t\n](?![^ \t\n])){5,400}/g;
const WORDS = /[-A-Za-z\u4e00-\u9fa5()@]/;

/** Words that stand one sign per cell put together; rows of digits alone are read where they stand. */
export function putTogether(folded: TrackedText): TrackedText {
  const out = new Rewriter(folded);
  for (const { 0: row, index } of folded.text.matchAll(ROW)) {
    if (WORDS.test(row)) out.replace(index, index + row.length, row.replace(/[ \t\n]/g, ''));
  }
  return out.finish();
}
