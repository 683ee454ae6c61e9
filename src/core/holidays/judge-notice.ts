import { chineseMonthDay, chineseWeekday, type PlainDate, weekday } from '#core/calendar/date-arithmetic.ts';
import { statutoryDecree, statutoryHolidays } from '#core/calendar/statutory-days.ts';
import type { NoticeFault, UnderstoodNotice } from './read-notice.ts';

/** The understood days against the law, the week and the other years' notices. Empty where nothing speaks against them. */
export function judgeNotice({ year, holidays, faults }: UnderstoodNotice): NoticeFault[] {
  const statutory = statutoryHolidays(year);
  if (!statutory) return [...faults, { code: 'holiday-notice-year', holiday: undefined, args: { year } }];
  const off = new Set(holidays.flatMap(({ daysOff }) => daysOff));
  const decree = statutoryDecree(year);
  const missing = statutory.flatMap(({ name, days }): NoticeFault[] => {
    if (!holidays.some((one) => one.name.split('、').includes(name))) {
      return [{ code: 'holiday-notice-holiday-missing', holiday: name, args: { name, decree } }];
    }
    return days
      .filter((date) => !off.has(date))
      .map((date) => ({
        code: 'holiday-notice-statutory',
        holiday: name,
        args: { date: written(date), name, decree },
      }));
  });
  return [...faults, ...missing, ...workdays(holidays, off), ...twice(holidays)];
}

function workdays(holidays: UnderstoodNotice['holidays'], off: ReadonlySet<PlainDate>): NoticeFault[] {
  return holidays.flatMap(({ name, makeUpWorkdays }) =>
    makeUpWorkdays.flatMap((date): NoticeFault[] => {
      const args = { date: written(date) };
      if (off.has(date)) return [{ code: 'holiday-notice-both', holiday: name, args }];
      return weekday(date) < 6 ? [{ code: 'holiday-notice-workday', holiday: name, args }] : [];
    }),
  );
}

function twice(holidays: UnderstoodNotice['holidays']): NoticeFault[] {
  const seen = new Set<PlainDate>();
  return holidays.flatMap(({ name, daysOff, makeUpWorkdays }) =>
    [...daysOff, ...makeUpWorkdays].flatMap((date): NoticeFault[] => {
      if (!seen.has(date)) {
        seen.add(date);
        return [];
      }
      return [{ code: 'holiday-notice-twice', holiday: name, args: { date: written(date) } }];
    }),
  );
}

function written(date: PlainDate): string {
  return `${date.slice(0, 4)}年${chineseMonthDay(date)}（${chineseWeekday(date)}）`;
}
