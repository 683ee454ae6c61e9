import {
  addDays,
  chinaDate,
  chinaInstant,
  chineseDate,
  chineseMonthDay,
  type Instant,
  type PlainDate,
  yearOf,
} from '#core/calendar/date-arithmetic.ts';
import { type CalendarDay, isWorkingDay, missingNotice, type WorkCalendar } from '#core/calendar/day-kind.ts';

/** `working`: 工作日; `calendar`: 天, every day counts. */
export type DayCount = 'working' | 'calendar';
/** Whether the printed opening day is day 1 (39 of 44 real notices) or the day after it is. */
export type CountsFrom = 'opening-day' | 'next-day';

/** How a window counts and when its last day ends, every default applied: made by `windowRules` alone. */
export interface WindowRules {
  /** Days of `unit`, at least 1. */
  length: number;
  unit: DayCount;
  countsFrom: CountsFrom;
  /** China time at which the last day ends. */
  closingTime: string;
  /** China time at which the first day begins. */
  openingTime: string;
}

/** The same as a programme, a round or a person states it. */
export interface StatedRules {
  length: number;
  unit: DayCount;
  countsFrom?: CountsFrom | undefined;
  closingTime?: string | undefined;
  openingTime?: string | undefined;
}

/** The end of a day, where no hour is stated (民法典 203). */
export const DAY_END = '24:00';
/** The beginning of a day, where no hour is stated. */
export const DAY_BEGIN = '00:00';

/** Applies what holds where nothing is said: the printed opening day counts as a whole, and the last day ends at 24:00 (民法典 203). */
export function windowRules({ length, unit, countsFrom, closingTime, openingTime }: StatedRules): WindowRules {
  return {
    length,
    unit,
    countsFrom: countsFrom ?? 'opening-day',
    closingTime: closingTime ?? DAY_END,
    openingTime: openingTime ?? DAY_BEGIN,
  };
}

export interface WindowTerms extends StatedRules {
  opensOn: PlainDate;
}

export interface WindowDay extends CalendarDay {
  /** 1 … length for a counted day; absent for a day that does not count. */
  ordinal?: number;
}

export interface Segment {
  from: PlainDate;
  to: PlainDate;
}

export interface PublicityWindow {
  opensOn: PlainDate;
  closesOn: PlainDate;
  /** The first instant at which it is open. */
  opens: Instant;
  /** The first instant at which it is closed. */
  closes: Instant;
  unit: DayCount;
  length: number;
  countsFrom: CountsFrom;
  closingTime: string;
  openingTime: string;
  /** Every day from `opensOn` to `closesOn`. */
  days: WindowDay[];
  /** Unbroken runs of counted days. */
  segments: Segment[];
}

export interface WindowRefusal {
  code: 'calendar-unknown';
  /** The first day nobody can classify yet. */
  date: PlainDate;
  message: string;
}

export type WindowResult = { ok: true; window: PublicityWindow } | { ok: false; refusal: WindowRefusal };

/**
 * Counts the days one by one from the opening day; no shortcut over whole weeks, because make-up workdays lie in weekends.
 * An opening day that is itself no working day is day 0: the first working day after it is day 1.
 * A window in working days that needs a day beyond the calendar is refused; one in calendar days is not, as every day counts.
 */
export function computeWindow(terms: WindowTerms, calendar: WorkCalendar): WindowResult {
  const { opensOn } = terms;
  const rules = windowRules(terms);
  const { length, unit, countsFrom } = rules;
  if (!Number.isInteger(length) || length < 1) throw new RangeError('length: a whole number of days, at least 1');
  const days: WindowDay[] = [];
  let counted = 0;
  let closesOn = opensOn;
  for (let date = opensOn; counted < length; date = addDays(date, 1)) {
    closesOn = date;
    const day = calendar.day(date);
    const skipped = countsFrom === 'next-day' && date === opensOn;
    if (day.kind === 'unknown' && unit === 'working') return { ok: false, refusal: refuseUnknown(date, calendar) };
    if (!skipped && counts(day, unit)) days.push({ ...day, ordinal: ++counted });
    else days.push(day);
  }
  const span = { opensOn, closesOn, ...instantsOf(opensOn, closesOn, rules) };
  return { ok: true, window: { ...span, ...rules, days, segments: segmentsOf(days) } };
}

/** When a window of these days opens and when it is closed. */
export function instantsOf(
  opensOn: PlainDate,
  closesOn: PlainDate,
  { openingTime, closingTime }: Pick<WindowRules, 'openingTime' | 'closingTime'>,
): Pick<PublicityWindow, 'opens' | 'closes'> {
  return { opens: chinaInstant(opensOn, openingTime), closes: chinaInstant(closesOn, closingTime) };
}

/** Counted days from `from` to `to`, both included; `undefined` where the calendar does not reach. */
export function countDays(from: PlainDate, to: PlainDate, unit: DayCount, calendar: WorkCalendar): number | undefined {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = calendar.day(date);
    if (day.kind === 'unknown' && unit === 'working') return undefined;
    if (counts(day, unit)) count += 1;
  }
  return count;
}

export type WindowPhase =
  | { phase: 'before' }
  /** `ordinal`: counted days begun so far (0 before the first counted day); `today` tells whether today is one of them. */
  | { phase: 'open'; ordinal: number; today: boolean }
  | { phase: 'closed' };

/** Where an instant lies: open from `opens` to just before `closes`. */
export function windowPhaseAt(window: PublicityWindow, now: Instant): WindowPhase {
  if (now < window.opens) return { phase: 'before' };
  if (now >= window.closes) return { phase: 'closed' };
  const today = chinaDate(now);
  const begun = window.days.filter((day) => day.ordinal !== undefined && day.date <= today);
  return { phase: 'open', ordinal: begun.length, today: begun[begun.length - 1]?.date === today };
}

/** `2024年9月30日、10月8日至11日`: the counted days as a notice prints them. */
export function chineseSegments(segments: readonly Segment[]): string {
  let year: number | undefined;
  let month = '';
  const print = (date: PlainDate): string => {
    const text =
      yearOf(date) !== year
        ? chineseDate(date)
        : date.slice(5, 7) !== month
          ? chineseMonthDay(date)
          : `${Number(date.slice(8))}日`;
    year = yearOf(date);
    month = date.slice(5, 7);
    return text;
  };
  return segments
    .map(({ from, to }) => {
      const start = print(from);
      return from === to ? start : `${start}至${print(to)}`;
    })
    .join('、');
}

/** `5个工作日` or `5天（自然日）`. */
export function chineseLength(length: number, unit: DayCount): string {
  return unit === 'working' ? `${length}个工作日` : `${length}天`;
}

function counts(day: CalendarDay, unit: DayCount): boolean {
  return unit === 'calendar' || isWorkingDay(day);
}

/** Unbroken runs of counted days. */
export function segmentsOf(days: readonly WindowDay[]): Segment[] {
  const segments: Segment[] = [];
  for (const { date, ordinal } of days) {
    if (ordinal === undefined) continue;
    const last = segments[segments.length - 1];
    if (last && addDays(last.to, 1) === date) last.to = date;
    else segments.push({ from: date, to: date });
  }
  return segments;
}

function refuseUnknown(date: PlainDate, calendar: WorkCalendar): WindowRefusal {
  const year = missingNotice(date);
  const reach = calendar.knownUntil ? `已录入的工作日历到 ${calendar.knownUntil} 为止` : '还没有录入任何工作日历';
  return {
    code: 'calendar-unknown',
    date,
    message: `公示期要用到 ${date}，但缺少国务院办公厅关于${year}年部分节假日安排的通知（${reach}），那一天是否上班无法断定。请待通知公布后补上 calendar/${year}.json，或改用更早的公示首日。`,
  };
}
