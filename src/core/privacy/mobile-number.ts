import type { Hit } from './kind.ts';
import { isAmount } from './measure-word.ts';
import { isOneNumber, type NumberWindow } from './number-window.ts';

const USUAL = new Set([
  '3-4-4',
  '3-8',
  '7-4',
  '3-3-5',
  '4-4-3',
  '4-3-4',
  '3-5-3',
  '3-4-2-2',
  '3-2-2-4',
  '3-2-3-3',
  '3-3-3-2',
  '3-2-2-2-2',
]);

/** Numbering plan of the Ministry of Industry: 1, then 3–9, then nine digits; 0, 86, 086 or 0086 may stand before. */
const MOBILE = /^(0086|086|86|0)?(1[3-9][0-9]{9})$/;

export function mayBeMobileNumber(all: string, from: number, to: number): boolean {
  return all[to - 11] === '1' && MOBILE.test(all.slice(from, to));
}

export function mobileNumber(window: NumberWindow): Hit | undefined {
  const [, country = '', number] = MOBILE.exec(window.digits) ?? [];
  if (number === undefined) return undefined;
  const { label, text, start, end } = window;
  const phone = label?.kind === 'mobile' || label?.kind === 'telephone' || label?.kind === 'wechat';
  const said = label !== undefined && label.kind !== 'other' && label.kind !== 'credit-code';
  if (
    (!(said && label.direct) && window.gaps === 'single' && isAmount(text, start, end)) ||
    (!phone && isSerial(window))
  )
    return undefined;
  if (country === '0' && window.groups.length > 1 && !/^1-|^4-4-4$|^4-8$/.test(window.shape)) return undefined;
  // A fraction, of which a random number in a program is one.
  if (window.shape === '1-11' && text.startsWith('0.', start)) return undefined;
  // art_138_12345678.html: the number of a column and of an article.
  if (!phone && text.slice(start, end).includes('_') && /[A-Za-z]_$/.test(text.slice(Math.max(0, start - 2), start)))
    return undefined;
  const rest = withoutCountry(window, country);
  if (
    !rest ||
    !(
      isOneNumber(rest, USUAL) ||
      (phone &&
        label.direct &&
        window.leftEdge &&
        window.rightEdge &&
        window.gaps !== 'comma' &&
        window.gaps !== 'list')
    )
  )
    return undefined;
  if (!phone && rest.groups.length === 2 && rest.groups.some(isDay)) return undefined;
  return { kind: 'mobile-number', value: number, start, end };
}

/** The window without +86: that often stands apart. */
function withoutCountry(window: NumberWindow, country: string): NumberWindow | undefined {
  if (country === '') return window;
  const groups = [...window.groups];
  let left = country.length;
  while (left > 0) {
    const first = groups.shift();
    if (first === undefined) return undefined;
    if (first.length > left) groups.unshift(first.slice(left));
    left -= Math.min(left, first.length);
  }
  const gaps = groups.length === 1 ? 'single' : window.gaps;
  return { ...window, groups, shape: groups.map(({ length }) => length).join('-'), gaps, leftEdge: true };
}

/** Letters of papers and products, right in front; behind a colon they would be a word before a telephone. */
const SERIAL_PREFIX = /(?:^|[^A-Za-z])(?:SN|S\/N|ZL|CN|PN|P\/N|ISBN|ISSN|GB|DB|QB|JB|XK|SC|QS|SP|IMEI)[ -]{0,2}$/;

/** Of the words for serials only a credit code and such letters are believed: 编号 stands before telephones as well. */
function isSerial({ label, text, start, gaps, groups }: NumberWindow): boolean {
  if (label?.direct && label.kind === 'credit-code') return true;
  // A serial and the figure of the next line or cell.
  if (label?.direct && label.kind === 'serial' && gaps !== 'single' && gaps !== 'tight') return true;
  // 批号1999010706 一式三份.
  if (label?.direct && label.kind === 'serial' && groups.length === 2 && groups[1]?.length === 1) return true;
  return SERIAL_PREFIX.test(text.slice(Math.max(0, start - 8), start));
}

/** 20240911. */
function isDay(digits: string): boolean {
  return /^(?:19[0-9]|20[0-3])[0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(digits);
}
