import { AllowList } from './allow-list.ts';
import { inspectText } from './inspect-text.ts';
import { findPrivate } from './private-text.ts';

const NOTHING_ALLOWED = new AllowList();

/** A value found once is gone; the same value, or another under it, is found the next time round. */
const MOST_ROUNDS = 8;

/**
 * A text as a message may repeat it: every private value in it, whoever's it is, becomes one ＊ for each character, so that what stands
 * around it and how long it was can still be seen. Every finding, refusal and plan goes through here before a person or a program reads it.
 * @param label what the text is a value of, as 联系电话: some figures are private behind their label alone
 */
export function concealed(text: string, label = ''): string {
  if (!TELLING.test(text)) return text;
  const before = label === '' ? '' : `${label}：`;
  let shown = text.replace(LONG_NUMBER, (number) => (isTelling(number) ? starred(number) : number));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const hits = inspectText(before + shown, NOTHING_ALLOWED)
      .map(({ start, end }) => ({ start: Math.max(0, start - before.length), end: end - before.length }))
      .filter(({ end }) => end > 0);
    if (hits.length === 0) break;
    const next = withStars(shown, hits);
    if (next === shown) break;
    shown = next;
  }
  // What only a roster calls private, or what is hidden in a disguise that has no place of its own in the text.
  if (findPrivate(before + shown).length > 0) shown = shown.replace(/[\p{Nd}\p{Nl}\p{No}A-Za-z]/gu, '＊');
  return findPrivate(before + shown).length > 0 ? starred(shown) : shown;
}

/** Without a figure, a numeral or a sign of an address there is nothing to find but an account behind its label. */
const TELLING = /[\p{N}@A-Za-z零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾住址\u200B-\u206F\u{E0000}-\u{E007F}]/u;

/** Nine digits in a row, fifteen with separators, or a mobile number; a patent number or a date has fewer. */
const LONG_NUMBER = /\p{Nd}(?:[ \u3000.-]?\p{Nd}){8,}[XxＸｘ]?/gu;

function isTelling(number: string): boolean {
  const digits = number.normalize('NFKC').replace(/\D/g, '');
  return /^1[3-9]\d{9}$/.test(digits) || digits.length >= 15 || /\p{Nd}{9,}/u.test(number);
}

function withStars(text: string, hits: readonly { start: number; end: number }[]): string {
  let place = 0;
  return [...text]
    .map((sign) => {
      const [from, to] = [place, (place += sign.length)];
      return hits.some(({ start, end }) => from < end && to > start) ? '＊' : sign;
    })
    .join('');
}

function starred(text: string): string {
  return '＊'.repeat([...text].length);
}
