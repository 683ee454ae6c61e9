import { addDays, chineseMonthDay, daysBetween, type PlainDate, yearOf } from '#core/calendar/plain-date.ts';
import type { CalendarDocument, CalendarYear, RegionalCalendar } from '#core/calendar/work-calendar.ts';
import { chineseLength } from '#core/window/publicity-window.ts';
import { noticeAddress } from '#site/address.ts';
import type { Publication, PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { dateRange } from '#site/words/chinese-dates.ts';
import { cited } from '#site/words/citation.ts';

/** 公示日历: the windows of every year, and the days off and at work by which they are counted. */
export interface CalendarView {
  /** Years with windows, the latest first. */
  years: { year: number; windows: WindowLine[] }[];
  /** Covered years, the latest first, each with its notice and what amended it. */
  holidays: { year: number; lines: HolidayLine[]; documents: { text: string; address: string | undefined }[] }[];
  /** `2018年至2026年`. */
  reach: string;
  /** The covered years for the calculator, as the core reads them. */
  covered: { years: CalendarYear[]; regional: RegionalCalendar[] };
}

export interface WindowLine {
  title: string;
  target: string;
  /** `11月23日至11月27日`; of a suspended one the opening alone. */
  dates: string;
  length: string;
  /** Months from the beginning of the year, 0 … 12; a year is as wide as twelve columns. */
  from: number;
  to: number;
}

export interface HolidayLine {
  name: string;
  /** `9月15日至9月17日`. */
  off: string;
  makeUp: string;
}

export function calendarView({ notices, calendar }: Publication): CalendarView {
  const { years, regional } = calendar;
  const windows = notices.map((round) => ({ year: yearOf(spanOf(round).from), line: windowLine(round) }));
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  return {
    years: [...new Set(windows.map(({ year }) => year))]
      .sort((a, b) => b - a)
      .map((year) => ({
        year,
        windows: windows
          .filter((one) => one.year === year)
          .map(({ line }) => line)
          .sort((a, b) => a.from - b.from),
      })),
    holidays: years.toReversed().map(({ year, holidays, document, amendments }) => ({
      year,
      lines: [...holidays, ...regional.filter((one) => one.year === year).flatMap((one) => one.holidays)].map(
        holidayLine,
      ),
      documents: [document, ...amendments].map(documentLine),
    })),
    reach: first === undefined ? '' : first === last ? `${first}年` : `${first}年至${last}年`,
    covered: { years, regional },
  };
}

function windowLine(round: PublicRound): WindowLine {
  const { id, data, programme, effective, window } = round;
  const { from, to } = spanOf(round);
  const { length, unit } = effective.course === 'running' ? effective.window : window;
  const word = publicityWord(round);
  const halted = effective.course === 'halted';
  return {
    title: `${data.edition}${programme.data.title}${word === '公示' ? '' : word}`,
    target: noticeAddress(id),
    dates: halted ? `${chineseMonthDay(from)}起，已中止` : monthDays(from, to),
    length: chineseLength(length, unit),
    from: monthsInto(from, from),
    to: yearOf(to) > yearOf(from) ? 12 : monthsInto(addDays(to, 1), from),
  };
}

/** First and last day, as the acts have made it. */
function spanOf({ effective, data }: PublicRound): { from: PlainDate; to: PlainDate } {
  if (effective.course === 'running') return { from: effective.window.opensOn, to: effective.window.closesOn };
  if (effective.course === 'halted') return { from: effective.opensOn, to: effective.lastClosesOn };
  return { from: data.publicity.opensOn, to: data.publicity.closesOn };
}

/** How far into its year a day begins, every month as long as the next; 12 for a day of the year after. */
function monthsInto(date: PlainDate, from: PlainDate): number {
  if (yearOf(date) > yearOf(from)) return 12;
  const first = `${date.slice(0, 8)}01` as PlainDate;
  const next = addDays(first, 31).slice(0, 8) + '01';
  const month = Number(date.slice(5, 7)) - 1;
  return month + daysBetween(first, date) / daysBetween(first, next as PlainDate);
}

function monthDays(from: PlainDate, to: PlainDate): string {
  return yearOf(from) === yearOf(to) ? `${chineseMonthDay(from)}至${chineseMonthDay(to)}` : dateRange(from, to);
}

function holidayLine({ name, daysOff, makeUpWorkdays }: CalendarYear['holidays'][number]): HolidayLine {
  return { name, off: runs(daysOff), makeUp: runs(makeUpWorkdays) };
}

/** `9月15日至9月17日`, unbroken days drawn together. */
function runs(dates: readonly PlainDate[]): string {
  const found: [PlainDate, PlainDate][] = [];
  for (const date of [...dates].sort()) {
    const last = found.at(-1);
    if (last && addDays(last[1], 1) === date) last[1] = date;
    else found.push([date, date]);
  }
  return found
    .map(([from, to]) => (from === to ? chineseMonthDay(from) : `${chineseMonthDay(from)}至${chineseMonthDay(to)}`))
    .join('、');
}

function documentLine({ title, number, address }: CalendarDocument): { text: string; address: string | undefined } {
  return { text: cited(title, number), address };
}
