import {
  chinaDate,
  chinaInstant,
  chinaTime,
  chineseDate,
  chineseFullDate,
  chineseMonthDay,
  chineseWeekday,
  type Instant,
  type PlainDate,
  weekday,
} from '#core/calendar/plain-date.ts';
import type { EffectiveWindow } from '#core/lifecycle/notice-state.ts';
import type { EffectiveDay, Pause } from '#core/window/course.ts';
import { chineseDayKind } from '#core/window/printed-window.ts';
import { chineseLength, chineseSegments, type PublicityWindow, type WindowDay } from '#core/window/publicity-window.ts';
import { chineseInstant, openingHour } from '#site/words/chinese-dates.ts';

/** A publicity window in words and, for the reader's clock, in instants. */
export interface WindowView {
  /** `2026年11月23日（星期一）`. */
  opens: string;
  /** `2026年11月27日（星期五）`; absent while a suspended window has no end that anybody knows. */
  closes: string | undefined;
  /** `24:00`. */
  closingTime: string;
  /** `9:00`, at which the first day begins; empty where it is open as a whole. */
  openingTime: string;
  /** `5个工作日`. */
  length: string;
  /** `公示期`, `共5个工作日`: what can be said without a clock. */
  phrases: string[];
  /** `2026年11月23日至27日`: the counted days. */
  segments: string;
  /** `2026年11月23日至11月27日`: first and last day. */
  range: string;
  days: DayView[];
  /** `原定2026年11月27日（星期五）截止`, where an act has moved the close. */
  moved: string | undefined;
  /** Absent where no clock can say the state: suspended until further notice, or beyond the known calendar. */
  live: LiveAttributes | undefined;
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
  /** `第1日`, `休`, `首日`, `停`. */
  mark: string;
  /** `周末`, `中秋节放假`, `中秋节调休上班`; empty for an ordinary day. */
  reason: string;
}

/** What `src/browser/live.ts` reads. Instants carry China's offset; the end of a day is 00:00 of the next. */
export interface LiveAttributes {
  /** When the notice went up: no clock that runs before it is believed. */
  'data-published': string | undefined;
  'data-opens': string;
  'data-closes': string;
  /** The counted days. */
  'data-days': string;
  'data-unit': PublicityWindow['unit'];
  /** Suspensions: `<since>/<until>` each. */
  'data-pauses': string | undefined;
}

/** A window as printed: what was promised, and what the acts have made of it. */
export interface Term {
  published: PlainDate;
  printed: { opensOn: PlainDate; closesOn: PlainDate };
  effective: EffectiveWindow;
}

export function termView(
  { printed, effective, published }: Term,
  { unit, length, closingTime, openingTime }: PublicityWindow,
): WindowView {
  const { closesOn } = printed;
  if (effective.course === 'running')
    return windowView(effective.window, effective.pauses, closesOn, local(chinaInstant(published, '00:00')));
  const view = {
    opens: chineseFullDate(printed.opensOn),
    closingTime,
    openingTime: openingHour(openingTime),
    length: chineseLength(length, unit),
    segments: '',
    live: undefined,
  };
  if (effective.course === 'halted') {
    return {
      ...view,
      closes: undefined,
      phrases: [`公示自${chineseInstant(effective.since)}起中止，`, '恢复日期另行公告'],
      range: `${chineseDate(effective.opensOn)}起，已中止`,
      days: effective.days.map((day) => dayView(day, unit)),
      moved: `原定${chineseFullDate(effective.lastClosesOn)}截止，还剩${chineseLength(effective.remaining, unit)}`,
    };
  }
  return {
    ...view,
    closes: chineseFullDate(closesOn),
    phrases: ['公示期', '以原文日期为准'],
    range: range(printed.opensOn, closesOn),
    days: [],
    moved: undefined,
  };
}

export function windowView(
  window: PublicityWindow & { days: readonly EffectiveDay[] },
  pauses: readonly Pause[] = [],
  promised: PlainDate = window.closesOn,
  published?: string,
): WindowView {
  const { opensOn, closesOn, opens, closes, closingTime, length, unit, days } = window;
  const openingTime = openingHour(window.openingTime);
  return {
    opens: chineseFullDate(opensOn),
    closes: chineseFullDate(closesOn),
    closingTime,
    openingTime,
    length: chineseLength(length, unit),
    phrases: ['公示期', `共${length}${unit === 'working' ? '个工作日' : '天'}`],
    segments: chineseSegments(window.segments),
    range: range(opensOn, closesOn, openingTime),
    days: days.map((day) => dayView(day, unit, promised)),
    moved: promised === closesOn ? undefined : `原定${chineseFullDate(promised)}截止`,
    live: {
      'data-published': published,
      'data-opens': local(opens),
      'data-closes': local(closes),
      'data-days': days.flatMap((day) => (day.ordinal === undefined ? [] : [day.date])).join(' '),
      'data-unit': unit,
      'data-pauses':
        pauses.length === 0
          ? undefined
          : pauses.map(({ since, until }) => `${iso(since)}/${until === undefined ? '' : iso(until)}`).join(' '),
    },
  };
}

/** The window in one line, as an official text prints it: `2026年11月23日至27日（5个工作日），2026年11月27日（星期五）24:00截止。` */
export function timeLine({ segments, range, length, openingTime, closes, closingTime, moved }: WindowView): string {
  if (segments === '') return `${range}。`;
  const opening = openingTime && `首日${openingTime}开始，`;
  return `${segments}（${length}），${opening}${closes}${closingTime}截止${moved ? `（${moved}）` : ''}。`;
}

function range(opensOn: PlainDate, closesOn: PlainDate, openingTime = ''): string {
  const sameYear = opensOn.slice(0, 4) === closesOn.slice(0, 4);
  return `${chineseDate(opensOn)}${openingTime}至${sameYear ? chineseMonthDay(closesOn) : chineseDate(closesOn)}`;
}

function dayView(day: EffectiveDay, unit: PublicityWindow['unit'], promised?: PlainDate): DayView {
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
    mark: ordinal !== undefined ? `第${ordinal}日` : day.suspended ? '停' : works ? '首日' : '休',
    reason: [
      day.suspended ? '中止，不计' : reasonOf(day, works),
      promised !== undefined && date > promised && !day.suspended ? '延长' : '',
    ]
      .filter((word) => word !== '')
      .join('，'),
  };
}

function reasonOf(day: WindowDay, works: boolean): string {
  if (day.kind === 'working') return day.ordinal === undefined ? '首日不计' : '';
  const reason = chineseDayKind(day);
  return works || day.ordinal === undefined ? reason : `${reason}，也计入`;
}

/** To the minute, as acts are dated. */
function iso(instant: Instant): string {
  return new Date(instant).toISOString().replace(':00.000Z', 'Z');
}

function local(instant: Instant): string {
  return `${chinaDate(instant)}T${chinaTime(instant)}+08:00`;
}
