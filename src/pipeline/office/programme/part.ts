import { parsePlainDate } from '#core/calendar/plain-date.ts';
import { idSchema, webAddressSchema } from '#core/formats/words.ts';
import { line } from '#pipeline/office/contact-questions.ts';
import type { Part } from './step.ts';

/** The parts that many answers have in common, and how each is to be written. */

export const QUOTE: Part = { name: '原话', role: 'quote', check: line };
export const CLAUSE: Part = { name: '条款', role: 'clause', example: '三、（四）', check: line };
export const STRENGTH: Part = { name: '必须或一般', fallback: '必须', ...oneOf(['必须', '一般']) };

/** One of a few words: how they are judged, and they themselves for who lets choose. */
export function oneOf(words: readonly string[]): Required<Pick<Part, 'check' | 'words'>> {
  return { words, check: (text) => (words.includes(text) ? undefined : `只能写 ${words.join('、')} 之一。`) };
}

export function id(text: string): string | undefined {
  return idSchema.safeParse(text).success ? undefined : '只能用小写英文字母、数字和短横线，例如 craftsman。';
}

export function date(text: string): string | undefined {
  return parsePlainDate(text) ? undefined : '不是一个存在的日期，请按“年-月-日”写，例如 2026-01-15。';
}

export function address(text: string): string | undefined {
  return webAddressSchema.safeParse(text).success ? undefined : '要以 http:// 或 https:// 开头。';
}

export function whole(least: number, most: number): (text: string) => string | undefined {
  return (text) =>
    /^\d{1,7}$/u.test(text) && Number(text) >= least && Number(text) <= most
      ? undefined
      : `要写 ${least} 到 ${most} 之间的整数。`;
}

export interface WindowLength {
  length: number;
  unit: 'working' | 'calendar';
}

/** `5工作日`, `5个工作日`, `7天`; the unit is the document's. */
export function windowOf(text: string): WindowLength | undefined {
  const [, days, unit] = /^([1-9]\d{0,2})\s*个?(工作日|天|日)$/u.exec(text) ?? [];
  if (days === undefined || Number(days) > 366) return undefined;
  return { length: Number(days), unit: unit === '工作日' ? 'working' : 'calendar' };
}

export interface LimitText {
  count: number;
  kind: 'exactly' | 'at-most' | 'about';
}

/** `20名`, `不超过20名`, `20名左右`. */
export function limitOf(text: string): LimitText | undefined {
  const [, most, count, about] = /^(不超过)?\s*([1-9]\d{0,3})\s*[名人]?(左右)?$/u.exec(text) ?? [];
  if (count === undefined || (most && about)) return undefined;
  return { count: Number(count), kind: most ? 'at-most' : about ? 'about' : 'exactly' };
}

export function limit(text: string): string | undefined {
  return limitOf(text) === undefined ? '要写成 20名、不超过20名 或 20名左右 的样子。' : undefined;
}

/** A figure must stand in the words it is taken from: 20 as 20 or 二十, 2 as 二 or 两. */
export function figureFault(figure: number, quote: string): string | undefined {
  const plain = quote.normalize('NFKC').replace(/\s+/gu, '');
  const arabic = new RegExp(`(?<!\\d)${figure}(?!\\d)`, 'u').test(plain);
  return arabic || hanOf(figure).some((word) => plain.includes(word))
    ? undefined
    : `原话里没有 ${figure} 这个数。请核对数字，或照抄写着它的那句话。`;
}

const DIGITS = '零一二三四五六七八九';

/** The ways a notice writes a number below 100. */
function hanOf(figure: number): string[] {
  if (figure < 1 || figure > 99) return [];
  const [tens, ones] = [Math.floor(figure / 10), figure % 10];
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  const word = `${head}${ones === 0 ? '' : DIGITS[ones]}`;
  return figure === 2 ? ['二', '两'] : [word];
}
