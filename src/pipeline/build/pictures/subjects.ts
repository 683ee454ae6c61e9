import type { Instant } from '#core/calendar/plain-date.ts';
import { heldTitle } from '#core/lifecycle/held-title.ts';
import type { Life } from '#core/lifecycle/life.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { addressOf, appears, noticeLives } from '#core/lifecycle/notices-of.ts';
import { ruling } from '#core/lifecycle/person-state.ts';
import { visiblePeople, type VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { calendarOf, type Content } from '#core/records/content.ts';
import { phrases } from '#core/text/phrases.ts';
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
      const notices = noticeLives({ programme, folder, calendar }).filter((life) => appears(life.folder) <= now);
      return notices.flatMap((life): Pictured[] => {
        const { notice } = life.folder;
        const people = visiblePeople(life, now)
          .filter(({ id }) => ruling(id, life, now).folder === life.folder)
          .map((line) => portrait(line, life, site));
        if (!notice) return [];
        const { title, issuers } = notice.data;
        const words = [programme.data.title, life.folder.round.data.edition, ...issuers];
        const lines = [issuers.join('　'), ...settledWords(life, now)];
        const own = { title, phrases: phrases(title, words), lines, site };
        return [{ name: addressOf(life.folder).replace('/', '-'), subject: own, file: notice.file }, ...people];
      });
    }),
  );
}

function portrait(line: VisiblePerson, { programme, folder: { round } }: Life, site: string): Pictured {
  const { id, person, profile } = line;
  const shown = person && profile !== 'neutral' ? person : undefined;
  const craftFamily = shown?.data.craftFamily;
  return {
    name: `people/${id}`,
    subject: shown
      ? {
          title: shown.data.name,
          lines: [
            // A unit that is its own employer is named once.
            shown.data.employer === shown.data.name ? undefined : shown.data.employer,
            markOf(line) ?? shown.data.trade,
            heldTitle(line, programme.data, round.data),
          ].filter((text) => text !== undefined),
          site,
          ...(profile === 'whole' && craftFamily !== undefined && { motif: { family: craftFamily, seed: id } }),
        }
      : { title: undefined, lines: [], site },
    file: shown?.file ?? round.file,
    ...(shown && { person: shown.data.name }),
  };
}

/** What no later day makes untrue of a notice. */
function settledWords(life: Life, now: Instant): string[] {
  const state = noticeState(life, now);
  if (state.state === 'withdrawn') return ['公示已撤销'];
  return state.state === 'announced' && state.revoked === 'whole' ? ['命名决定已撤销'] : [];
}

/** A picture that is passed on must not go on claiming a title that was taken back; who left of the own will is not said to be struck off. */
function markOf({ state }: VisiblePerson): string | undefined {
  if (state.state !== 'revoked' && state.state !== 'withdrawn') return undefined;
  const own = state.act.data.reasonCode === 'own-wish';
  if (state.state === 'revoked') return own ? '本人放弃称号' : '该称号已撤销';
  if (state.by === 'notice') return '公示已撤销';
  return own ? '已退出' : '已取消候选资格';
}
