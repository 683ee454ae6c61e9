import type { Hit } from './kind.ts';
import type { Attached } from './label.ts';
import { isAnnounced, isMeasureWord } from './measure-word.ts';
import { isOneNumber, type NumberWindow } from './number-window.ts';

/** Area codes of the mainland in use (numbering plan of 2017): 010, 02x, and three digits by leading pair. */
const AREAS: Readonly<Record<string, string>> = {
  '31': '0-9',
  '33': '5',
  '34': '9',
  '35': '0-9',
  '37': '0-9',
  '39': '1-8',
  '41': '0-9',
  '42': '179',
  '43': '1-9',
  '45': '1-9',
  '46': '4-9',
  '47': '0-9',
  '48': '23',
  '51': '0-9',
  '52': '37',
  '53': '0-9',
  '54': '36',
  '55': '0-9',
  '56': '1-6',
  '57': '0-9',
  '58': '0',
  '59': '1-9',
  '63': '1-5',
  '66': '0238',
  '69': '12',
  '70': '1',
  '71': '0-9',
  '72': '248',
  '73': '0-9',
  '74': '3-6',
  '75': '0-9',
  '76': '023689',
  '77': '0-9',
  '79': '0-9',
  '81': '2-8',
  '82': '5-7',
  '83': '0-9',
  '85': '1-9',
  '87': '0-9',
  '88': '1367-8',
  '89': '1-8',
  '90': '1-36-9',
  '91': '0-9',
  '93': '0-9',
  '94': '13',
  '95': '1-5',
  '97': '0-9',
  '99': '0-9',
};
const AREA = `10|2[0-57-9]|${Object.entries(AREAS)
  .map(([pair, thirds]) => `${pair}[${thirds}]`)
  .join('|')}`;
const WITH_AREA = new RegExp(`^(?:0086|086|86)?(0(?:${AREA}))([2-8][0-9]{6,7})$`);
const WITH_COUNTRY = new RegExp(`^(?:0086|086|86)((?:${AREA}))([2-8][0-9]{6,7})$`);
/** Hong Kong, Macao, Taiwan, behind a plus. */
const NEIGHBOURS = /^(?:852|853)[2-9][0-9]{7}$|^886[2-9][0-9]{7,8}$/;
const LABELLED = /^(?:0086|086|86)?(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-9][0-9]{6,7})$/;
const LOCAL = /^[2-9][0-9]{6,7}$/;
/** An enterprise's 400 or 800 number, the same in the whole country. */
const SERVICE = /^[48]00[0-9]{7}$/;

const USUAL = new Set([
  ...['3-8', '3-7', '4-7', '4-8', '3-4-4', '3-3-4', '4-3-4', '4-4-4', '4-4-3', '1-2-8', '1-3-7', '1-3-8'],
  ...[
    '2-3-8',
    '2-3-7',
    '2-2-8',
    '2-4-7',
    '2-4-8',
    '2-3-4-4',
    '2-2-4-4',
    '2-3-3-4',
    '2-4-3-4',
    '4-3-8',
    '4-3-7',
    '4-2-8',
  ],
  // The code of the country apart, the rest in one piece.
  ...['2-10', '3-10', '4-10', '3-9', '3-1-8', '3-1-4-4'],
  ...['4-4-7', '4-4-8', '3-4', '4-4', '3-2-2', '4-2-2', '2-3-2', '4-3', '2-2-2-2'],
]);

export function mayBeTelephone(all: string, from: number, to: number, label: Attached | undefined): boolean {
  if (label?.kind === 'telephone' || label?.kind === 'mobile') {
    const named = all.slice(from, to);
    return LABELLED.test(named) || LOCAL.test(named) || SERVICE.test(named) || WITH_COUNTRY.test(named);
  }
  if (to - from < 10 || !'048'.includes(all.charAt(from))) return false;
  const digits = all.slice(from, to);
  return WITH_AREA.test(digits) || WITH_COUNTRY.test(digits) || NEIGHBOURS.test(digits) || SERVICE.test(digits);
}

/** A landline with its area code anywhere; without one, behind a word for telephone. */
export function telephone(window: NumberWindow): Hit | undefined {
  const { digits, label, start, end } = window;
  const phone = label?.kind === 'telephone' || label?.kind === 'mobile';
  const parts = (phone ? LABELLED : WITH_AREA).exec(digits) ?? (followsPlus(window) ? WITH_COUNTRY.exec(digits) : null);
  if (parts) {
    if (isSerial(label) && window.gaps === 'single') return undefined;
    const area = `0${(parts[1] ?? '').replace(/^0/, '')}`;
    return isCalled(window) ? { kind: 'telephone', value: area + parts[2], start, end } : undefined;
  }
  if (NEIGHBOURS.test(digits) && followsPlus(window) && isCalled(window))
    return { kind: 'telephone', value: digits, start, end };
  if (SERVICE.test(digits)) {
    // Without a word in front only the way in which it is always printed tells it from a size: 400-810-1234.
    const printed = window.gaps === 'tight' && /^3-(?:3-4|4-3)$/.test(window.shape) && !digits.endsWith('00');
    const isPrinted = printed && window.leftEdge && window.rightEdge && !isCounted(window) && !isSerial(label);
    return (phone && isCalled(window)) || isPrinted ? { kind: 'telephone', value: digits, start, end } : undefined;
  }
  if (!phone || !LOCAL.test(digits) || isCounted(window)) return undefined;
  if (window.gaps === 'single')
    return label.direct || !isDay(digits) ? { kind: 'telephone', value: digits, start, end } : undefined;
  const together = window.leftEdge && window.rightEdge && (window.gaps === 'tight' || window.gaps === 'cell');
  return together && label.direct && USUAL.has(window.shape)
    ? { kind: 'telephone', value: digits, start, end }
    : undefined;
}

/** 编号, 订单号 and the like right in front. */
function isSerial(label: Attached | undefined): boolean {
  return label?.direct === true && (label.kind === 'serial' || label.kind === 'credit-code');
}

/** An extension may follow. Times and lists of single figures are no telephones. */
function isCalled(window: NumberWindow): boolean {
  if (window.gaps === 'tight' && /^[34]-[78]$/.test(window.shape)) return true;
  if (window.gaps === 'colon' || window.gaps === 'comma' || window.gaps === 'list')
    return window.label?.direct === true;
  const usual = USUAL.has(window.shape) && !(window.gaps === 'mixed' && window.broken);
  const whole = window.gaps === 'single' || usual || /^1(?:-1)*$/.test(window.shape);
  return (whole || window.label?.direct === true) && isOneNumber(window, USUAL);
}

/** +86 631 … and 0086 631 …: abroad the zero of the area code is left out. */
function followsPlus({ text, start, digits }: NumberWindow): boolean {
  return digits.startsWith('00') || /\+ ?\(?$/.test(text.slice(Math.max(0, start - 3), start));
}

/** A telephone call may be followed by an amount, but a number that stands right behind its word is no amount. */
function isCounted({ text, start, end, label }: NumberWindow): boolean {
  if (label?.direct && !CALLS.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (isAnnounced(text, start) && /^(?:元|件|台|次|吨|个|户|人)/.test(text.slice(end, end + 1))) return true;
  return isMeasureWord(text, end) || /^ ?[-—~至] ?[0-9]+ ?(?:元|万)/.test(text.slice(end, end + 12));
}

/** 来电2345678次. */
const CALLS = /(?:拨打|来电|致电|热线)$/;

function isDay(digits: string): boolean {
  return /^(?:19[0-9]|20[0-3])[0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(digits);
}
