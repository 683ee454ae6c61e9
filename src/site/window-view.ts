import {
  addDays,
  chineseDate,
  chineseFullDate,
  chineseMonthDay,
  chineseWeekday,
  weekday,
  type PlainDate,
} from '#core/plain-date.ts';
import { chineseDayKind } from '#core/printed-window.ts';
import { chineseLength, chineseSegments, type PublicityWindow, type WindowDay } from '#core/publicity-window.ts';

/** A publicity window in words and, for the reader's clock, in instants. */
export interface WindowView {
  /** `2026年11月23日（星期一）`. */
  opens: string;
  /** `2026年11月27日（星期五）`. */
  closes: string;
  /** `24:00`. */
  closingTime: string;
  /** `5个工作日`. */
  length: string;
  /** `公示期`, `共 5 个工作日`: what can be said without a clock. */
  phrases: string[];
  /** `2026年11月23日至27日`: the counted days. */
  segments: string;
  /** `2026年11月23日至11月27日`: first and last day. */
  range: string;
  days: DayView[];
  live: LiveAttributes;
}

export interface DayView {
  date: PlainDate;
  /** 1 = Monday. */
  weekday: number;
  /** `周一`. */
  weekdayName: string;
  /** `11月`. */
  month: string;
  /** 1 … 31. */
  day: number;
  kind: 'counted' | 'make-up' | 'rest';
  /** `第1日`, `休`, `首日`. */
  mark: string;
  /** `周末`, `中秋节放假`, `中秋节调休上班`; empty for an ordinary day. */
  reason: string;
}

/** What `src/components/live.ts` reads. Instants carry China's offset; the end of a day is 00:00 of the next. */
export interface LiveAttributes {
  'data-opens': string;
  'data-closes': string;
  /** The counted days. */
  'data-days': string;
  'data-unit': PublicityWindow['unit'];
}

export function windowView(window: PublicityWindow): WindowView {
  const { opensOn, closesOn, closingTime, length, unit, days } = window;
  const sameYear = opensOn.slice(0, 4) === closesOn.slice(0, 4);
  return {
    opens: chineseFullDate(opensOn),
    closes: chineseFullDate(closesOn),
    closingTime,
    length: chineseLength(length, unit),
    phrases: ['公示期', `共 ${length} ${unit === 'working' ? '个工作日' : '天'}`],
    segments: chineseSegments(window.segments),
    range: `${chineseDate(opensOn)}至${sameYear ? chineseMonthDay(closesOn) : chineseDate(closesOn)}`,
    days: days.map((day) => dayView(day, unit)),
    live: {
      'data-opens': startOf(opensOn),
      'data-closes': closingTime === '24:00' ? startOf(addDays(closesOn, 1)) : `${closesOn}T${closingTime}+08:00`,
      'data-days': days.flatMap((day) => (day.ordinal === undefined ? [] : [day.date])).join(' '),
      'data-unit': unit,
    },
  };
}

function dayView(day: WindowDay, unit: PublicityWindow['unit']): DayView {
  const { date, kind, ordinal } = day;
  const works = kind === 'working' || kind === 'make-up';
  const weekdayName = chineseWeekday(date).replace('星期', '周');
  return {
    date,
    weekday: weekday(date),
    weekdayName,
    month: `${Number(date.slice(5, 7))}月`,
    day: Number(date.slice(8)),
    kind: kind === 'make-up' && unit === 'working' ? 'make-up' : ordinal !== undefined ? 'counted' : 'rest',
    mark: ordinal !== undefined ? `第${ordinal}日` : works ? '首日' : '休',
    reason: reasonOf(day, works),
  };
}

function reasonOf(day: WindowDay, works: boolean): string {
  if (day.kind === 'working') return day.ordinal === undefined ? '首日不计' : '';
  const reason = chineseDayKind(day);
  return works || day.ordinal === undefined ? reason : `${reason}，也计入`;
}

function startOf(date: PlainDate): string {
  return `${date}T00:00+08:00`;
}
