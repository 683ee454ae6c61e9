import { CHINESE_NUMERALS } from './digit.ts';
import { Rewriter, type TrackedText } from './tracked-text.ts';

/** Fewer are a year, a count or a clause, not a number that names a person. */
const LEAST = 7;

/**
 * Chinese numerals turned into digits where they stand in a row as long as a telephone number, alone or mixed with digits,
 * and the letters O and l where they stand for 0 and 1 in such a row. The text itself when there is no such row. A numeral
 * that may be the end of a name (张三，…) is kept as it is, or spelt like the others.
 */
export function withNumeralsAsDigits(folded: TrackedText, names: 'kept' | 'spelt'): TrackedText {
  const { text } = folded;
  if (!CHINESE.test(text) && !LOOKALIKE.test(text)) return folded;
  const changes: [from: number, to: number, text: string][] = [];
  for (const { 0: whole, index: start } of text.matchAll(ROWS)) {
    const name = names === 'kept' && HAN.test(text[start - 1] ?? '') ? (NAME.exec(whole)?.[0].length ?? 0) : 0;
    const [row, index] = [whole.slice(name), start + name];
    if (!CHINESE.test(row) || COUNTED.test(row)) continue;
    const spelt = [...row].map((character) => CHINESE_NUMERALS.get(character) ?? (character === '○' ? '0' : character));
    if (spelt.filter(isDigit).length >= LEAST) changes.push([index, index + row.length, spelt.join('')]);
  }
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const beside = (text[index - 1] ?? '') + (text[index + token.length] ?? '');
    if (token.length > LONGEST || !LOOKALIKE.test(token) || /[0-9A-Za-z]/.test(beside)) continue;
    const letters = token.replace(/[0-9]/g, '').length;
    const spelt = token.replace(/[OoОоΟο]/g, '0').replace(/[lI]/g, '1');
    if (letters * 2 <= token.length) changes.push([index, index + token.length, spelt]);
  }
  changes.sort((a, b) => a[0] - b[0]);
  const out = new Rewriter(folded);
  let done = 0;
  for (const [from, to, spelt] of changes) {
    if (from >= done) out.replace(from, to, spelt);
    done = Math.max(done, to);
  }
  return out.finish();
}

const NUMERAL = `[0-9○${[...CHINESE_NUMERALS.keys()].join('')}]`;
const SEPARATORS = String.raw`[ \t\n\-.,·/\\|_:'"、()\[\]]{0,6}`;
const ROWS = new RegExp(`${NUMERAL}(?:${SEPARATORS}${NUMERAL}){${LEAST - 1},400}`, 'g');
/** 一、二、三 number the paragraphs. */
const COUNTED = /^一、二、三|[^、]一、二、三/;
/** In 张三，一三五… the first numeral is a name. */
const NAME = new RegExp(
  `^[${[...CHINESE_NUMERALS.keys()].join('')}][ \\t\\n\\-.,·/|:'"、。()]{1,6}(?=[^ \\t\\n\\-.,·/|:'"、。()]{2})`,
);
const HAN = /[\u4e00-\u9fa5]/;
const CHINESE = new RegExp(`[${[...CHINESE_NUMERALS.keys()].join('')}]`);
const LOOKALIKE = /[0-9][OoОоΟοlI]|[OoОоΟοlI][0-9]/;
const TOKENS = /[0-9OoОоΟοlI]{7,}/g;
const LONGEST = 24;

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
