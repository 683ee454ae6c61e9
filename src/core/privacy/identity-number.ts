import type { Hit } from './kind.ts';
import type { Attached } from './label.ts';
import { type NumberWindow, standsAlone } from './number-window.ts';

/** GB/T 2260 codes of the provinces; 81–83 are residence permits for Hong Kong, Macao and Taiwan. 9 begins a foreigner's permanent residence card. */
const PROVINCES = new Set(
  [
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83',
    '90 91 92 93 94 95 96 97 98 99',
  ].flatMap((codes) => codes.split(' ')),
);
/** Numbers of 15 digits were issued until 1999, before the codes 81–83 and 9. */
const EARLY_PROVINCE = /^[1-7]/;

/** GB 11643-1999, 6: weights of the first seventeen digits, and the check characters by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** What stands for the X of a check character. */
const X = /^[xX×✕✖✗╳ХхΧχ]/;

/** By the digits alone: valid, or labelled and of about the right length. Seventeen digits may be followed by an X. */
export function mayBeIdentityNumber(all: string, from: number, to: number, label: Attached | undefined): boolean {
  if (label?.kind === 'identity') return true;
  const length = to - from;
  if (length === 15) return isEarly(all.slice(from, to));
  if (length !== 17 && length !== 18) return false;
  const century = all.charCodeAt(from + 6) === ONE ? all.charCodeAt(from + 7) === NINE : all.startsWith('20', from + 6);
  return century && isValid(length === 18 ? all.slice(from, to) : `${all.slice(from, to)}X`);
}

const ONE = '1'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);

/** A valid number in any dress; after a label also one with a slip in it. */
export function identityNumber(window: NumberWindow): Hit | undefined {
  const { digits } = window;
  if (digits.length === 18) {
    if (isValid(digits) && window.label?.kind !== 'credit-code' && isTogether(window)) return hit(window, digits);
  } else if (digits.length === 17) {
    const end = closingX(window.text, window.end);
    if (end !== undefined && (isValid(`${digits}X`) || isLabelled(window)) && isTogether(window)) {
      return hit({ ...window, end }, `${digits}X`);
    }
  } else if (digits.length === 15 && isEarly(digits) && window.label?.kind !== 'serial' && isEarlyTogether(window)) {
    return window.label?.kind === 'credit-code' || window.label?.kind === 'bank' ? undefined : hit(window, digits);
  }
  return isLabelled(window) ? hit(window, digits) : undefined;
}

/** Of 15 or 18 cells, `*` for a hidden one: whether what is left may be part of an identity number. */
export function isMaskedIdentity(cells: string): boolean {
  if (cells.length !== 15 && cells.length !== 18) return false;
  const early = cells.length === 15;
  const [place, year] = [cells.slice(0, 2), early ? '19' : cells.slice(6, 8)];
  const [month, day] = early ? [cells.slice(8, 10), cells.slice(10, 12)] : [cells.slice(10, 12), cells.slice(12, 14)];
  const known = [...PROVINCES].some((province) => fits(place, province) && !(early && !EARLY_PROVINCE.test(province)));
  return known && /^(?:1[89*]|20|2\*|\*[089*])$/.test(year) && isPart(month, 12) && isPart(day, 31);
}

/** Two cells of which some are hidden, against two digits. */
function fits(cells: string, digits: string): boolean {
  return [...cells].every((cell, index) => cell === '*' || cell === digits[index]);
}

/** Whether two cells may be a month or a day: 1*, *9, 07. */
function isPart(cells: string, most: number): boolean {
  return Array.from({ length: most }, (_, index) => String(index + 1).padStart(2, '0')).some((one) => fits(cells, one));
}

/** A number at either end of a longer run of digits: with a telephone behind it, or the degree of a disability (残疾人证). */
export function identityWithin(digits: string, start: number): Hit | undefined {
  for (const from of [0, digits.length - 18]) {
    const value = digits.slice(from, from + 18);
    if (isValid(value)) return { kind: 'identity-number', value, start: start + from, end: start + from + 18 };
  }
  return undefined;
}

function hit({ start, end }: NumberWindow, value: string): Hit {
  return { kind: 'identity-number', value, start, end };
}

function isValid(number: string): boolean {
  if (!PROVINCES.has(number.slice(0, 2)) || !isBirthDate(number.slice(6, 14))) return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(number[index]) * (WEIGHTS[index] ?? 0);
  return CHECKS[sum % 11] === number[17];
}

function isEarly(digits: string): boolean {
  return (
    digits.charCodeAt(8) <= ONE &&
    !/^(.)\1*$/.test(digits) &&
    EARLY_PROVINCE.test(digits) &&
    PROVINCES.has(digits.slice(0, 2)) &&
    isBirthDate(`19${digits.slice(6, 12)}`)
  );
}

/** YYYYMMDD of a person who may be alive or remembered. */
function isBirthDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6, 8));
  if (year < 1900 || year > 2049 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The checksum leaves chance so little room that only long rows of figures need a second look. */
function isTogether({ groups, gaps, leftEdge, rightEdge, label, inList, loose, shape }: NumberWindow): boolean {
  if (label?.kind === 'identity' || gaps === 'tight' || gaps === 'single') return true;
  // A postcode, a date and a time of day make a number with a right date in it.
  if (gaps === 'mixed' && (loose || (groups.length > 4 && !SHAPES.has(shape))))
    return groups.every(({ length }) => length === 1) && !loose;
  if (groups.length <= 4 && (!inList || (gaps !== 'list' && gaps !== 'comma' && gaps !== 'odd'))) return true;
  return (leftEdge && rightEdge) || groups.every(({ length }) => length === 1);
}

const SHAPES = new Set(['6-4-2-2-4', '6-4-2-2-3-1', '3-3-4-2-2-4', '2-4-4-2-2-4', '2-2-2-4-2-2-4', '2-2-2-4-2-2-3-1']);
const EARLY_SHAPES = new Set([
  '6-6-3',
  '6-9',
  '2-4-6-3',
  '6-2-2-2-3',
  '5-5-5',
  '3-3-3-3-3',
  '4-4-4-3',
  '3-4-4-4',
  '12-3',
]);

/** Fifteen digits have no checksum: taken apart they must be taken apart as such numbers are. */
function isEarlyTogether(window: NumberWindow): boolean {
  const { gaps, shape, groups, leftEdge, rightEdge } = window;
  if (gaps === 'single' || window.label?.kind === 'identity') return true;
  if (window.inList) return false;
  if (groups.every(({ length }) => length === 1)) return standsAlone(window);
  return leftEdge && rightEdge && !window.loose && EARLY_SHAPES.has(shape);
}

/** After 身份证号 every number of about the right length is meant as one. */
function isLabelled({ label, gaps, digits, shape, leftEdge, rightEdge }: NumberWindow): boolean {
  if (label?.kind !== 'identity') return false;
  if (!label.direct) return false;
  if (gaps === 'single') return digits.length >= 14;
  return leftEdge && rightEdge && !/^4-[12]-[12](?:-|$)/.test(shape);
}

/** Where an X closes a number of seventeen digits, or nothing. */
function closingX(text: string, end: number): number | undefined {
  let at = end;
  while (at < end + 4 && /[\s\p{P}\p{S}]/u.test(text.charAt(at)) && !X.test(text.charAt(at))) at += 1;
  if (!X.test(text.charAt(at))) return undefined;
  return /^[0-9A-Za-z]/.test(text.slice(at + 1)) ? undefined : at + 1;
}
