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
    contradicting(year.holidays, context);
  });

/** A day that is off and at work at once, and a make-up workday that is an ordinary weekday: slips of the pen. */
function contradicting(holidays: readonly Holiday[], context: z.core.$RefinementCtx): void {
  const off = new Set(holidays.flatMap((holiday) => holiday.daysOff));
  holidays.forEach((holiday, index) => {
    const path = ['holidays', index, 'makeUpWorkdays'];
    for (const date of holiday.makeUpWorkdays) {
      if (off.has(date)) {
        context.addIssue({ code: 'custom', path, params: { code: 'day-off-and-make-up', date } });
      }
      if (weekday(date) < 6) context.addIssue({ code: 'custom', path, params: { code: 'make-up-on-weekday', date } });
    }
  });
}

interface Holiday {
  daysOff: PlainDate[];
  makeUpWorkdays: PlainDate[];
}

export type CalendarYear = z.infer<typeof calendarYearSchema>;
export type CalendarDocument = z.infer<typeof documentSchema>;

/**
 * Days off and make-up workdays that hold in one region only, laid over the national ones: 广西壮族三月三; Shanghai's for 进博会, 2018 and 2019.
 * `calendar/regional/<letters>-<year>.json`, where `region` repeats the letters and `regionalCalendar` of `site.json` names them. A year in
 * which the region moves nothing has `holidays: []`.
 */
export const regionalCalendarSchema = z
  .strictObject({
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
  })
  .superRefine(({ year, holidays }, context) => {
    contradicting(holidays, context);
    for (const date of holidays.flatMap(({ daysOff, makeUpWorkdays }) => [...daysOff, ...makeUpWorkdays])) {
      if (date >= `${year - 1}-12-01` && date <= `${year}-12-31`) continue;
      context.addIssue({
        code: 'custom',
        path: ['holidays'],
        params: { code: 'regional-day-outside-year', date, year },
      });
    }
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
