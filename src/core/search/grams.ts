/**
 * An index of every two neighbouring characters of the site's folded text, in small files of letters: a query costs the files of the
 * pairs that cover it, however large the archive. It says in which documents all pairs of a query occur; that they stand side by side
 * is read from the document itself.
 */

/** Each pair of characters of a folded text once. */
export function gramsOf(folded: string): Set<string> {
  const grams = new Set<string>();
  let before = '';
  for (const character of folded) {
    if (before !== '' && isIndexed(before) && isIndexed(character)) grams.add(before + character);
    before = character;
  }
  return grams;
}

/** The pairs that tell a word: all of a short one; of a longer one every other and the last, which touch each of its characters. */
export function tellingGrams(word: string): string[] {
  const characters = [...word];
  const last = characters.length - 2;
  const pairs = characters
    .map((_, at) => at)
    .filter((at) => at <= last && (last < 4 || at % 2 === 0 || at === last))
    .map((at) => characters.slice(at, at + 2));
  return [...new Set(pairs.filter((pair) => pair.every(isIndexed)).map((pair) => pair.join('')))];
}

/** The file a pair stands in. @param shards a power of two */
export function shardOf(gram: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const character of gram) hash = Math.imul(hash ^ codeOf(character), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) & (shards - 1);
}

const A = 97;

/** What a pair's line in its file begins with: eight letters. The gaps between the documents' numbers follow. */
export function gramKey(gram: string): string {
  let key = '';
  for (const character of gram) key += letters(codeOf(character), 4);
  return key;
}

/** Ascending numbers as the gaps between them. @param last the number before the first of them, -1 where there is none */
export function gapLetters(numbers: readonly number[], last: number): string {
  let text = '';
  let before = last;
  for (const number of numbers) {
    text += gap(number - before - 1);
    before = number;
  }
  return text;
}

/** The documents of a pair; none where the shard does not know it. @param shard the lines of one file */
export function documentsOf(gram: string, shard: string): number[] {
  const key = gramKey(gram);
  const start = shard.startsWith(key) ? 0 : shard.indexOf(`\n${key}`) + 1;
  if (start === 0 && !shard.startsWith(key)) return [];
  const numbers: number[] = [];
  let value = 0;
  let before = -1;
  for (let at = start + key.length; at < shard.length; at += 1) {
    const code = shard.charCodeAt(at);
    if (code === 10) break;
    if (code < A) {
      value = value * 26 + (code - 65);
      continue;
    }
    before += value * 26 + (code - A) + 1;
    numbers.push(before);
    value = 0;
  }
  return numbers;
}

/** What stands in every list; the lists ascend. */
export function inAll(lists: readonly (readonly number[])[]): number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (!shortest) return [];
  const sets = others.map((list) => new Set(list));
  return shortest.filter((number) => sets.every((set) => set.has(number)));
}

/** Four letters hold every assigned character; the private planes beyond are not indexed. */
function isIndexed(character: string): boolean {
  return codeOf(character) < 26 ** 4;
}

/** @param character one, as a string is walked through */
function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function letters(value: number, width: number): string {
  let text = '';
  for (let left = width, rest = value; left > 0; left -= 1, rest = Math.floor(rest / 26)) {
    text = String.fromCharCode(A + (rest % 26)) + text;
  }
  return text;
}

/** Digits of base 26: capitals go on, a small letter ends. */
function gap(value: number): string {
  let text = String.fromCharCode(A + (value % 26));
  for (let rest = Math.floor(value / 26); rest > 0; rest = Math.floor(rest / 26)) {
    text = String.fromCharCode(65 + (rest % 26)) + text;
  }
  return text;
}
