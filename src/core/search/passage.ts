import { foldWithPlaces } from './fold.ts';

export interface Passage {
  before: string;
  match: string;
  after: string;
}

const AROUND = 28;

/**
 * Where a text has the words, all of them, and what stands around the first; `undefined` where one of them is missing. Letters that
 * bracket, space or comma part are one piece here as in the query.
 */
export function passageOf(
  text: string,
  words: readonly string[],
  simple: ReadonlyMap<string, string>,
): Passage | undefined {
  const { folded, places } = foldWithPlaces(text, simple);
  const [first] = words;
  if (first === undefined || !words.every((word) => folded.includes(word))) return undefined;
  const at = folded.indexOf(first);
  const start = places[at] ?? 0;
  const lastPlace = places[at + first.length - 1] ?? start;
  const end = lastPlace + String.fromCodePoint(text.codePointAt(lastPlace) ?? 0x20).length;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return {
    before: (from > 0 ? '…' : '') + whole(text, from, start),
    match: text.slice(start, end),
    after: whole(text, end, to) + (to < text.length ? '…' : ''),
  };
}

/** Without half a character at either end. */
function whole(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
}
