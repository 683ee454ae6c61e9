import type { Instant } from '#core/calendar/plain-date.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import { calendarOf, type Content } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { Subject } from './drawing.ts';

export interface Pictured {
  /** Below `/share/`, without size: `people/7tmn7wz`, `weihai-craftsman-2023`. */
  name: string;
  subject: Subject;
  /** Where to look when something in it cannot be drawn. */
  file: string;
  person?: string;
}

/** A picture for every person and notice that has an address; who may not be shown any more gets a neutral one at the same address. */
export function subjectsOf(content: Content, now: Instant): Pictured[] {
  const { name: site, regionalCalendar } = content.site.data;
  const calendar = calendarOf(content, regionalCalendar);
  return content.programmes.flatMap(({ programme, rounds }) =>
    rounds.flatMap((folder): Pictured[] => {
      const { notice, round } = folder;
      if (!notice || publishedAt(notice.data) > now) return [];
      const people = visiblePeople({ programme, folder, calendar }, now).map((line): Pictured => {
        const { id, person, profile } = line;
        const shown = person && profile !== 'neutral' ? person : undefined;
        return {
          name: `people/${id}`,
          subject: shown
            ? {
                title: shown.data.name,
                lines: [shown.data.employer, shown.data.trade, round.data.title].filter((line) => line !== undefined),
                site,
              }
            : { title: undefined, lines: [], site },
          file: shown?.file ?? round.file,
          ...(shown && { person: shown.data.name }),
        };
      });
      const own = { title: notice.data.title, lines: [notice.data.issuers.join('　')], site };
      return [{ name: folder.id.replace('/', '-'), subject: own, file: notice.file }, ...people];
    }),
  );
}
