import { workerData } from 'node:worker_threads';
import { getEntry } from 'astro:content';
import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { HandedOver } from '#core/records/handed-over.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import {
  dueOf,
  type Publication,
  publicPeople,
  type PublicProgramme,
  type PublicRound,
  publish,
} from '#site/publication.ts';
import { type Clock, personKey, roundKey } from './_page-key.ts';

let assembled: Promise<Publication> | undefined;

/** What the public may see at the instant of this build: the content as the reader handed it over, less what is under embargo. */
export function publication(): Promise<Publication> {
  return import.meta.env.DEV ? fromCollection() : (assembled ??= Promise.resolve(handedOver(workerData as HandedOver)));
}

/** A build renders in a thread of its own, which it gives the content. */
function handedOver({ content, now }: HandedOver): Publication {
  return publish(content, now);
}

async function fromCollection(): Promise<Publication> {
  const entry = await getEntry('content', 'content');
  if (!entry) throw new Error('还没有读出内容目录。');
  return publish(entry.data, nowOf(entry.data.site.data));
}

/**
 * The same for a page of one round, which is out of date when something of that round has changed: it tells nothing of the notices of other
 * rounds, or every opening of a window would change every page there is.
 */
export async function publicationOf(round: PublicRound): Promise<Publication> {
  const all = await publication();
  const notices = all.notices.filter(({ roundId }) => roundId === round.roundId);
  return { ...all, notices, due: dueOf(round, all.now) };
}

interface Path<P extends string, T> {
  params: Record<P, string | undefined>;
  props: T;
  /** What the page is made of. */
  cacheKey?: string;
}

/** One page per notice; of a round with one notice, per round. */
export async function roundPaths(clock?: Clock): Promise<Path<'programme' | 'edition', { round: PublicRound }>[]> {
  const all = await publication();
  return all.notices.map((round) => pathOf(round.id, round, roundKey(round, all, clock)));
}

/** One page per round, whatever its notices; `only` leaves rounds out. */
export async function wholeRoundPaths(
  only: (round: PublicRound) => boolean = () => true,
): Promise<Path<'programme' | 'edition', { round: PublicRound }>[]> {
  const all = await publication();
  return all.rounds.filter(only).map((round) => pathOf(round.roundId, round, roundKey(round, all)));
}

function pathOf(
  id: string,
  round: PublicRound,
  cacheKey: string,
): Path<'programme' | 'edition', { round: PublicRound }> {
  const [programme, edition] = id.split('/');
  return { params: { programme, edition }, props: { round }, cacheKey };
}

/** One page for everybody of a list, whoever may still be shown on it. */
export async function personPaths(): Promise<Path<'id', { person: VisiblePerson; round: PublicRound }>[]> {
  const all = await publication();
  return Promise.all(
    publicPeople(all).map(async (props) => ({
      params: { id: props.person.id },
      props,
      cacheKey: await personKey(props.person, props.round, all),
    })),
  );
}

export async function programmePaths(): Promise<Path<'programme', { programme: PublicProgramme }>[]> {
  const { programmes } = await publication();
  return programmes.map((programme) => ({ params: { programme: programme.id }, props: { programme } }));
}

function nowOf({ sampleClock }: SiteSettings): Instant {
  const given = process.env['JIANGBANG_NOW'];
  if (given === undefined) return (sampleClock && parseInstant(sampleClock)) || Date.now();
  const instant = parseInstant(given);
  if (instant === undefined) throw new Error(`JIANGBANG_NOW 写的是 ${given}，应如 2026-11-25T10:00:00+08:00。`);
  return instant;
}
