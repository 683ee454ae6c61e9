import { type CalendarYear } from '#core/calendar/calendar-year.ts';
import { type PlainDate, plainDate } from '#core/calendar/date-arithmetic.ts';
import type { UnderstoodNotice } from './read-notice.ts';

/** `calendar/YEAR.json` as it follows from a notice: the same days and words, nothing added. */
export function calendarOfNotice(
  { year, number, holidays }: UnderstoodNotice,
  { signed, address }: { signed: PlainDate; address: string },
): Omit<CalendarYear, 'amendments'> {
  return {
    year,
    coverage: { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) },
    document: {
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      ...(number !== undefined && { number }),
      date: signed,
      address,
    },
    holidays: holidays.map(({ name, daysOff, makeUpWorkdays }) => ({ name, daysOff, makeUpWorkdays })),
  };
}
