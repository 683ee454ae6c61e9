/** How two groups of digits stand apart; `none` means that they do not belong to one number. */
export type GapClass = 'none' | 'tight' | 'comma' | 'list' | 'line' | 'cell' | 'colon' | 'odd';

export interface Gap {
  /** Equal gaps have equal keys: white space counts once, and so does a repeated sign. */
  key: string;
  class: GapClass;
  /** One of the many gaps that a full table no longer tells apart. */
  beyond: boolean;
}

const MOST_SIGNS = 8;
/** More different gaps than this are no writing: from then on gaps of one class count as equal, and none ties a neighbour. */
const MOST_KEYS = 60_000;
const NONE: Gap = { key: '', class: 'none', beyond: false };
const UNITS = 0x80;

/** The gaps of one text. It goes with the text: what one text holds never changes what is found in another. */
export class GapTable {
  private readonly gaps: Gap[] = [NONE];
  private readonly byKey = new Map<string, number>();
  private readonly beyond = new Map<GapClass, number>();
  /** Number of the gap that one ASCII sign alone makes, plus one; 0 while unknown. */
  private readonly ofUnit = new Uint32Array(UNITS);

  gap(number: number): Gap {
    return this.gaps[number] ?? NONE;
  }

  /** The number of the gap `from`…`to` of a folded text; 0 when the digits around it are not one number. */
  number(text: string, from: number, to: number): number {
    const unit = to - from === 1 ? text.charCodeAt(from) : UNITS;
    const known = unit < UNITS ? (this.ofUnit[unit] ?? 0) : 0;
    if (known > 0) return known - 1;
    const key = keyOf(text, from, to);
    const number = key === undefined || key === '' ? 0 : (this.byKey.get(key) ?? this.added(key));
    if (unit < UNITS) this.ofUnit[unit] = number + 1;
    return number;
  }

  private added(key: string): number {
    const full = this.gaps.length > MOST_KEYS;
    const sort = classOf(key);
    const alike = full ? this.beyond.get(sort) : undefined;
    if (alike !== undefined) return alike;
    const number = this.gaps.push({ key: full ? '' : key, class: sort, beyond: full }) - 1;
    if (full) this.beyond.set(sort, number);
    else this.byKey.set(key, number);
    return number;
  }
}

function keyOf(text: string, from: number, to: number): string | undefined {
  let key = '';
  let last = '';
  for (let at = from; at < to; at += 1) {
    const sign = signOf(text, at);
    if (sign === undefined) return undefined;
    if (sign === last) {
      if (MASKS.has(sign) && text[at - 2] === sign) return undefined;
      continue;
    }
    // A line end outweighs the indentation around it.
    if (sign === ' ' && (last === '\n' || last === '\t')) continue;
    if ((sign === '\n' || sign === '\t') && last === ' ') key = key.slice(0, -1);
    if (sign === '\t' && last === '\n') continue;
    key += sign;
    last = sign;
    if (key.length > MOST_SIGNS) return undefined;
  }
  return key;
}

/** Three in a row hide digits, leave a blank to fill in, or an ellipsis: the digits around them are not one number. */
const MASKS = new Set(['*', '#', '_', '.']);
/** Signs of measures and of masking: they end a number. */
const ENDS = new Set('%‰°′″℃$￥¥€£×÷±≥≤≈^@●■□█◯▢◆…'.split(''));
/** A letter of any script ends a number, and so does a hard break: it is a noncharacter. */
const SIGN = /[\p{P}\p{S}\p{Z}\p{Co}]/u;

function signOf(text: string, at: number): string | undefined {
  const character = text.charAt(at);
  if (ENDS.has(character)) return undefined;
  // Typed for a dash.
  if (character === '一') return text[at + 1] === '一' ? undefined : '一';
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return /[A-Za-z0-9]/.test(character) ? undefined : character;
  if (unit < 0xd800 || unit > 0xdfff) return SIGN.test(character) ? character : undefined;
  const whole = unit >= 0xdc00 ? text.slice(at - 1, at + 1) : text.slice(at, at + 2);
  return SIGN.test(whole) ? '�' : undefined;
}

function classOf(key: string): GapClass {
  if (/^ ?[-./·•・‧_\\()[\]~+一] ?$|^ $|^[)\]] ?[-([]$|^["'`] ?\+ ?["'`]$/.test(key) && key !== '. ') return 'tight';
  if (key === ',') return 'comma';
  if (key.includes(':')) return 'colon';
  if (key.includes('\t') || key.includes('|') || /^["'],[\n ]?["']$/.test(key)) return 'cell';
  if (/[、;。]/.test(key)) return 'list';
  if (key.includes('\n')) return 'line';
  return key.includes(',') ? 'list' : 'odd';
}
