import type { Hit, ValueKind } from './kind.ts';
import type { Label } from './label.ts';
import type { LabelKind } from './label-word.ts';
import { isMeasureWord } from './measure-word.ts';

/** Papers that tell themselves by a check digit or a bracket, papers named behind their number, and numbers with letters. */
export function paperNumbers(text: string, labels: readonly Label[]): Hit[] {
  return [...hongKong(text), ...macao(text), ...taiwan(text), ...behindNumbers(text, labels), ...letters(text)];
}

const HONG_KONG = /(?<![A-Za-z0-9])([A-Z]{1,2}) ?([0-9]{3} ?[0-9]{3}) ?\( ?([0-9A]) ?\)(?![0-9A-Za-z])/g;

/** The bracketed sign makes the weighted sum divisible by eleven; a single letter has a space, worth 36, before it. */
function hongKong(text: string): Hit[] {
  return [...text.matchAll(HONG_KONG)].flatMap((found) => {
    const [whole, prefix = '', digits = '', check = ''] = found;
    const signs = `${prefix.padStart(2)}${digits.replace(' ', '')}`;
    let sum = Number.parseInt(check, 11);
    for (const [index, sign] of [...signs].entries()) {
      sum += (9 - index) * (sign === ' ' ? 36 : Number.parseInt(sign, 36));
    }
    const named = /身[份分][证證][^。;\n]{0,8}$/.test(text.slice(Math.max(0, found.index - 14), found.index));
    return named || sum % 11 === 0 ? [hitAt('identity-number', whole, found.index)] : [];
  });
}

/** 1, 5 or 7, six digits, and the last in brackets or behind a slash: 5123456(7), 5/123456/7. */
const MACAO = /(?<![0-9A-Za-z.,/(第-] ?)[157](?:\/[0-9]{6}\/[0-9]|[0-9]{6}\([0-9]\))(?![0-9A-Za-z(/.]| ?\))/g;

function macao(text: string): Hit[] {
  return [...text.matchAll(MACAO)]
    .filter(({ index, 0: whole }) => !isMeasureWord(text, index + whole.length))
    .map((found) => hitAt('identity-number', found[0], found.index));
}

const TAIWAN = /(?<![A-Za-z0-9._/-])([A-Z])([0-9A-D])([0-9]{8})(?![A-Za-z0-9._/-])/g;
/** What the first letter counts as: A 10, B 11 … but I 34, O 35, W 32, Z 33. */
const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
/** A number behind one of these is that of a thing. */
const SERIAL = /(?:号|码|证书|专利|订单|合同|发票|S\/N|SN|N[oO]\.?|#|№)[号码为是:\s("']{0,6}$/;

function taiwan(text: string): Hit[] {
  return [...text.matchAll(TAIWAN)].flatMap((found) => {
    const [whole, letter = '', second = '', rest = ''] = found;
    if (!/[1289A-D]/.test(second) || !isTaiwanese(letter, second, rest)) return [];
    const before = text.slice(Math.max(0, found.index - 14), found.index);
    const named = /身[份分][证證]|台[湾灣]|臺灣|统一编号|居留/.test(before);
    // A letter and a year begin the numbers of certificates: W202312345.
    if (!named && (SERIAL.test(before) || /^(?:19|20)[0-9]{2}/.test(second + rest))) return [];
    return [hitAt('identity-number', whole, found.index)];
  });
}

/** Weights 1 9 8 … 1 1 over the two digits of the letter and the nine behind it; the sum is divisible by ten. */
function isTaiwanese(letter: string, second: string, rest: string): boolean {
  const worth = TAIWAN_LETTERS.indexOf(letter) + 10;
  // The older residence permits have a letter for the sex, of which the last digit counts.
  const sex = /[A-D]/.test(second) ? TAIWAN_LETTERS.indexOf(second) % 10 : Number(second);
  let sum = Math.floor(worth / 10) + (worth % 10) * 9 + sex * 8;
  for (const [index, digit] of [...rest].entries()) sum += Number(digit) * (index === 7 ? 1 : 7 - index);
  return sum % 10 === 0;
}

/** The shape of each paper's number where its name stands behind: E12345678（护照）, 3710…（身份证）. */
const NAMED_BEHIND: Partial<Record<LabelKind, { kind: ValueKind; shape: RegExp }>> = {
  passport: { kind: 'passport', shape: /^(?:[A-Z]{1,3}[0-9]{6,9}|[0-9]{8,9})$/ },
  permit: { kind: 'permit', shape: /^(?:[A-Z]{1,3}[0-9]{7,12}|[0-9]{8,10}|[0-9]{15}|[0-9]{17}[0-9X])$/ },
  driver: { kind: 'driving-licence', shape: /^(?:[0-9]{12}|[0-9]{15}|[0-9]{17}[0-9X])$/ },
  officer: { kind: 'officer-card', shape: /^[A-Z]{0,2}[0-9]{5,10}$/ },
  identity: { kind: 'identity-number', shape: /^(?:[0-9]{14,17}[0-9X]|[A-Z]{1,2}[0-9]{7,9}|[A-Z]{1,2}[0-9]{6}A)$/ },
};
const CLOSES = /[([{<〔【为是系的其人国通私公 A-Za-z0-9)"'|\t]/;
const BEFORE_NAME = new RegExp(
  '(?<![A-Za-z0-9])([A-Za-z]{0,3}[0-9](?:[ -]?[0-9]){4,17}[xXA]?(?:\\([0-9A]\\))?)号?' +
    '([ \\t|"\']{0,3}[([{<〔【] ?|[ \\t|]{1,3}|[ ,]{0,2}(?:为|是|系)|)' +
    '(?:系|为|是|本人|其|他|她|持|的|中国|中华人民共和国|普通|因私|因公|有效|外国){0,3}$',
);

function behindNumbers(text: string, labels: readonly Label[]): Hit[] {
  return labels.flatMap((label) => {
    const paper = NAMED_BEHIND[label.kind];
    if (!paper || !CLOSES.test(text.charAt(label.start - 1))) return [];
    const from = Math.max(0, label.start - 48);
    const before = text.slice(from, label.start);
    const found = BEFORE_NAME.exec(before);
    if (!found) return [];
    const [, number = '', between = ''] = found;
    const value = number.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    // Without a bracket it is the next word of the sentence: 办理12345678护照 counts, E12345678护照 does not.
    const tied = /[([{<〔【为是系]/.test(between) || (between === '' && /^[A-Z]/.test(value));
    if (!tied || !paper.shape.test(value)) return [];
    return [{ kind: paper.kind, value, start: from + found.index, end: from + found.index + number.length }];
  });
}

const SOCIAL =
  /(?:社会保障|社会保险|社保|医保|医疗保险)(?:个人|卡)?(?:号码|号|编号|卡号|账号)(?:[\s:"'=|,(]|为|是){0,5}([A-Z0-9]{8,20})(?![A-Za-z0-9])/gi;
const OFFICER = /(?<![\u4e00-\u9fa5])([军兵士文参政后装海空北南沈兰济广成武])字第 ?([0-9]{6,8}) ?号/g;

/** Numbers of social security that have letters, and 军字第1234567号. */
function letters(text: string): Hit[] {
  const hits: Hit[] = [];
  if (!/社保|社会保|医保|医疗保|字第/.test(text)) return hits;
  for (const found of text.matchAll(SOCIAL)) {
    const value = (found[1] ?? '').toUpperCase();
    if (!/[A-Z]/.test(value) || value.replace(/[^0-9]/g, '').length < 6) continue;
    const end = found.index + found[0].length;
    hits.push({ kind: 'social-security', value, start: end - value.length, end });
  }
  for (const found of text.matchAll(OFFICER)) {
    hits.push({
      kind: 'officer-card',
      value: `${found[1]}${found[2]}`,
      start: found.index,
      end: found.index + found[0].length,
    });
  }
  return hits;
}

function hitAt(kind: ValueKind, shown: string, start: number): Hit {
  return { kind, value: shown.replace(/[^A-Za-z0-9]/g, '').toUpperCase(), start, end: start + shown.length };
}
