import { digitOf } from './digit.ts';
import { HARD_BREAK } from './hard-break.ts';
import { Rewriter, type TrackedText } from './tracked-text.ts';

/**
 * One spelling for everything that looks alike: compatibility forms, digits of all scripts, dashes, spaces and line ends;
 * what no reader sees (zero-width, combining, control characters) is dropped.
 */
export function fold(tracked: TrackedText): TrackedText {
  const { text } = tracked;
  const forms = new Forms();
  const units = new Uint16Array(text.length);
  const unequal: number[] = [];
  let changed = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const pair = isPair(text, at);
    const folded = pair ? UNEQUAL : forms.unit(unit);
    units[at] = folded === UNEQUAL ? unit : folded;
    if (folded === UNEQUAL) {
      unequal.push(at);
      if (pair) units[++at] = text.charCodeAt(at);
    } else if (folded !== unit) changed = true;
  }
  const respelt = changed ? tracked.respelt(utf16.decode(units)) : tracked;
  if (unequal.length === 0) return respelt;
  const out = new Rewriter(respelt);
  for (const at of unequal) {
    const codePoint = text.codePointAt(at) ?? 0;
    out.replace(at, at + (isPair(text, at) ? 2 : 1), forms.of(codePoint) ?? String.fromCodePoint(codePoint));
  }
  return out.finish();
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Stands for: becomes more or less than one UTF-16 unit. */
const UNEQUAL = -1;

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** The folded forms of the characters of one text, each worked out once. */
class Forms {
  private readonly known = new Map<number, string | undefined>();
  private readonly units = new Map<number, number>();

  /** What a UTF-16 unit becomes when that is one unit too. */
  unit(unit: number): number {
    if (unit < ASCII.length) return ASCII[unit] ?? UNEQUAL;
    // Han characters stand for themselves, and fill most texts.
    if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
    const known = this.units.get(unit);
    if (known !== undefined) return known;
    const folded = oneUnit(unit, this.of(unit));
    this.units.set(unit, folded);
    return folded;
  }

  of(codePoint: number): string | undefined {
    if (this.known.has(codePoint)) return this.known.get(codePoint);
    const folded = work(codePoint);
    this.known.set(codePoint, folded);
    return folded;
  }
}

function oneUnit(unit: number, folded: string | undefined): number {
  const form = folded ?? String.fromCharCode(unit);
  return form.length === 1 && form !== '\0' ? form.charCodeAt(0) : UNEQUAL;
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

const ASCII: readonly number[] = Array.from({ length: 0x80 }, (_, unit) => oneUnit(unit, work(unit)));
