import { CHINESE_NUMERALS } from './digit.ts';
import { leading } from './leading.ts';
import { Rewriter, type TrackedText } from './tracked-text.ts';

/** Fewer are a year, a count or a clause, not a number that names a person. */
const LEAST = 7;

type Change = readonly [from: number, to: number, text: string];

/**
 * Chinese numerals turned into digits where they stand in a row as long as a telephone number, alone or mixed with digits,
 * and the letters O and l where they stand for 0 and 1 in such a row. One text for each way of reading: a numeral that may
 * be the end of a name (张三，…) is spelt like the others, or kept. None when there is no such row.
 */
export function withNumeralsAsDigits(folded: TrackedText): TrackedText[] {
  const letters = [...lettersAsDigits(folded.text), ...lettersInGroups(folded.text)];
  const rows = rowsOf(folded.text);
  const spelt = rows.flatMap(({ row, at }) => numeralsAsDigits(row, at));
  const named = rows.filter(({ row, at }) => NAME.test(row) && HAN.test(folded.text.charAt(at - 1)));
  if (letters.length + spelt.length === 0) return [];
  const texts = [rewritten(folded, [...letters, ...spelt])];
  if (named.length > 0) {
    const kept = named.flatMap(({ row, at }) => {
      const name = leading(NAME, row).length;
      return numeralsAsDigits(row.slice(name), at + name);
    });
    texts.push(rewritten(folded, kept));
  }
  return texts;
}

/** Stretches of numerals and digits, at least one of them Chinese, with a few separators between any two. */
function rowsOf(text: string): { row: string; at: number }[] {
  const rows: { row: string; at: number }[] = [];
  let start = -1;
  let last = -1;
  let count = 0;
  let chinese = false;
  for (let at = 0; at <= text.length; at += 1) {
    const sort = at === text.length ? OTHER : SORT[text.charCodeAt(at)];
    if (sort === DIGIT || sort === NUMERAL) {
      if (start === -1) start = at;
      last = at;
      count += 1;
      chinese ||= sort === NUMERAL;
    } else if (start !== -1 && (sort === OTHER || at - last > MOST_SEPARATORS)) {
      if (chinese && count >= LEAST) rows.push({ row: text.slice(start, last + 1), at: start });
      start = -1;
      count = 0;
      chinese = false;
    }
  }
  return rows;
}

function numeralsAsDigits(row: string, at: number): Change[] {
  if (!CHINESE.test(row) || COUNTED.test(row)) return [];
  const spelt = [...row].map((character) => CHINESE_NUMERALS.get(character) ?? (character === '○' ? '0' : character));
  return spelt.filter(isDigit).length >= LEAST ? [[at, at + row.length, spelt.join('')]] : [];
}

function lettersAsDigits(text: string): Change[] {
  const changes: Change[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && LOOKALIKE[text.charCodeAt(at)] === 1) continue;
    if (at - start >= LEAST && at - start <= LONGEST) {
      const token = text.slice(start, at);
      const letters = token.replace(/[0-9]/g, '').length;
      const beside = text.charAt(start - 1) + text.charAt(at);
      if (letters > 0 && letters * 2 <= token.length && !/[0-9A-Za-z]/.test(beside)) {
        changes.push([start, at, withDigits(token)]);
      }
    }
    start = at + 1;
  }
  return changes;
}

/** I38 1234 5678, 13O-1234-5678. */
const GROUPS = /(?<![0-9A-Za-z])[1lI][3-9][0-9OoОоlI][ .-][0-9OoОоlI]{4}[ .-][0-9OoОоlI]{4}(?![0-9A-Za-z])/g;

function lettersInGroups(text: string): Change[] {
  return [...text.matchAll(GROUPS)].flatMap(({ 0: row, index }): Change[] => {
    const letters = row.replace(/[0-9 .-]/g, '').length;
    return letters > 0 && letters < 4 ? [[index, index + row.length, withDigits(row)]] : [];
  });
}

function withDigits(token: string): string {
  return token.replace(/[OoОоΟο]/g, '0').replace(/[lI]/g, '1');
}

function rewritten(folded: TrackedText, changes: Change[]): TrackedText {
  const out = new Rewriter(folded);
  let done = 0;
  for (const [from, to, spelt] of changes.sort((a, b) => a[0] - b[0])) {
    if (from >= done) out.replace(from, to, spelt);
    done = Math.max(done, to);
  }
  return out.finish();
}

const MOST_SEPARATORS = 6;
const OTHER = 0;
const DIGIT = 1;
const NUMERAL = 2;
const SEPARATOR = 3;
const SORT = unitTable([
  ['0123456789○', DIGIT],
  [[...CHINESE_NUMERALS.keys()].join(''), NUMERAL],
  [' \t\n-.,·/\\|_:\'"、()[]', SEPARATOR],
]);

/** 一、二、三 number the paragraphs. */
const COUNTED = /^一、二、三|[^、]一、二、三/;
/** In 张三，一三五… the first numeral is a name. */
const NAME = new RegExp(
  `^[${[...CHINESE_NUMERALS.keys()].join('')}][ \\t\\n\\-.,·/|:'"、()]{1,6}(?=[^ \\t\\n\\-.,·/|:'"、()]{2})`,
);
const HAN = /[\u4e00-\u9fa5]/;
const CHINESE = new RegExp(`[${[...CHINESE_NUMERALS.keys()].join('')}]`);
/** 1 for digits and the letters drawn like 0 and 1, Latin, Cyrillic and Greek. */
const LOOKALIKE = unitTable([['0123456789OoОоΟοlI', 1]]);
const LONGEST = 24;

/** By UTF-16 unit the sort of the signs; 0 for all others. */
function unitTable(sorts: readonly (readonly [signs: string, sort: number])[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [signs, sort] of sorts) for (const sign of signs) table[sign.charCodeAt(0)] = sort;
  return table;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
