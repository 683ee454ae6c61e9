import {
  chinaDate,
  chinaMinutes,
  chineseDate,
  chineseMonthDay,
  type Instant,
  type PlainDate,
  yearOf,
} from '#core/calendar/plain-date.ts';
import { DAY_BEGIN } from '#core/window/publicity-window.ts';

/** `2024年9月11日至9月18日`. */
export function dateRange(from: PlainDate, to: PlainDate | undefined): string {
  if (to === undefined || to === from) return chineseDate(from);
  return `${chineseDate(from)}至${yearOf(from) === yearOf(to) ? chineseMonthDay(to) : chineseDate(to)}`;
}

/** `2026年11月25日 10:00` in China. */
export function chineseInstant(instant: Instant): string {
  const minutes = chinaMinutes(instant);
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${chineseDate(chinaDate(instant))} ${time}`;
}

/** `9:00`: an hour at which a first day begins that is not wholly the public's; empty for a whole day. */
export function openingHour(openingTime: string): string {
  return openingTime === DAY_BEGIN ? '' : chineseTime(openingTime);
}

/** `8:30`: no zero in front, as a notice prints it. */
export function chineseTime(time: string): string {
  return time.replace(/^0(?=\d:)/, '');
}
