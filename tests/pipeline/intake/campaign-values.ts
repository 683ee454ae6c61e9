import { there } from '#tests/there.ts';

/** Chance from a seed: the same number gives the same campaign on every machine. */
export interface Chance {
  /** 0 … below - 1. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** True once in `times`. */
  once(times: number): boolean;
  digits(count: number): string;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => there(list[below(list.length)]),
    once: (times) => below(times) === 0,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  };
}

export type PrivateKind = '身份证号' | '手机号码' | '固定电话' | '住址' | '银行卡号' | '出生日期' | '邮箱' | '微信';

/** One invented private value as it was planted, with the pieces of it that must be nowhere. */
export interface PrivateValue {
  kind: PrivateKind;
  text: string;
  /** Compared with an output out of which white space and separators between digits were taken. */
  needles: string[];
}

export const PRIVATE_KINDS: readonly PrivateKind[] = [
  '身份证号',
  '手机号码',
  '固定电话',
  '住址',
  '银行卡号',
  '出生日期',
  '邮箱',
  '微信',
];

/**
 * Invented: the administrative codes 371099 and 329998 are given to no place.
 * @param bare as it stands in a column of its own, where the head says what it is
 */
export function privateValue(kind: PrivateKind, chance: Chance, bare: boolean): PrivateValue {
  const born = { year: 1970 + chance.below(20), month: 1 + chance.below(12), day: 1 + chance.below(28) };
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (kind) {
    case '身份证号': {
      const body = `${chance.pick(['371099', '329998'])}${born.year}${two(born.month)}${two(born.day)}${chance.digits(3)}`;
      const whole = body + identityCheck(body);
      const text = chance.pick([
        whole,
        whole,
        whole.toLowerCase(),
        `${whole.slice(0, 6)} ${whole.slice(6, 14)} ${whole.slice(14)}`,
      ]);
      return { kind, text, needles: windows(body, 8) };
    }
    case '手机号码': {
      const whole = `1${chance.pick(['38', '59', '86', '91'])}${chance.digits(8)}`;
      const text = chance.pick([
        whole,
        whole,
        `${whole.slice(0, 3)}-${whole.slice(3, 7)}-${whole.slice(7)}`,
        fullWidth(whole),
      ]);
      return { kind, text, needles: windows(whole, 7) };
    }
    case '固定电话': {
      const number = `5${chance.digits(6)}`;
      return { kind, text: `电话0631-${number}`, needles: [number] };
    }
    case '住址': {
      const place = `${chance.pick(['听潮', '望岳', '平安', '向阳'])}里${1 + chance.below(90)}号院${1 + chance.below(30)}号楼${1 + chance.below(6)}单元${101 + chance.below(900)}室`;
      return { kind, text: chance.pick([place, `住址：${place}`]), needles: windows(place, 8) };
    }
    case '银行卡号': {
      const body = `621799${chance.digits(12)}`;
      const whole = body + luhnCheck(body);
      const text = chance.pick([whole, whole.replace(/(\d{4})(?=\d)/g, '$1 ')]);
      return { kind, text, needles: windows(whole, 8) };
    }
    case '出生日期': {
      const forms = [
        `${born.year}-${two(born.month)}-${two(born.day)}`,
        `${born.year}.${two(born.month)}`,
        `${born.year}年${born.month}月`,
        `${born.year}${two(born.month)}`,
      ];
      const date = chance.pick(forms);
      // A bare month in a sentence may be any month: in running text people say what it is.
      const text = bare ? date : chance.pick([`出生年月：${date}`, `${born.year}年${born.month}月出生`]);
      const said = text.includes(date) ? date : `${born.year}年${born.month}月`;
      return { kind, text, needles: [squeeze(said)] };
    }
    case '邮箱':
      return withName(kind, `${letters(chance, 7)}@${letters(chance, 5)}.example`);
    case '微信':
      return withName(kind, `微信 wx_${letters(chance, 9)}`);
  }
}

/** What a careless program would not change by printing: white space, and separators between digits. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/(?<=\d)[-._/·,'](?=\d)/gu, '');
}

/** GB 11643-1999, ISO 7064 MOD 11-2. */
export function identityCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return there('10X98765432'[sum % 11]);
}

/** ISO/IEC 7812-1, annex B. */
export function luhnCheck(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

function windows(text: string, length: number): string[] {
  const whole = squeeze(text);
  return Array.from({ length: Math.max(1, whole.length - length + 1) }, (_, from) => whole.slice(from, from + length));
}

function withName(kind: PrivateKind, text: string): PrivateValue {
  return { kind, text, needles: [squeeze(text).replace('微信', '')] };
}

function letters(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.pick([...'bcdfghjkmnpqrstvwxz'])).join('');
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
