import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chinaDate } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { lineageView } from '#site/pages/lineage-view.ts';
import { neighboursView } from '#site/pages/neighbours-view.ts';
import { dueOf, type Publication, type PublicRound } from '#site/publication.ts';

/** How a page depends on the clock, beside the states that the publication has already drawn from it. */
export type Clock = 'states' | 'day' | 'instant';

/**
 * The digest of all that the pages of a round and of its people are made of: everything in the round's folder, the programme, the calendar,
 * the site's settings, and what the instant of the build makes of them. Where the digest is the same, so is the page; too much in it
 * costs a page that need not have been rendered, too little would keep a page that is wrong.
 */
export function roundKey(round: PublicRound, publication: Publication, clock: Clock = 'states'): string {
  const own = keys.get(round) ?? new Map<Clock, string>();
  keys.set(round, own);
  const key = own.get(clock) ?? freshKey(round, publication, clock);
  own.set(clock, key);
  return key;
}

/** Asked for by every page of everybody in the round; a round belongs to one publication. */
const keys = new WeakMap<PublicRound, Map<Clock, string>>();

function freshKey(round: PublicRound, publication: Publication, clock: Clock): string {
  const { now, site } = publication;
  const [whole, states] = [wholeDigest(publication), statesOf(round)];
  const time = clock === 'instant' || site.sample ? now : clock === 'day' ? chinaDate(now) : '';
  return sha256(JSON.stringify([whole, states, time, dueOf(round, now) ?? '']));
}

/**
 * The same for a person's pages, with who stands beside the person in other rounds, masters and apprentices among them; the portrait and what lies beside
 * the record are read, since the content names them and does not say what they show.
 */
export async function personKey(line: VisiblePerson, round: PublicRound, publication: Publication): Promise<string> {
  const { id, person } = line;
  const beyond = [neighboursView(line, round, publication), lineageView(person?.data.lineage ?? [], publication)];
  const key = sha256(roundKey(round, publication) + JSON.stringify(beyond));
  if (person === undefined) return key;
  const folder = join(process.env['JIANGBANG_CONTENT'] ?? 'content', round.folder);
  const own = join(folder, 'media', id);
  const beside = (await readdir(own).catch(() => [])).sort().map((name) => join(own, name));
  const files = person.data.photo === undefined ? beside : [join(folder, 'photos', `${id}.jpg`), ...beside];
  const digests = await Promise.all(files.map(async (file) => sha256(await readFile(file).catch(() => ''))));
  return sha256([key, ...digests].join(''));
}

const states = new WeakMap<PublicRound, string>();

function statesOf(round: PublicRound): string {
  const known = states.get(round);
  if (known !== undefined) return known;
  const { life, sequence } = round;
  const folders = (life.folder.part?.all ?? [life.folder]).map((folder) => ({ ...folder, part: undefined }));
  // What a notice is part of is told by the list of all of them, which would lead round in a circle.
  const notices = sequence.map((one) => ({ ...one, sequence: undefined, life: undefined }));
  const own = sequence.indexOf(round);
  const digest = digestOf({ folders, notices, own, programme: life.programme, id: round.id });
  states.set(round, digest);
  return digest;
}

const wholes = new WeakMap<Publication, string>();

function wholeDigest(publication: Publication): string {
  const known = wholes.get(publication);
  if (known !== undefined) return known;
  const { site, identity, calendar } = publication;
  const digest = digestOf({ site, identity, calendar });
  wholes.set(publication, digest);
  return digest;
}

/** Files of the content stand in many places of a publication: each is digested once. */
const entries = new WeakMap<object, string>();

function digestOf(value: object): string {
  return sha256(
    JSON.stringify(value, (key, one: unknown) => {
      if (typeof one === 'number' && !Number.isFinite(one)) return String(one);
      if (one instanceof Map || one instanceof Set) return [...(one as Iterable<unknown>)];
      if (key === '' || !isEntry(one)) return one;
      const known = entries.get(one);
      if (known !== undefined) return known;
      const digest = digestOf(one);
      entries.set(one, digest);
      return digest;
    }),
  );
}

function isEntry(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'file' in value && 'lines' in value && 'sections' in value;
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
