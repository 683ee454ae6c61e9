import {
  addDays,
  chineseDate,
  chineseFullDate,
  chineseWeekday,
  daysBetween,
  type PlainDate,
  weekday,
  yearOf,
} from '#core/calendar/plain-date.ts';
import { statutoryHolidays } from '#core/calendar/statutory-days.ts';
import { isWorkingDay, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import { computeWindow, type PublicityWindow, type WindowRefusal, type WindowTerms } from './publicity-window.ts';

/** What can be said of a window that reaches into a year without a notice. */
export interface Outlook {
  /** The last opening day whose window ends within the known calendar. */
  lastSafe: Pick<PublicityWindow, 'opensOn' | 'closesOn'> | undefined;
  /** The last one whose end the next year's notice cannot move either: it rules late December at times (2018, 2022). */
  safest: Pick<PublicityWindow, 'opensOn' | 'closesOn'> | undefined;
  /** Between which days the window will close, whatever the notice says. For planning; nothing to be printed. */
  earliest: PlainDate | undefined;
  latest: PlainDate | undefined;
}

export function outlookOf(terms: WindowTerms, calendar: WorkCalendar): Outlook {
  const lastSafe = lastOpening(terms, calendar, () => true);
  const certain = (closesOn: PlainDate): boolean => calendar.day(addDays(closesOn, LATE_DAYS)).kind !== 'unknown';
  return {
    lastSafe,
    safest: lastSafe && certain(lastSafe.closesOn) ? lastSafe : lastOpening(terms, calendar, certain),
    earliest: closeIf(terms, calendar, 'works'),
    latest: closeIf(terms, calendar, 'rests'),
  };
}

/** The refusal with what is known all the same. */
export function refusalWithOutlook({ message }: WindowRefusal, terms: WindowTerms, calendar: WorkCalendar): string {
  const { lastSafe, safest, earliest, latest } = outlookOf(terms, calendar);
  const said = (window: Pick<PublicityWindow, 'opensOn' | 'closesOn'>): string =>
    `${chineseDate(window.opensOn)}（${chineseWeekday(window.opensOn)}，截止${chineseDate(window.closesOn)}）`;
  const safe =
    lastSafe === undefined
      ? ''
      : `公示首日最晚可以定在${said(lastSafe)}${
          safest && safest.opensOn < lastSafe.opensOn
            ? `；年底几天有时由下一年的通知另行安排，${said(safest)}以前最稳妥`
            : ''
        }。`;
  const bounds =
    earliest === undefined || latest === undefined
      ? ''
      : `按现在的首日推想，截止最早可能是${chineseFullDate(earliest)}，最晚可能是${chineseFullDate(latest)}：仅供安排工作，不得印发。`;
  return `${message}${safe}${bounds}`;
}

/** Days before the end of the known calendar that the next notice has ruled at times: 2018-12-29, 2022-12-31. */
const LATE_DAYS = 4;
/** A window of at most a year lies wholly within the days looked at. */
const FAR = 800;

function lastOpening(
  terms: WindowTerms,
  calendar: WorkCalendar,
  fits: (closesOn: PlainDate) => boolean,
): Outlook['lastSafe'] {
  for (let back = 1; back < FAR; back += 1) {
    const opensOn = addDays(terms.opensOn, -back);
    const day = calendar.day(opensOn);
    // Nobody opens a window on a day off; before the known calendar nothing is safe.
    if (!isWorkingDay(day)) continue;
    const computed = computeWindow({ ...terms, opensOn }, calendar);
    if (computed.ok && fits(computed.window.closesOn)) return computed.window;
  }
  return undefined;
}

/**
 * The close if every day that nobody knows yet is at work as far as the law lets it, or at rest as far as notices have ever gone.
 * 全国年节及纪念日放假办法 makes its own days rest; everything else may be moved: weekends to work, weekdays around a holiday to rest.
 */
function closeIf(terms: WindowTerms, calendar: WorkCalendar, unknown: 'works' | 'rests'): PlainDate | undefined {
  if (terms.unit !== 'working') return undefined;
  const first = yearOf(terms.opensOn);
  const law = [first, first + 1, first + 2, first + 3].map(statutoryHolidays);
  let counted = 0;
  for (let date = terms.opensOn; daysBetween(terms.opensOn, date) < FAR; date = addDays(date, 1)) {
    const day = calendar.day(date);
    const skipped = terms.countsFrom === 'next-day' && date === terms.opensOn;
    const open = day.kind === 'unknown' || calendar.day(addDays(date, LATE_DAYS)).kind === 'unknown';
    const works = open ? worksIf(date, unknown, law.slice(yearOf(date) - first).slice(0, 2)) : isWorkingDay(day);
    if (works === undefined) return undefined;
    if (works && !skipped) counted += 1;
    if (counted === terms.length) return date;
  }
  return undefined;
}

/** @param law the statutory holidays of the day's year and of the next, which may reach back to it */
function worksIf(
  date: PlainDate,
  unknown: 'works' | 'rests',
  [holidays, next]: ReturnType<typeof statutoryHolidays>[],
): boolean | undefined {
  if (!holidays || !next) return undefined;
  const all = [...holidays, ...next];
  if (all.some(({ days }) => days.includes(date))) return false;
  if (unknown === 'works') return true;
  const within = all.some(({ days, longest }) => {
    const [first, last] = [days[0], days.at(-1)];
    const room = longest - days.length;
    return first !== undefined && last !== undefined && date >= addDays(first, -room) && date <= addDays(last, room);
  });
  return weekday(date) < 6 && !within;
}
