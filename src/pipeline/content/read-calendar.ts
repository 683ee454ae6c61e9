import type { CalendarYear, WorkCalendar } from '#core/calendar/work-calendar.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { calendarOf } from '#core/records/content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { readTree } from './content-tree.ts';
import { parseTree } from './read-content.ts';
import { settled } from './settled.ts';

/** The calendar alone, whatever else may be wrong in the folder; a fault in a calendar file itself is refused. */
export async function readCalendar(directory: string): Promise<WorkCalendar> {
  return (await readCalendars(directory)).calendar;
}

/** The same with the days its files claim to cover. */
export async function readCalendars(
  directory: string,
): Promise<{ calendar: WorkCalendar; coverage: CalendarYear['coverage'][] }> {
  const tree = await settled(directory, () => readTree(directory));
  if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${directory}。请核对 --content。`);
  const { readable, calendars, findings } = parseTree(
    tree.filter(({ path }) => path === 'site.json' || path.startsWith('calendar/')),
  );
  const fault = findings.find(
    ({ level, code, where }) =>
      level === 'error' && (where.file.startsWith('calendar/') || code === 'regional-missing'),
  );
  if (fault) throw new Refusal(fault.code, `${chinesePlace(fault.where)}：${sentence(fault)}`);
  return {
    calendar: calendarOf(calendars, readable?.site.data.regionalCalendar),
    coverage: calendars.calendarYears.map((entry) => entry.data.coverage),
  };
}
