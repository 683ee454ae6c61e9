import type { PlainDate } from '#core/calendar/plain-date.ts';
import { chineseDayKind, isWorkingDay, type WorkCalendar, workingDayFrom } from '#core/calendar/work-calendar.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { refusalWithOutlook } from './outlook.ts';
import {
  chineseLength,
  computeWindow,
  countDays,
  type CountsFrom,
  type DayCount,
  type WindowDay,
  windowRules,
} from './publicity-window.ts';

export { chineseDayKind };

/** What an office printed in its stamped document. */
export interface PrintedWindow {
  opensOn: PlainDate;
  closesOn: PlainDate;
  length: number;
  unit: DayCount;
  /** Absent when nothing says whether the opening day counts; it then does. */
  countsFrom?: CountsFrom;
  /** The day the notice went up. */
  published?: PlainDate;
}

export type Verdict = 'agrees' | 'agrees-from-next-day' | 'disagrees' | 'unknown';

export interface WindowVerdict {
  verdict: Verdict;
  /** The closing day as computed; absent when the calendar does not reach. */
  expected?: PlainDate;
  /** Days of the printed unit from opening to closing, both included; absent when the calendar does not reach. */
  count?: number;
  findings: Finding[];
}

/** Printed dates win, checked: the computed end is compared with the printed one, and every oddity becomes a finding. */
export function checkPrintedWindow(printed: PrintedWindow, calendar: WorkCalendar, where: Place): WindowVerdict {
  const { opensOn, closesOn, length, unit, published } = printed;
  const findings: Finding[] = [];
  if (published !== undefined && published > opensOn) {
    findings.push(finding('published-after-opening', where, { published, opensOn }));
  }
  findings.push(...restingOpening(opensOn, unit, calendar, where));
  if (closesOn < opensOn) {
    findings.push(finding('closes-before-opening', where, { opensOn, closesOn }));
  } else {
    findings.push(...restingClose(closesOn, calendar, where));
  }

  const stated = windowRules(printed).countsFrom;
  const asStated = computeWindow({ opensOn, length, unit, countsFrom: stated }, calendar);
  const count = countDays(opensOn, closesOn, unit, calendar);
  if (!asStated.ok) {
    const message = refusalWithOutlook(asStated.refusal, { opensOn, length, unit, countsFrom: stated }, calendar);
    findings.push(finding('calendar-unknown', where, { message }));
    return { verdict: 'unknown', ...(count !== undefined && { count }), findings };
  }
  const expected = asStated.window.closesOn;
  const answer = { expected, ...(count !== undefined && { count }), findings };
  if (closesOn === expected) return { verdict: stated === 'next-day' ? 'agrees-from-next-day' : 'agrees', ...answer };

  const fromNextDay = computeWindow({ opensOn, length, unit, countsFrom: 'next-day' }, calendar);
  if (printed.countsFrom === undefined && fromNextDay.ok && fromNextDay.window.closesOn === closesOn) {
    findings.push(finding('counts-from-next-day', where, { opensOn, closesOn, length: chineseLength(length, unit) }));
    return { verdict: 'agrees-from-next-day', ...answer };
  }
  if (closesOn >= opensOn) {
    findings.push(
      finding('window-disagrees', where, {
        opensOn,
        closesOn,
        expected,
        length: chineseLength(length, unit),
        why: uncountedDays(asStated.window.days),
      }),
    );
    const other: DayCount = unit === 'working' ? 'calendar' : 'working';
    const inOther = computeWindow({ opensOn, length, unit: other, countsFrom: stated }, calendar);
    if (inOther.ok && inOther.window.closesOn === closesOn) {
      const lengths = { printed: chineseLength(length, unit), other: chineseLength(length, other) };
      findings.push(finding('fits-other-unit', where, { opensOn, closesOn, ...lengths }));
    }
  }
  return { verdict: 'disagrees', ...answer };
}

function restingOpening(opensOn: PlainDate, unit: DayCount, calendar: WorkCalendar, where: Place): Finding[] {
  const day = calendar.day(opensOn);
  if (day.kind === 'unknown' || isWorkingDay(day)) return [];
  if (unit === 'calendar') return [finding('opens-on-rest-day', where, { opensOn, reason: chineseDayKind(day) })];
  const next = workingDayFrom(opensOn, calendar);
  return next ? [finding('opens-on-rest-day', where, { opensOn, next, reason: chineseDayKind(day) })] : [];
}

function restingClose(closesOn: PlainDate, calendar: WorkCalendar, where: Place): Finding[] {
  const day = calendar.day(closesOn);
  if (day.kind === 'unknown' || isWorkingDay(day)) return [];
  return [finding('closes-on-rest-day', where, { closesOn, reason: chineseDayKind(day) })];
}

function uncountedDays(days: readonly WindowDay[]): string {
  const runs = new Map<string, string[]>();
  for (const day of days) {
    if (day.ordinal !== undefined) continue;
    const reason = isWorkingDay(day) ? '首日' : chineseDayKind(day);
    runs.set(reason, [...(runs.get(reason) ?? []), day.date.slice(5)]);
  }
  if (runs.size === 0) return '';
  return `（${[...runs].map(([reason, dates]) => `${dates.join('、')} ${reason}不计`).join('；')}）`;
}
