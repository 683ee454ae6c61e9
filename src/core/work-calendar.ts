import { z } from 'zod';
import { addDays, plainDateSchema, weekday, yearOf, type PlainDate } from './plain-date.ts';

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

export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'unknown';

export interface CalendarDay {
  date: PlainDate;
  kind: DayKind;
  /** The holiday's name for `holiday` and `make-up`. */
  name?: string;
  /** The notice that makes the day what it is; absent for ordinary weekdays and weekends. */
  document?: CalendarDocument;
}

export interface WorkCalendar {
  /** What a day is; a day past the known notices is `unknown`, never a weekday. */
  day(date: PlainDate): CalendarDay;
  /** The last day of the unbroken stretch of known days, or `undefined` for an empty calendar. */
  knownUntil: PlainDate | undefined;
}

/**
 * Working days are Monday to Friday, less the days off, plus the make-up workdays of the State Council's yearly
 * notices (全国年节及纪念日放假办法; 国务院办公厅关于…部分节假日安排的通知). Where two notices name the same day, the later
 * year's rules: late December belongs to the next year's notice (2018-12-29, 2022-12-31). A regional overlay is laid on top.
 */
export function createWorkCalendar(
  years: readonly CalendarYear[],
  regional: readonly RegionalCalendar[] = [],
): WorkCalendar {
  const named = new Map<PlainDate, CalendarDay>();
  const inOrder = [...years].sort((a, b) => a.year - b.year);
  for (const { holidays, document, amendments } of [...inOrder, ...regional.map(asUnamended)]) {
    for (const { name, daysOff, makeUpWorkdays } of holidays) {
      const source = amendments.findLast((amendment) => amendment.holidays.includes(name)) ?? document;
      for (const date of daysOff) named.set(date, { date, kind: 'holiday', name, document: source });
      for (const date of makeUpWorkdays) named.set(date, { date, kind: 'make-up', name, document: source });
    }
  }
  const national = new Set(
    inOrder.flatMap((year) => year.holidays.flatMap((h) => [...h.daysOff, ...h.makeUpWorkdays])),
  );
  const known = (date: PlainDate): boolean =>
    national.has(date) || inOrder.some(({ coverage }) => coverage.from <= date && date <= coverage.to);
  return {
    day(date) {
      if (!known(date)) return { date, kind: 'unknown' };
      return named.get(date) ?? { date, kind: weekday(date) >= 6 ? 'weekend' : 'working' };
    },
    knownUntil: lastOfUnbroken(inOrder),
  };
}

export function isWorkingDay(day: CalendarDay): boolean {
  return day.kind === 'working' || day.kind === 'make-up';
}

/** The first working day on or after `date`; `undefined` when the calendar ends before one is found. */
export function workingDayFrom(date: PlainDate, calendar: WorkCalendar): PlainDate | undefined {
  for (let at = date; ; at = addDays(at, 1)) {
    const day = calendar.day(at);
    if (day.kind === 'unknown') return undefined;
    if (isWorkingDay(day)) return at;
  }
}

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

function asUnamended(overlay: RegionalCalendar): Pick<CalendarYear, 'holidays' | 'document' | 'amendments'> {
  return { ...overlay, amendments: [] };
}

function lastOfUnbroken(years: readonly CalendarYear[]): PlainDate | undefined {
  let until: PlainDate | undefined;
  for (const { coverage } of years) {
    if (until === undefined || coverage.from <= addDays(until, 1)) {
      until = until === undefined || coverage.to > until ? coverage.to : until;
    }
  }
  return until;
}

/** The year whose notice is missing when `date` is unknown. */
export function missingNotice(date: PlainDate): number {
  return yearOf(date);
}
