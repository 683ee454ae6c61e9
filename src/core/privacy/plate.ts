import type { Hit } from './kind.ts';
import { leading } from './leading.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const SITES = new RegExp(`[${PROVINCES}]`, 'g');

/** GA 36-2018: five letters or digits, for cars with new energy six; the letters I and O are not used. */
const ORDINARY = /^(?=(?:[A-Z]*[0-9]){3})(?![A-Z]{3})[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警港澳挂领试超]$/;
const NEW_ENERGY = /^(?:[A-K][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-K])$/;
/** 国家标准, 行业标准 and the like after 新 or 云: 按新GB50300执行. */
const STANDARD = /^(?:GB|JB|HG|DB|QB|SH|SY|DL|CJ|JG|JT|TB|YB|NB|AQ|GA|HJ|LY|NY|SL|WS|XF|YD)[/0-9T]/;

/** Vehicle plates: province, letter of the city, number. */
export function plates(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { index } of text.matchAll(SITES)) {
    // Most of these characters stand in words.
    if (text.charCodeAt(index + 1) >= 0x4e00) continue;
    const end = endOfPlate(text, index);
    if (end === undefined) continue;
    const value = text
      .slice(index, end)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
    hits.push({ kind: 'plate', value, start: index, end });
  }
  return hits;
}

const SPACE = /^[ \t\n]{0,2}[-·•.・|"',]?[ \t\n"']{0,2}/;

function endOfPlate(text: string, site: number): number | undefined {
  const ahead = text.slice(site + 1, site + 48);
  const beforeCity = leading(SPACE, ahead).length;
  const city = ahead.charAt(beforeCity).toUpperCase();
  if (!/[A-HJ-Z]/.test(city)) return undefined;
  if (/[新云]/.test(text.charAt(site)) && STANDARD.test(ahead.slice(beforeCity).toUpperCase())) return undefined;
  // 创新A12345 is a type, 阿里云B… a product.
  if (
    /[新云]/.test(text.charAt(site)) &&
    /[\u4e00-\u9fa5]/.test(text.charAt(site - 1)) &&
    !/[牌照车号为是系]/.test(text.charAt(site - 1))
  )
    return undefined;
  const rest = ahead.slice(beforeCity + 1);
  const gap = leading(SPACE, rest);
  return oneByOne(rest, gap.length, site + 1 + beforeCity + 1);
}

/** Reads five or six characters that are parted all by the same gap, or by none. */
function oneByOne(rest: string, from: number, offset: number): number | undefined {
  let at = from;
  let number = '';
  let parting: string | undefined;
  const ends: number[] = [];
  while (number.length < 7) {
    const character = rest.charAt(at).toUpperCase();
    if (!/[A-Z0-9学警港澳挂领试超]/.test(character)) break;
    number += character;
    at += 1;
    ends.push(at);
    const gap = leading(SPACE, rest.slice(at, at + 5));
    parting ??= gap;
    if (gap !== parting) break;
    at += gap.length;
  }
  for (const length of [6, 5]) {
    if (/[A-Z0-9]/.test(number.charAt(length))) continue;
    const plate = number.slice(0, length);
    const end = ends[length - 1] ?? 0;
    if (/^[A-Za-z0-9]/.test(rest.slice(end))) continue;
    if ((length === 6 ? NEW_ENERGY : ORDINARY).test(plate)) return offset + end;
  }
  return undefined;
}
