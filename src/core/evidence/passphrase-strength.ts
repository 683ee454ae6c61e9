import { COMMON, ROWS, WORD_ROWS } from './guessable.ts';

/** Why a pass phrase is guessed sooner than its length promises. */
export type Weakness = 'short' | 'repeated' | 'in-order' | 'common' | 'number';

export interface Strength {
  /** What a guesser who knows these habits has to try at most, as a power of two; on the low side. */
  bits: number;
  weaknesses: Weakness[];
}

/** Four words of everyday speech have 44, five have 55; each guess costs half a second and 128 MB (`key-file.ts`). */
export const ENOUGH_BITS = 44.5;

/**
 * Counts only what is new in a pass phrase: what is common, in a known order or said before is worth a bit or two, however long it is.
 * Words count by the word, Chinese characters one by one, each once.
 */
export function strengthOf(phrase: string): Strength {
  const signs = [...phrase.normalize('NFKC').toLowerCase()];
  const found = new Set<Weakness>();
  const spent = new Set<number>();
  let bits = 0;
  const spend = (places: readonly number[], weakness: Weakness, worth: number): void => {
    if (places.every((place) => spent.has(place))) return;
    for (const place of places) spent.add(place);
    found.add(weakness);
    bits += worth;
  };
  const written = placesOf(signs, (sign) => !SEPARATOR.test(sign));
  const words = wordsOf(signs);
  for (const places of repeatedWords(signs, words)) spend(places, 'repeated', 0);
  for (const places of repeated(signs, written)) spend(places, 'repeated', 1);
  for (const places of commonIn(signs, written)) spend(places, 'common', 2);
  for (const kind of [/./u, /[a-z]/, /\d/, HAN]) {
    const seen = written.filter((place) => kind.test(signs[place] ?? ''));
    for (const places of ordered(signs, seen)) spend(places, 'in-order', 2);
  }
  for (const places of orderedWords(signs, words)) spend(places, 'in-order', 2);
  const rest = words.map((places) => places.filter((place) => !spent.has(place))).filter(({ length }) => length > 0);
  const characters = new Set<string>();
  for (const places of rest) {
    const text = places.map((place) => signs[place]).join('');
    if (/\d{7}/.test(text)) found.add('number');
    bits += bitsOf(text, characters);
  }
  if (bits < ENOUGH_BITS) found.add('short');
  return { bits, weaknesses: ORDER.filter((weakness) => found.has(weakness)) };
}

const ORDER = ['common', 'in-order', 'repeated', 'number', 'short'] as const satisfies readonly Weakness[];
const SEPARATOR = /[\s\p{Pd}_.,;:/|·、，。；：]/u;
const HAN = /\p{Script=Han}/u;
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/;

/** One word without separators: its letters, figures and signs one stretch after the other. */
function bitsOf(word: string, characters: Set<string>): number {
  const stretches = word.match(/[a-z]+|\d+|\p{Script=Han}+|[^a-z\d\p{Script=Han}]+/gu) ?? [];
  const isMixed = stretches.length >= 4;
  return stretches.reduce((sum, stretch) => {
    if (/^\d/.test(stretch)) return sum + (/^(?:19|20)\d\d$/.test(stretch) ? 5 : Math.min(16, 3.3 * stretch.length));
    const fresh = [...new Set(stretch)].filter((sign) => !characters.has(sign));
    if (HAN.test(stretch)) {
      for (const sign of fresh) characters.add(sign);
      return sum + 5 * fresh.length;
    }
    return sum + (/^[a-z]/.test(stretch) ? letterBits(stretch, isMixed) : Math.min(9, 3 * new Set(stretch).size));
  }, 0);
}

/** A word is one choice out of some thousands however long; letters at random are told by their consonants or by what stands between. */
function letterBits(letters: string, isMixed: boolean): number {
  const { length } = letters;
  if (isMixed && length <= 2) return 4 * length;
  if (CONSONANTS.test(letters)) return 3.5 * length;
  return ([0, 1, 3, 9, 10.5][length] ?? 11) + 1.8 * Math.max(0, length - 8);
}

function placesOf(signs: readonly string[], wanted: (sign: string) => boolean): number[] {
  return signs.flatMap((sign, place) => (wanted(sign) ? [place] : []));
}

function wordsOf(signs: readonly string[]): number[][] {
  const words: number[][] = [[]];
  signs.forEach((sign, place) => {
    if (SEPARATOR.test(sign)) words.push([]);
    else words.at(-1)?.push(place);
  });
  return words.filter(({ length }) => length > 0);
}

const LETTER_FOR: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0o1l3e4a5s7t@a$s!i'.matchAll(/(.)(.)/g)].map(([, sign = '', letter = '']) => [sign, letter]),
);

function commonIn(signs: readonly string[], places: readonly number[]): number[][] {
  const plain = places.map((place) => signs[place] ?? '');
  const dressed = plain.map((sign) => LETTER_FOR[sign] ?? sign);
  return COMMON.flatMap((word) =>
    [plain, dressed].flatMap((list) => {
      const parts = [...word];
      return list.flatMap((_, from) =>
        parts.every((sign, index) => list[from + index] === sign) ? [places.slice(from, from + parts.length)] : [],
      );
    }),
  );
}

/** Stretches of three and more in an order that everybody knows, and of four and more that step evenly through the alphabet of signs. */
function ordered(signs: readonly string[], places: readonly number[]): number[][] {
  const list = places.map((place) => signs[place] ?? '');
  const runs: number[][] = [];
  for (const row of ROWS) {
    const order = [...row];
    for (const line of [order, order.toReversed()]) {
      for (let from = 0; from < list.length;) {
        const at = line.indexOf(list[from] ?? '');
        let length = 1;
        while (at >= 0 && from + length < list.length && list[from + length] === line[at + length]) length += 1;
        if (length >= 3) runs.push(places.slice(from, from + length));
        from += length >= 3 ? length : 1;
      }
    }
  }
  const step = (place: number): number => (list[place]?.codePointAt(0) ?? 0) - (list[place - 1]?.codePointAt(0) ?? 0);
  for (let from = 0; from + 3 < list.length;) {
    let length = 2;
    while (from + length < list.length && step(from + length) === step(from + 1)) length += 1;
    const even = length >= 4 && Math.abs(step(from + 1)) <= 3;
    if (even) runs.push(places.slice(from, from + length));
    from += even ? length : 1;
  }
  return runs;
}

function orderedWords(signs: readonly string[], words: readonly (readonly number[])[]): number[][] {
  const texts = words.map((places) => places.map((place) => signs[place]).join(''));
  return WORD_ROWS.flatMap((row) =>
    words.flatMap((places, index) => {
      const at = row.indexOf(texts[index] ?? '');
      const next = texts[index + 1] ?? '';
      return at >= 0 && next !== '' && (row[at + 1] === next || row[at - 1] === next)
        ? [[...places, ...(words[index + 1] ?? [])]]
        : [];
    }),
  );
}

function repeatedWords(signs: readonly string[], words: readonly (readonly number[])[]): number[][] {
  const seen = new Set<string>();
  return words.flatMap((places) => {
    const text = places.map((place) => signs[place]).join('');
    const again = seen.has(text);
    seen.add(text);
    return again ? [[...places]] : [];
  });
}

/** What stands there for the second time, of three signs and more, or two Chinese characters. */
function repeated(signs: readonly string[], places: readonly number[]): number[][] {
  const list = places.map((place) => signs[place] ?? '');
  const runs: number[][] = [];
  for (let at = 1; at < list.length;) {
    let longest = 0;
    for (let from = 0; from < at; from += 1) {
      let length = 0;
      while (at + length < list.length && list[from + length] === list[at + length]) length += 1;
      longest = Math.max(longest, length);
    }
    const enough = longest >= (HAN.test(list[at] ?? '') ? 2 : 3);
    if (enough) runs.push(places.slice(at, at + longest));
    at += enough ? longest : 1;
  }
  return runs;
}
