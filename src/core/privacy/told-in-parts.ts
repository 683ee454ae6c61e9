import { CHINESE_NUMERALS } from './digit.ts';
import type { Hit } from './kind.ts';

const DIGITS = `[0-9${[...CHINESE_NUMERALS.keys()].join('')}]`;
const COUNT = '[ ]?(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,2})?[ ]?';
const SAYS = String.raw`[ :)\]"“”'=]{0,3}(?:分别)?(?:为|是)?[ :("“”']{0,3}`;
/** 前三位138, 中间4位是1234, 尾号5678. */
const PART = new RegExp(
  `(?:(前|首|头|开头|起始|打头|中间|中|后|末|尾|最后|末尾|结尾)(?:${COUNT}位(?:数字|号码|数)?|[面边段]?[ ]?(?=[:为是]?[ ]?[0-9]{2,}))|(尾号|尾数|号段))${SAYS}(${DIGITS}{2,17}[Xx]?)|(${DIGITS}{2,8})[ ]?(开头|打头|起头|结尾|收尾)`,
  'gu',
);
/** A glance: no part is told without one of these. */
const TOLD = /[位尾间段头]|结尾|区号|[前后][面边]?[0-9:]/;
const ORDER: readonly RegExp[] = [/^[前首头开起打号]/, /^中/, /^[后末尾最结收]/];
const FARTHEST = 16;

/** Numbers told piece by piece: 前三位138，中间1234，后四位5678; and any piece of an identity number. */
export function toldInParts(text: string): Hit[] {
  const hits: Hit[] = [];
  if (!TOLD.test(text)) return hits;
  let run: Part[] = [];
  for (const match of text.matchAll(PART)) {
    const part = partOf(match);
    // 前面10台后面20台.
    if (/^.[面边]/.test(match[0]) && /[台米名人个件项元排]/.test(text.charAt(part.end))) continue;
    const last = run.at(-1);
    if (last && (part.start - last.end > FARTHEST || /[。\n\uFDD0]/.test(text.slice(last.end, part.start)))) {
      hits.push(...together(text, run));
      run = [];
    }
    run.push(part);
  }
  hits.push(...together(text, run));
  return [...hits, ...withAreaCode(text)];
}

interface Part {
  place: number;
  digits: string;
  start: number;
  end: number;
}

function partOf(match: RegExpExecArray): Part {
  const word = match[1] ?? match[2] ?? match[5] ?? '';
  const digits = [...(match[3] ?? match[4] ?? '')].map((sign) => CHINESE_NUMERALS.get(sign) ?? sign).join('');
  const place = ORDER.findIndex((one) => one.test(word));
  return { place, digits, start: match.index, end: match.index + match[0].length };
}

/** The first stretch of neighbouring parts, the longest first, that makes a number: 前20名；前三位138，… begins with a rank. */
function together(text: string, parts: readonly Part[]): Hit[] {
  const hits: Hit[] = [];
  for (let first = 0; first < parts.length; first += 1) {
    for (let last = Math.min(parts.length, first + MOST_PARTS); last > first; last -= 1) {
      const hit = made(text, parts.slice(first, last));
      if (!hit) continue;
      hits.push(hit);
      first = last - 1;
      break;
    }
  }
  return hits;
}

const MOST_PARTS = 6;

function made(text: string, parts: readonly Part[]): Hit | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const digits = [...parts]
    .sort((a, b) => a.place - b.place)
    .map((part) => part.digits)
    .join('')
    .toUpperCase();
  const place = { value: digits, start: first.start, end: last.end };
  const before = text.slice(Math.max(0, first.start - FARTHEST), first.start).replace(/^.*[。;!?\n\uFDD0]/su, '');
  if (IDENTITY.test(before) && digits.length >= 3) return { kind: 'identity-number', ...place };
  if (parts.length < 2) return undefined;
  // As with stars: a mobile number is hidden only when four of its digits are.
  if (/^1[3-9][0-9]{6,9}$/.test(digits) && (digits.length === 11 || PHONE.test(before)))
    return { kind: 'mobile-number', ...place };
  if (/^[1-9][0-9]{16}[0-9X]$/.test(digits)) return { kind: 'identity-number', ...place };
  return CARD.test(before) && digits.length >= 13 ? { kind: 'bank-card', ...place } : undefined;
}

const IDENTITY = /身份证|身份号码|证件号/;
const PHONE = /手机|电话|联系方式|号码/;
const CARD = /卡号|银行卡|账号|帐号|工资卡/;

/** 区号0631，号码5891234. */
function withAreaCode(text: string): Hit[] {
  return [...text.matchAll(AREA_APART)].map(({ index, 0: all, 1: area = '', 2: number = '' }) => ({
    kind: 'telephone' as const,
    value: area + number,
    start: index,
    end: index + all.length,
  }));
}

const AREA_APART = /区号[ :为是]{0,2}(0[0-9]{2,3})[^0-9\n]{1,10}([2-8][0-9]{6,7})(?![0-9])/g;
