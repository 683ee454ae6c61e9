/** How two groups of digits stand apart; `none` means that they do not belong to one number. */
export type GapClass = 'none' | 'tight' | 'comma' | 'list' | 'line' | 'cell' | 'colon' | 'odd';

export interface Gap {
  /** Equal gaps have equal keys: white space counts once, and so does a repeated sign. */
  key: string;
  class: GapClass;
}

const MOST_SIGNS = 8;
const MOST_KEYS = 60_000;
const gaps: Gap[] = [{ key: '', class: 'none' }];
const byKey = new Map<string, number>([['', 0]]);
/** Number of the gap that one UTF-16 unit alone makes, plus one; 0 while unknown. */
const ofUnit = new Uint16Array(0x10000);

export function gapOf(number: number): Gap {
  return gaps[number] ?? { key: '', class: 'none' };
}

/** The number of the gap `from`…`to` of a folded text; 0 when the digits around it are not one number. */
export function gapNumber(text: string, from: number, to: number): number {
  if (to - from !== 1) return numberOf(keyOf(text, from, to));
  const unit = text.charCodeAt(from);
  const known = ofUnit[unit] ?? 0;
  if (known > 0) return known - 1;
  const number = numberOf(keyOf(text, from, to));
  ofUnit[unit] = number + 1;
  return number;
}

function numberOf(key: string | undefined): number {
  if (key === undefined) return 0;
  const known = byKey.get(key);
  if (known !== undefined) return known;
  if (gaps.length > MOST_KEYS) return 0;
  gaps.push({ key, class: classOf(key) });
  byKey.set(key, gaps.length - 1);
  return gaps.length - 1;
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
