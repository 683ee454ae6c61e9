import { digitOf } from './digit.ts';
import { HARD_BREAK } from './hard-break.ts';
import { Rewriter, type TrackedText } from './tracked-text.ts';

/**
 * One spelling for everything that looks alike: compatibility forms, digits of all scripts, dashes, spaces and line ends;
 * what no reader sees (zero-width, combining, control characters) is dropped.
 */
export function fold(tracked: TrackedText): TrackedText {
  const { text } = tracked;
  const out = new Rewriter(tracked);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (SAME[unit] === 1) continue;
    const codePoint = text.codePointAt(at) ?? unit;
    const width = codePoint > 0xffff ? 2 : 1;
    const folded = foldedForm(codePoint);
    if (folded === undefined) {
      if (width === 1) SAME[unit] = 1;
    } else {
      out.replace(at, at + width, folded);
    }
    at += width - 1;
  }
  return out.finish();
}

/** 1 where a UTF-16 unit is known to stay as it is; filled as texts are met. */
const SAME = new Uint8Array(0x10000);
for (let unit = 0x20; unit < 0x7f; unit += 1) SAME[unit] = 1;
for (const unit of [0x09, 0x0a]) SAME[unit] = 1;
SAME[HARD_BREAK.charCodeAt(0)] = 1;

const known = new Map<number, string | undefined>();

function foldedForm(codePoint: number): string | undefined {
  if (known.has(codePoint)) return known.get(codePoint);
  const folded = work(codePoint);
  known.set(codePoint, folded);
  return folded;
}

const INVISIBLE =
  /^[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFC\uFFFD]$/u;
const LINE_END = /^[\r\v\f\u0085\u2028\u2029]$/;
const SPACE = /^[\p{Zs}\u2800]$/u;
/** \p{Pd}, the minus signs, and what is drawn or typed for them. */
const DASH = /^[\p{Pd}\u2212\u2043\u02D7\u2796\u2500\u2501\u30FC\uFF70]$/u;
const HANGUL_SYLLABLE = /^[\uAC00-\uD7A3]$/;

function work(codePoint: number): string | undefined {
  const character = String.fromCodePoint(codePoint);
  if (character === HARD_BREAK) return undefined;
  if (LINE_END.test(character)) return '\n';
  if (INVISIBLE.test(character)) return '';
  const digit = digitOf(codePoint);
  if (digit !== undefined) return String(digit);
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  if (HANGUL_SYLLABLE.test(character)) return undefined;
  const decomposed = character.normalize('NFKD');
  if (decomposed === character) return undefined;
  return [...decomposed].map((part) => work(part.codePointAt(0) ?? 0) ?? part).join('');
}
