import type { CalendarDocument, CalendarYear, RegionalCalendar } from './calendar-year.ts';
import { addDays, type PlainDate, weekday, yearOf } from './date-arithmetic.ts';

type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'unknown';

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
  /** The region whose days are laid over the national ones, and the years for which it has said anything. */
  overlay?: { region: string; years: readonly number[] };
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
      const source = [...amendments].reverse().find((amendment) => amendment.holidays.includes(name)) ?? document;
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
    ...(regional[0] && { overlay: { region: regional[0].region, years: regional.map(({ year }) => year).sort() } }),
  };
}

/** Years of a span for which the region's overlay says nothing, although it does for others. */
export function yearsWithoutOverlay(from: PlainDate, to: PlainDate, { overlay }: WorkCalendar): number[] {
  if (!overlay) return [];
  const years = Array.from({ length: Math.max(0, yearOf(to) - yearOf(from)) + 1 }, (_, index) => yearOf(from) + index);
  return years.filter((year) => !overlay.years.includes(year));
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

/** `周末`, `国庆节放假`, `国庆节调休上班`, `工作日`. */
export function chineseDayKind(day: CalendarDay): string {
  switch (day.kind) {
    case 'working':
      return '工作日';
    case 'weekend':
      return '周末';
    case 'holiday':
      return `${day.name ?? ''}放假`;
    case 'make-up':
      return `${day.name ?? ''}调休上班`;
    case 'unknown':
      return '尚无放假通知';
  }
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
