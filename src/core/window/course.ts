import { addDays, chinaDate, chinaInstant, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import {
  computeWindow,
  countDays,
  type CountsFrom,
  type DayCount,
  instantsOf,
  type PublicityWindow,
  segmentsOf,
  type WindowDay,
  type WindowResult,
  type WindowRules,
} from './publicity-window.ts';

export interface EffectiveDay extends WindowDay {
  /** The window stood still on this day; it counts for nothing. */
  suspended?: true;
}

export interface Pause {
  since: Instant;
  /** When it ended or will end; absent while no resumption is public. */
  until?: Instant;
}

/**
 * The run of one publicity window: days already behind a suspension, and the stretch that counts now. A closing day is what was printed
 * or stated in an act; it stands until another act moves it, whatever a calendar amended later would say.
 */
export interface Course {
  /** 1 for the notice's own window, 2 for the first 重新公示. */
  publicity: number;
  opensOn: PlainDate;
  opens: Instant;
  /** Days the rules ask of a whole window, before any extension. */
  promised: number;
  /** Days to count in all, extensions included. */
  length: number;
  unit: DayCount;
  countsFrom: CountsFrom;
  closingTime: string;
  openingTime: string;
  passed: EffectiveDay[];
  stretch: Stretch;
  pauses: Pause[];
  /** How often an act has moved the close: the SEQUENCE of a calendar entry. */
  moves: number;
}

interface Stretch {
  from: PlainDate;
  closesOn: PlainDate;
  /** The first instant at which it is closed. */
  closes: Instant;
  /** Days still to count in it. */
  length: number;
  countsFrom: CountsFrom;
}

type Days = { ok: true; days: EffectiveDay[] } | { ok: false; message: string };

export function begin(publicity: number, opensOn: PlainDate, closesOn: PlainDate, rules: WindowRules): Course {
  const { length, countsFrom } = rules;
  const { opens, closes } = instantsOf(opensOn, closesOn, rules);
  const stretch = { from: opensOn, closesOn, closes, length, countsFrom };
  return { ...rules, promised: length, publicity, opensOn, opens, passed: [], stretch, pauses: [], moves: 0 };
}

/** The same course closing later: what was counted before stays, the days added count on. */
export function extend(course: Course, closesOn: PlainDate, calendar: WorkCalendar): Course {
  const counted = countedDays(course.stretch.from, closesOn, course.stretch.countsFrom, course.unit, calendar) ?? 0;
  const length = Math.max(counted, course.stretch.length);
  return {
    ...course,
    moves: course.moves + 1,
    length: course.length - course.stretch.length + length,
    stretch: { ...course.stretch, closesOn, closes: chinaInstant(closesOn, course.closingTime), length },
  };
}

/** Stops the course; the day of the suspension was not the public's as a whole and is counted again later. */
export function halt(course: Course, since: Instant, calendar: WorkCalendar): Course {
  const on = chinaDate(since);
  const all = daysOf(course, calendar);
  const passed = all.ok ? all.days.filter(({ date }) => date < on) : course.passed;
  const length = course.length - ordinalsIn(passed);
  const stretch = { ...course.stretch, length };
  return { ...course, passed, stretch, pauses: [...course.pauses, { since }], moves: course.moves + 1 };
}

/** The days left of a course that was halted follow from `resumesOn`. */
export function resume(
  course: Course,
  { resumesOn, closesOn }: { resumesOn: PlainDate; closesOn: PlainDate },
  calendar: WorkCalendar,
): Course {
  const since = course.pauses.at(-1)?.since;
  if (since === undefined) throw new Error('only a course that was halted is resumed');
  const idle: EffectiveDay[] = [];
  for (let date = chinaDate(since); date < resumesOn; date = addDays(date, 1)) {
    idle.push({ ...calendar.day(date), suspended: true });
  }
  const until = chinaInstant(resumesOn, '00:00');
  return {
    ...course,
    moves: course.moves + 1,
    passed: [...course.passed, ...idle],
    stretch: {
      from: resumesOn,
      closesOn,
      closes: chinaInstant(closesOn, course.closingTime),
      length: course.stretch.length,
      countsFrom: 'opening-day',
    },
    pauses: [...course.pauses.slice(0, -1), { since, until }],
  };
}

export function isHalted({ pauses }: Course): boolean {
  const last = pauses.at(-1);
  return last !== undefined && last.until === undefined;
}

/** Where the days left would end if they followed from `resumesOn`. */
export function closeAfterResuming(course: Course, resumesOn: PlainDate, calendar: WorkCalendar): WindowResult {
  const { unit } = course;
  return computeWindow(
    { opensOn: resumesOn, length: course.stretch.length, unit, countsFrom: 'opening-day' },
    calendar,
  );
}

/** Every day up to the close, those suspended included, with one run of ordinals. */
export function daysOf(course: Course, calendar: WorkCalendar): Days {
  const { passed, stretch, unit } = course;
  const counted = countedDays(stretch.from, stretch.closesOn, stretch.countsFrom, unit, calendar);
  if (counted === undefined) return { ok: false, message: refusal(course, calendar) };
  const before = ordinalsIn(passed);
  const days: EffectiveDay[] = [...passed];
  if (counted > 0) {
    const { from: opensOn, countsFrom } = stretch;
    const computed = computeWindow({ opensOn, length: counted, unit, countsFrom }, calendar);
    if (!computed.ok) return { ok: false, message: computed.refusal.message };
    days.push(
      ...computed.window.days.map((day) =>
        day.ordinal === undefined ? day : { ...day, ordinal: day.ordinal + before },
      ),
    );
  }
  const last = days.at(-1)?.date;
  let date = last !== undefined && last >= stretch.from ? addDays(last, 1) : stretch.from;
  for (; date <= stretch.closesOn; date = addDays(date, 1)) days.push(calendar.day(date));
  return { ok: true, days };
}

/** The course as a window like any other. */
export function windowOf(course: Course, days: EffectiveDay[]): PublicityWindow & { days: EffectiveDay[] } {
  const { opensOn, opens, unit, length, countsFrom, closingTime, openingTime, stretch } = course;
  const { closesOn, closes } = stretch;
  const span = { opensOn, closesOn, opens, closes };
  return { ...span, unit, length, countsFrom, closingTime, openingTime, days, segments: segmentsOf(days) };
}

export function ordinalsIn(days: readonly EffectiveDay[]): number {
  return days.filter(({ ordinal }) => ordinal !== undefined).length;
}

/** Counted days from `from` to `to`; with `next-day` the first is none of them. */
function countedDays(
  from: PlainDate,
  to: PlainDate,
  countsFrom: CountsFrom,
  unit: DayCount,
  calendar: WorkCalendar,
): number | undefined {
  return countDays(countsFrom === 'next-day' ? addDays(from, 1) : from, to, unit, calendar);
}

function refusal({ stretch, unit }: Course, calendar: WorkCalendar): string {
  const { from: opensOn, length, countsFrom } = stretch;
  const computed = computeWindow({ opensOn, length: Math.max(1, length), unit, countsFrom }, calendar);
  return computed.ok ? '公示期里有日子是否上班还没有放假通知可查。' : computed.refusal.message;
}
