import { digitOf } from './digit.ts';
import { HARD_BREAK } from './hard-break.ts';
import { Rewriter, type TrackedText } from './tracked-text.ts';

/**
 * One spelling for everything that looks alike: compatibility forms, digits of all scripts, dashes, spaces and line ends;
 * what no reader sees (zero-width, combining, control characters) is dropped.
 */
export function fold(tracked: TrackedText): TrackedText {
  const { text } = tracked;
  const units = new Uint16Array(text.length);
  const unequal: number[] = [];
  let changed = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const folded = ONE_FOR_ONE[unit] ?? 0;
    units[at] = folded === 0 ? unit : folded;
    if (folded === 0 && learnt(text, at)) {
      units[at] = ONE_FOR_ONE[unit] ?? unit;
    } else if (folded === 0) {
      unequal.push(at);
      if (isPair(text, at)) units[++at] = text.charCodeAt(at);
    }
    if (units[at] !== text.charCodeAt(at)) changed = true;
  }
  const respelt = changed ? tracked.respelt(utf16.decode(units)) : tracked;
  if (unequal.length === 0) return respelt;
  const out = new Rewriter(respelt);
  for (const at of unequal) {
    out.replace(
      at,
      at + (isPair(text, at) ? 2 : 1),
      foldedForm(text.codePointAt(at) ?? 0) ?? String.fromCodePoint(text.codePointAt(at) ?? 0),
    );
  }
  return out.finish();
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
/** What a UTF-16 unit becomes when that is one unit too; 0 while unknown, or when it is more or less than one. */
const ONE_FOR_ONE = new Uint16Array(0x10000);

/** Looks up a unit met for the first time; false when it does not become exactly one unit. */
function learnt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isPair(text, at)) return false;
  const folded = foldedForm(unit) ?? String.fromCharCode(unit);
  if (folded.length !== 1 || folded === '\0') return false;
  ONE_FOR_ONE[unit] = folded.charCodeAt(0);
  return true;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

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
  if (character === HARD_BREAK || character === '\t' || character === '\n') return undefined;
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
