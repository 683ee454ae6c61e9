import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { publish, type PublicProgramme, type Publication, type PublicRound } from '#site/publication.ts';
import type { Content, RoundFolder } from '#core/records/content.ts';
import { parseInstant, type Instant } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';

let assembled: Promise<Publication> | undefined;

/** What the public may see at the instant of this build: the collections put together again, less what is under embargo. */
export function publication(): Promise<Publication> {
  const fresh = async (): Promise<Publication> => {
    const content = await assemble();
    return publish(content, nowOf(content.site.data));
  };
  return import.meta.env.DEV ? fresh() : (assembled ??= fresh());
}

interface Path<P extends string, T> {
  params: Record<P, string | undefined>;
  props: T;
}

/** One page per round; `only` leaves rounds out. */
export async function roundPaths(
  only: (round: PublicRound) => boolean = () => true,
): Promise<Path<'programme' | 'edition', { round: PublicRound }>[]> {
  const { rounds } = await publication();
  return rounds.filter(only).map((round) => {
    const [programme, edition] = round.id.split('/');
    return { params: { programme, edition }, props: { round } };
  });
}

/** One page for every line of a list, whoever may still be shown on it. */
export async function personPaths(): Promise<Path<'id', { person: VisiblePerson; round: PublicRound }>[]> {
  const { rounds } = await publication();
  return rounds.flatMap((round) =>
    round.visible.map((person) => ({ params: { id: person.id }, props: { person, round } })),
  );
}

export async function programmePaths(): Promise<Path<'programme', { programme: PublicProgramme }>[]> {
  const { programmes } = await publication();
  return programmes.map((programme) => ({ params: { programme: programme.id }, props: { programme } }));
}

async function assemble(): Promise<Content> {
  const [site] = await getCollection('site');
  if (!site) throw new Error('内容目录里没有 site.json。');
  const rosters = await byId('rosters');
  const notices = await byId('notices');
  const results = await byId('results');
  const approvals = await byId('approvals');
  const people = await getCollection('people');
  const acts = await getCollection('acts');
  const takenDown = await getCollection('takenDown');
  const folders = (await getCollection('rounds')).map(({ id, data }): RoundFolder => ({
    id,
    edition: id.slice(id.indexOf('/') + 1),
    round: data,
    roster: rosters.get(id)?.data,
    people: people.filter((person) => person.id.startsWith(`${id}/`)).map((person) => person.data),
    notice: notices.get(id)?.data,
    result: results.get(id)?.data,
    approval: approvals.get(id)?.data,
    acts: acts.filter((act) => act.id.startsWith(`${id}/`)).map((act) => act.data),
    takenDown: takenDown.filter((one) => one.id.startsWith(`${id}/`)).map((one) => one.data),
  }));
  return {
    site: site.data,
    calendarYears: (await getCollection('calendar')).map(({ data }) => data),
    regionalCalendars: (await getCollection('regionalCalendars')).map(({ data }) => data),
    programmes: (await getCollection('programmes')).map(({ id, data }) => ({
      id,
      programme: data,
      rounds: folders.filter((folder) => folder.id.startsWith(`${id}/`)),
    })),
  };
}

async function byId<K extends CollectionKey>(name: K): Promise<Map<string, CollectionEntry<K>>> {
  return new Map((await getCollection(name)).map((entry) => [entry.id, entry]));
}

function nowOf({ sampleClock }: SiteSettings): Instant {
  const given = process.env['JIANGBANG_NOW'];
  if (given === undefined) return (sampleClock && parseInstant(sampleClock)) || Date.now();
  const instant = parseInstant(given);
  if (instant === undefined) throw new Error(`JIANGBANG_NOW 写的是 ${given}，应如 2026-11-25T10:00:00+08:00。`);
  return instant;
}
