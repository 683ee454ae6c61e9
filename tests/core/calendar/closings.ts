import { addDays, plainDate } from '#core/calendar/plain-date.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import { readCalendar } from '#pipeline/content/read-calendar.ts';

/** Prints the closing day for every opening day of 2018–2026, as JSON: run by the test under several time zones. */
const calendar = await readCalendar('content');
const closings: Record<string, (string | null)[]> = {};
for (let date = plainDate('2018-01-01'); date <= '2026-12-31'; date = addDays(date, 1)) {
  closings[date] = [5, 7, 10].flatMap((length) =>
    (['opening-day', 'next-day'] as const).map((countsFrom) => {
      const result = computeWindow({ opensOn: date, length, unit: 'working', countsFrom }, calendar);
      return result.ok ? result.window.closesOn : null;
    }),
  );
}
process.stdout.write(JSON.stringify(closings));
