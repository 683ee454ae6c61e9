import { chineseFullDate, type PlainDate } from '#core/calendar/plain-date.ts';
import { isWorkingDay, type WorkCalendar, workingDayFrom } from '#core/calendar/work-calendar.ts';
import type { Course } from '#core/window/course.ts';
import { chineseDayKind } from '#core/window/printed-window.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import type { ActChange } from './act-kind.ts';
import type { Remark } from './turn.ts';

/** An act that moves the close repeats the one it moves: it must be the one that is promised. */
export function oldClose({ stretch: { closesOn } }: Course, act: { oldClosesOn: PlainDate }): Remark[] {
  if (act.oldClosesOn === closesOn) return [];
  return [{ code: 'act-old-close-differs', field: 'oldClosesOn', args: { stated: act.oldClosesOn, actual: closesOn } }];
}

/** In working days a stated day is a working day; in calendar days every day will do. */
export function resting(
  what: string,
  date: PlainDate,
  field: string,
  { unit }: Course,
  calendar: WorkCalendar,
): Remark[] {
  if (unit === 'calendar') return [];
  const day = calendar.day(date);
  if (isWorkingDay(day)) return [];
  const next = workingDayFrom(date, calendar);
  if (day.kind === 'unknown' || next === undefined) {
    const computed = computeWindow({ opensOn: date, length: 1, unit }, calendar);
    return computed.ok ? [] : [{ code: 'calendar-unknown', field, args: { message: computed.refusal.message } }];
  }
  return [{ code: 'act-day-rests', field, args: { what, date, reason: chineseDayKind(day), next } }];
}

/** How a moved close is shown. */
export function closing(before: PlainDate, after: PlainDate): ActChange {
  return { label: '公示截止', before: chineseFullDate(before), after: chineseFullDate(after) };
}
