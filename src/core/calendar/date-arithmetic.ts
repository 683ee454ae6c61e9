/** A day of the calendar without time or zone, `YYYY-MM-DD`. Compare with `<` and `>`. */
export type PlainDate = string & { readonly [plainDateBrand]: true };
declare const plainDateBrand: unique symbol;

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const MS_PER_DAY = 86_400_000;
// China has kept UTC+8 without summer time since 1992; the product knows no earlier instants.
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Reads `YYYY-MM-DD`; anything else, and days that do not exist (2024-02-30), give `undefined`. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return text as PlainDate;
}

/** For dates written in the source code; throws a RangeError on a slip of the programmer. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** Moves a date by whole days, backwards when `days` is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  const sundayFirst = new Date(dayNumber(date) * MS_PER_DAY).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The day it is in China at an instant, whatever the machine's zone. */
export function chinaDate(instant: Instant): PlainDate {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10) as PlainDate;
}

/** Minutes since midnight in China at an instant. */
export function chinaMinutes(instant: Instant): number {
  const local = new Date(instant + CHINA_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The time of day in China at an instant, `HH:MM`. */
export function chinaTime(instant: Instant): string {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a China time of day, `HH:MM`; `24:00` is the end of that day. */
export function chinaInstant(date: PlainDate, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayNumber(date) * MS_PER_DAY + (hours * 60 + minutes) * 60_000 - CHINA_OFFSET_MS;
}

/** ISO 8601 with China's offset; keeps `24:00` as the end of the day, which ISO 8601 and JavaScript both read. */
export function chinaIso(date: PlainDate, time: string): string {
  return `${date}T${time}:00+08:00`;
}

/** Reads an instant written with seconds and an offset, `2026-11-25T10:00:00+08:00`; without an offset it is refused. */
export function parseInstant(text: string): Instant | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (!parts || parsePlainDate(parts[1] ?? '') === undefined) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** `星期五`. */
export function chineseWeekday(date: PlainDate): string {
  return `星期${WEEKDAYS[weekday(date) - 1]}`;
}

/** `2024年9月6日`. */
export function chineseDate(date: PlainDate): string {
  return `${yearOf(date)}年${chineseMonthDay(date)}`;
}

/** `9月6日`. */
export function chineseMonthDay(date: PlainDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `2024年9月6日（星期五）`. */
export function chineseFullDate(date: PlainDate): string {
  return `${chineseDate(date)}（${chineseWeekday(date)}）`;
}

function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

function fromDayNumber(day: number): PlainDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

/** `2026-11-25T10:00:30+08:00`: an instant in China's time, to the second. */
export function chinaIsoInstant(instant: Instant): string {
  const seconds = String(Math.floor(instant / 1000) % 60).padStart(2, '0');
  return `${chinaDate(instant)}T${chinaTime(instant)}:${seconds}+08:00`;
}
