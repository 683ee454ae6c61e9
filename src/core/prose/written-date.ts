import { parsePlainDate, type PlainDate } from '#core/calendar/plain-date.ts';
import { numberOf } from './numerals.ts';

/** A day as people write it: 2026-11-23, 2026年11月23日, 2026.11.23, 2026/11/23, 二〇二六年十一月二十三日; `undefined` for none. */
export function writtenDate(text: string): PlainDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const parts =
    /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/u.exec(plain)?.filter((_, index) => index !== 2) ??
    /^([\d〇零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]$/u.exec(
      plain,
    );
  const [year, month, day] = (parts ?? []).slice(1).map((part) => numberOf(part));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parsePlainDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
