import { getEntry } from 'astro:content';
import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import { type Publication, publicPeople, type PublicProgramme, type PublicRound, publish } from '#site/publication.ts';

let assembled: Promise<Publication> | undefined;

/** What the public may see at the instant of this build: the content as the reader handed it over, less what is under embargo. */
export function publication(): Promise<Publication> {
  const fresh = async (): Promise<Publication> => {
    const entry = await getEntry('content', 'content');
    if (!entry) throw new Error('还没有读出内容目录。');
    return publish(entry.data, nowOf(entry.data.site.data));
  };
  return import.meta.env.DEV ? fresh() : (assembled ??= fresh());
}

interface Path<P extends string, T> {
  params: Record<P, string | undefined>;
  props: T;
}

/** One page per notice; of a round with one notice, per round. */
export async function roundPaths(): Promise<Path<'programme' | 'edition', { round: PublicRound }>[]> {
  const { notices } = await publication();
  return notices.map((round) => pathOf(round.id, round));
}

/** One page per round, whatever its notices; `only` leaves rounds out. */
export async function wholeRoundPaths(
  only: (round: PublicRound) => boolean = () => true,
): Promise<Path<'programme' | 'edition', { round: PublicRound }>[]> {
  const { rounds } = await publication();
  return rounds.filter(only).map((round) => pathOf(round.roundId, round));
}

function pathOf(id: string, round: PublicRound): Path<'programme' | 'edition', { round: PublicRound }> {
  const [programme, edition] = id.split('/');
  return { params: { programme, edition }, props: { round } };
}

/** One page for everybody of a list, whoever may still be shown on it. */
export async function personPaths(): Promise<Path<'id', { person: VisiblePerson; round: PublicRound }>[]> {
  return publicPeople(await publication()).map((props) => ({ params: { id: props.person.id }, props }));
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
