import { foldWithPlaces } from './fold.ts';

/** A text in pieces, those marked that a word of the query is found in; joined again they are the text. */
export type MarkedPiece = [text: string, marked: boolean];

/** @param words folded, as `queryWords` gives them */
export function marked(text: string, words: readonly string[], simple: ReadonlyMap<string, string>): MarkedPiece[] {
  const { folded, places } = foldWithPlaces(text, simple);
  const found = words
    .flatMap((word): [from: number, to: number][] => {
      const at = word === '' ? -1 : folded.indexOf(word);
      return at < 0 ? [] : [[places[at] ?? 0, endOf(text, places[at + word.length - 1] ?? 0)]];
    })
    .sort(([a], [b]) => a - b);
  const pieces: MarkedPiece[] = [];
  let done = 0;
  for (const [from, to] of found) {
    if (to <= done) continue;
    const begin = Math.max(from, done);
    if (begin > done) pieces.push([text.slice(done, begin), false]);
    pieces.push([text.slice(begin, to), true]);
    done = to;
  }
  return done < text.length || pieces.length === 0 ? [...pieces, [text.slice(done), false]] : pieces;
}

/** Behind the character that begins at a place. */
function endOf(text: string, at: number): number {
  return at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
}
