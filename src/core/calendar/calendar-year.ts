import { z } from 'zod';
import { type PlainDate, plainDateSchema, weekday } from './plain-date.ts';

const documentSchema = z.strictObject({
  title: z.string().min(1),
  number: z.string().min(1).optional(),
  date: plainDateSchema,
  address: z.url({ protocol: /^https?$/ }).optional(),
});

/** One State Council notice on a year's days off, with its amendments worked in. */
export const calendarYearSchema = z
  .strictObject({
    year: z.int().min(1999).max(2100),
    /** Inside these days, what is not listed is an ordinary weekday or weekend; outside them it is unknown. */
    coverage: z.strictObject({ from: plainDateSchema, to: plainDateSchema }),
    document: documentSchema,
    /** Later notices, with the holidays each of them changed: a day cites the notice that really rules it. */
    amendments: z.array(documentSchema.extend({ holidays: z.array(z.string().min(1)).min(1) })).default([]),
    holidays: z.array(
      z.strictObject({
        name: z.string().min(1),
        daysOff: z.array(plainDateSchema),
        makeUpWorkdays: z.array(plainDateSchema),
      }),
    ),
  })
  .superRefine((year, context) => {
    if (year.coverage.from > year.coverage.to) {
      context.addIssue({ code: 'custom', path: ['coverage'], params: { code: 'coverage-reversed' } });
    }
    const off = new Set(year.holidays.flatMap((holiday) => holiday.daysOff));
    year.holidays.forEach((holiday, index) => {
      for (const date of holiday.makeUpWorkdays) {
        if (off.has(date)) {
          context.addIssue({
            code: 'custom',
            path: ['holidays', index, 'makeUpWorkdays'],
            params: { code: 'day-off-and-make-up', date },
          });
        }
        // A make-up workday on an ordinary weekday makes no sense and is a slip of the pen.
        if (weekday(date) < 6) {
          context.addIssue({
            code: 'custom',
            path: ['holidays', index, 'makeUpWorkdays'],
            params: { code: 'make-up-on-weekday', date },
          });
        }
      }
    });
  });

export type CalendarYear = z.infer<typeof calendarYearSchema>;
export type CalendarDocument = z.infer<typeof documentSchema>;

/** Days off and make-up workdays that hold in one region only, e.g. 广西壮族三月三. */
export const regionalCalendarSchema = z.strictObject({
  region: z.string().min(1),
  year: z.int(),
  document: documentSchema,
  holidays: z.array(
    z.strictObject({
      name: z.string().min(1),
      daysOff: z.array(plainDateSchema),
      makeUpWorkdays: z.array(plainDateSchema).default([]),
    }),
  ),
});
export type RegionalCalendar = z.infer<typeof regionalCalendarSchema>;

/** Days that one notice gives off and another makes a workday: nobody can say which holds. */
export function contradictions(years: readonly CalendarYear[]): { date: PlainDate; years: number[] }[] {
  const kinds = new Map<PlainDate, Map<'off' | 'work', number>>();
  const note = (date: PlainDate, kind: 'off' | 'work', year: number): void => {
    kinds.set(date, (kinds.get(date) ?? new Map<'off' | 'work', number>()).set(kind, year));
  };
  for (const { year, holidays } of years) {
    for (const holiday of holidays) {
      for (const date of holiday.daysOff) note(date, 'off', year);
      for (const date of holiday.makeUpWorkdays) note(date, 'work', year);
    }
  }
  return [...kinds]
    .filter(([, kind]) => kind.size > 1)
    .map(([date, kind]) => ({ date, years: [...kind.values()].sort() }));
}
