import { createHash } from 'node:crypto';
import { contradictions } from '#core/calendar/work-calendar.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { ConfirmedYear } from '#core/holidays/confirmed-years.ts';
import type { Content } from '#core/records/content.ts';
import type { TreeFile } from './content-tree.ts';

interface Calendars extends Pick<Content, 'calendarYears' | 'regionalCalendars'> {
  confirmed: readonly ConfirmedYear[];
  site: Content['site'] | undefined;
  tree: readonly TreeFile[];
}

/** What is wrong with the files of days off beside each other, the settings of the site, and those who confirmed them. */
export function calendarFindings(calendars: Calendars): Finding[] {
  const { calendarYears } = calendars;
  return [
    ...calendarYears
      .filter(({ id, data }) => String(data.year) !== id)
      .map(({ file, data }) => finding('calendar-year-differs', { file }, { name: `${data.year}.json` })),
    ...contradictions(calendarYears.map((entry) => entry.data)).map(({ date, years }) =>
      finding('calendar-contradiction', { file: `calendar/${years[0]}.json` }, { date, years: years.join('、') }),
    ),
    ...overlays(calendars),
    ...changedSince(calendars),
  ];
}

/** An overlay that is matched by nothing is ignored in silence, and a window closes a day early. */
function overlays({ regionalCalendars, site }: Calendars): Finding[] {
  const used = site?.data.regionalCalendar;
  const unmatched = used !== undefined && !regionalCalendars.some(({ id }) => id === used);
  return [
    ...regionalCalendars.flatMap(({ id, file, data }) => {
      const named = /-(\d{4})\.json$/.exec(file)?.[1] ?? '';
      return [
        ...(data.region === id
          ? []
          : [finding('regional-region-differs', { file, field: 'region' }, { region: data.region, name: id })]),
        ...(String(data.year) === named
          ? []
          : [finding('regional-year-differs', { file, field: 'year' }, { name: `${id}-${data.year}.json` })]),
        ...(site && used !== id ? [finding('regional-unused', { file }, { region: id, used: used ?? '' })] : []),
      ];
    }),
    ...(site && unmatched
      ? [finding('regional-missing', { file: site.file, field: 'regionalCalendar' }, { region: used })]
      : []),
  ];
}

function changedSince({ confirmed, tree }: Calendars): Finding[] {
  return confirmed.flatMap(({ year, by, reviewer, on, digest }) => {
    const file = tree.find(({ path }) => path === `calendar/${year}.json`);
    if (!file?.bytes || createHash('sha256').update(file.bytes).digest('hex') === digest) return [];
    return [finding('calendar-unconfirmed', { file: file.path }, { by, reviewer, on })];
  });
}
