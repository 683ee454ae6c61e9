import { addDays, type PlainDate } from '#core/calendar/plain-date.ts';
import { isWorkingDay, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import type { WorkDays } from './calling.ts';

/** The days from one to another, both included, as short as a page can carry them. */
export function workDays(calendar: WorkCalendar, from: PlainDate, to: PlainDate): WorkDays {
  let kinds = '';
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = calendar.day(date);
    kinds += day.kind === 'unknown' ? 'u' : isWorkingDay(day) ? 'w' : 'o';
  }
  return { from, kinds };
}
