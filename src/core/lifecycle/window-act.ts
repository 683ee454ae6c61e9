import { actInstant, type ActOf } from '#core/acts/act.ts';
import { addDays, chinaDate, chinaInstant, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { checkPrintedWindow, chineseDayKind } from '#core/judging/printed-window.ts';
import { chineseLength, computeWindow, instantsOf } from '#core/calendar/publicity-window.ts';
import { isWorkingDay, workingDayFrom, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import { begin, closeAfterResuming, extend, halt, resume, type Course } from './course.ts';
import type { Life } from './life.ts';
import type { Remark } from './remark.ts';

type WindowAct = ActOf<'extension' | 'suspension' | 'resumption' | 're-publicity'>;
interface Taken {
  course: Course | undefined;
  remarks: Remark[];
}

/** What an act makes of the window, and what is wrong with it. The state in which it can be made has been looked at before. */
export function takeWindow({ calendar }: Life, course: Course | undefined, act: WindowAct): Taken {
  if (!course) return { course, remarks: [] };
  switch (act.kind) {
    case 'extension':
      return { course: extend(course, act.newClosesOn, calendar), remarks: extensionRemarks(course, act, calendar) };
    case 'suspension':
      return { course: halt(course, actInstant(act), calendar), remarks: oldClose(course, act) };
    case 'resumption': {
      const pending = course.pauses.at(-1)?.until;
      if (pending !== undefined) return { course, remarks: [resumedAlready(pending)] };
      const { resumesOn, newClosesOn: closesOn } = act;
      const remarks = resumptionRemarks(course, act, calendar);
      return { course: resume(course, { resumesOn, closesOn }, calendar), remarks };
    }
    case 're-publicity': {
      // Nothing is credited from the window before.
      const { promised: length, unit, countsFrom, closingTime } = course;
      const next = begin(course.publicity + 1, act.opensOn, act.closesOn, { length, unit, countsFrom, closingTime });
      return { course: next, remarks: rePublicityRemarks(course, act, calendar) };
    }
  }
}

function resumedAlready(until: Instant): Remark {
  return { code: 'resumption-twice', field: 'kind', args: { resumesOn: chinaDate(until) }, void: true };
}

function oldClose({ stretch: { closesOn } }: Course, act: { oldClosesOn: PlainDate }): Remark[] {
  if (act.oldClosesOn === closesOn) return [];
  return [{ code: 'act-old-close-differs', field: 'oldClosesOn', args: { stated: act.oldClosesOn, actual: closesOn } }];
}

function extensionRemarks(course: Course, act: ActOf<'extension'>, calendar: WorkCalendar): Remark[] {
  const { closesOn } = course.stretch;
  const { newClosesOn } = act;
  const shorter: Remark[] =
    newClosesOn > closesOn
      ? []
      : [{ code: 'extension-not-longer', field: 'newClosesOn', args: { newClosesOn, closesOn }, void: true }];
  return [
    ...oldClose(course, act),
    ...shorter,
    ...resting('延长后的截止日', newClosesOn, 'newClosesOn', course, calendar),
  ];
}

function resumptionRemarks(course: Course, act: ActOf<'resumption'>, calendar: WorkCalendar): Remark[] {
  const { date, resumesOn, newClosesOn } = act;
  const remarks = oldClose(course, act);
  // A day of which a part was suspended is not the public's as a whole, neither at the beginning nor at the end.
  if (chinaInstant(resumesOn, '00:00') < actInstant(act)) {
    const published = `${date} ${act.publishedTime}`;
    const earliest = addDays(date, act.publishedTime === '00:00' ? 0 : 1);
    remarks.push({
      code: 'resumption-backdated',
      field: 'resumesOn',
      args: { published, resumesOn, earliest },
      void: true,
    });
  }
  const rests = resting('恢复之日', resumesOn, 'resumesOn', course, calendar);
  if (rests.length > 0) return [...remarks, ...rests];
  const computed = closeAfterResuming(course, resumesOn, calendar);
  if (!computed.ok) {
    return [...remarks, { code: 'calendar-unknown', field: 'resumesOn', args: { message: computed.refusal.message } }];
  }
  const expected = computed.window.closesOn;
  if (expected === newClosesOn) return remarks;
  const left = chineseLength(course.stretch.length, course.unit);
  return [
    ...remarks,
    {
      code: 'resumption-close-differs',
      field: 'newClosesOn',
      args: { stated: newClosesOn, expected, left, resumesOn },
    },
  ];
}

function rePublicityRemarks(course: Course, act: ActOf<'re-publicity'>, calendar: WorkCalendar): Remark[] {
  const { date, opensOn, closesOn } = act;
  const { unit, countsFrom, stretch } = course;
  const printed = { opensOn, closesOn, length: course.promised, unit, countsFrom, published: date };
  const remarks = checkPrintedWindow(printed, calendar, { file: '' }).findings.map(({ code, args }): Remark => ({
    code,
    field: FIELDS[code] ?? 'closesOn',
    args,
    ...((code === 'published-after-opening' || code === 'closes-before-opening') && { void: true }),
  }));
  if (opensOn === date && actInstant(act) >= instantsOf(opensOn, opensOn, course.closingTime).closes) {
    const args = { published: `${date} ${act.publishedTime}`, opensOn };
    remarks.push({ code: 'published-after-opening', field: 'opensOn', args, void: true });
  }
  // Whoever relied on the day last promised, even if it was suspended since, must not find the door shut.
  if (closesOn < stretch.closesOn) {
    const args = { closesOn, before: stretch.closesOn };
    remarks.push({ code: 're-publicity-closes-earlier', field: 'closesOn', args, void: true });
  }
  return remarks;
}

const FIELDS: Record<string, string> = { 'published-after-opening': 'opensOn', 'opens-on-rest-day': 'opensOn' };

/** In working days a stated day is a working day; in calendar days every day will do. */
function resting(what: string, date: PlainDate, field: string, { unit }: Course, calendar: WorkCalendar): Remark[] {
  if (unit === 'calendar') return [];
  const day = calendar.day(date);
  if (isWorkingDay(day)) return [];
  const next = workingDayFrom(date, calendar);
  if (day.kind === 'unknown' || next === undefined) {
    const computed = computeWindow({ opensOn: date, length: 1, unit, countsFrom: 'opening-day' }, calendar);
    return computed.ok ? [] : [{ code: 'calendar-unknown', field, args: { message: computed.refusal.message } }];
  }
  return [{ code: 'act-day-rests', field, args: { what, date, reason: chineseDayKind(day), next } }];
}
