import { type Act, actInstant, kindOf } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import { type AnyNoticeKind, noticeKindOf } from '#core/notices/kind-of.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Entry, LaterFolder, RoundFolder } from '#core/records/content.ts';
import { FIRST_NOTICE, type LaterNotice, type Notice, publishedAt } from '#core/records/notice.ts';
import type { Roster } from '#core/records/roster.ts';
import type { Round } from '#core/records/round.ts';
import type { Life } from './life.ts';

/**
 * The notices of a round as folders of their own, in the order in which they become public: each with its list, its window, its approval
 * and the acts that concern it, so that whatever is true of a round with one notice is true of each. A round with one is itself.
 */
export function noticesOf(folder: RoundFolder): readonly [RoundFolder, ...RoundFolder[]] {
  const { later = [] } = folder;
  if (folder.part || later.length === 0) return [folder];
  const plain = [firstOf(folder), ...later.map((one) => laterOf(folder, one))].sort(byPublication);
  const all: RoundFolder[] = [];
  plain.forEach(({ id, folder: one }, index) => {
    all.push({ ...one, part: { id, number: index + 1, all } });
  });
  for (const [index, one] of all.entries()) {
    all[index] = { ...one, acts: folder.acts.filter((act) => concerns(act, one, all)) };
  }
  return all as [RoundFolder, ...RoundFolder[]];
}

/** The same with the rules that bind each. */
export function noticeLives<L extends Pick<Life, 'programme' | 'folder'>>(life: L): L[] {
  return noticesOf(life.folder).map((folder) => ({ ...life, folder, programme: ruled(life.programme, folder) }));
}

/** What kind of notice a folder is. */
export function kindIn({ notice }: Pick<RoundFolder, 'notice'>): AnyNoticeKind {
  return noticeKindOf(notice?.data);
}

/** The folder of a notice by its name; `undefined` where the round has none of that name. */
export function noticeNamed(folder: RoundFolder, id: string): RoundFolder | undefined {
  const all = noticesOf(folder);
  return all.length === 1 && id === FIRST_NOTICE ? all[0] : all.find(({ part }) => part?.id === id);
}

/** Below which address its pages stand: the first notice's is the round's own. */
export function addressOf({ id, part }: Pick<RoundFolder, 'id' | 'part'>): string {
  return part === undefined || part.id === FIRST_NOTICE ? id : `${id}-${part.id}`;
}

/** The file of a notice, `roster.json`, where it lies or would lie. */
export function fileIn({ round, part }: RoundFolder, name: string): string {
  const below = part === undefined || part.id === FIRST_NOTICE ? '' : `notices/${part.id}/`;
  return round.file.replace(/round\.md$/, `${below}${name}`);
}

/** Whether somebody is on the list of a notice, those taken down included. */
export function lists({ roster, takenDown }: Pick<RoundFolder, 'roster' | 'takenDown'>, person: string): boolean {
  return (roster?.data.people.some(({ id }) => id === person) ?? false) || takenDown.some(({ id }) => id === person);
}

/** When a notice goes up; never, where there is none. */
export function appears({ notice }: Pick<RoundFolder, 'notice'>): Instant {
  return notice ? publishedAt(notice.data) : Infinity;
}

/** The later notice whose list took the place of this one's and restarted its window. */
export function restartedBy({ part, notice }: RoundFolder, now: Instant): RoundFolder | undefined {
  // What was shown for the vote is over, and nothing restarts it.
  if (!kindIn({ notice }).decides) return undefined;
  return part?.all.slice(part.number).find((one) => appears(one) <= now && kindIn(one).restarts);
}

/** A notice that does not know its place in the round yet. */
interface Plain {
  id: string;
  folder: RoundFolder;
}

function firstOf(folder: RoundFolder): Plain {
  const { later = [] } = folder;
  const own: RoundFolder = { ...folder, later: undefined };
  const elsewhere = new Set(later.flatMap(({ roster }) => roster?.data.people.map(({ id }) => id) ?? []));
  const listed = new Set(own.roster?.data.people.map(({ id }) => id));
  // Whoever has a file and stands in no list at all is for the first one to ask about.
  const people = own.people.filter(({ id }) => listed.has(id) || !elsewhere.has(id));
  const first = { ...own, people: tiered(people, own.roster), takenDown: goneFrom(own, FIRST_NOTICE) };
  return { id: FIRST_NOTICE, folder: first };
}

function laterOf(folder: RoundFolder, { id, notice, roster, approval }: LaterFolder): Plain {
  const own: RoundFolder = { ...folder, later: undefined, imported: undefined };
  const listed = new Set(roster?.data.people.map((row) => row.id));
  const one = {
    ...own,
    round: roundOf(own.round, notice),
    notice: notice && { ...notice, data: wordsOf(notice.data) },
    roster,
    approval,
    people: tiered(
      own.people.filter((person) => listed.has(person.id)),
      roster,
    ),
    takenDown: goneFrom(own, id),
  };
  return { id, folder: one };
}

/** What a later notice says in common with a first one; its window and its channels stand with the round's. */
function wordsOf({ kind, title, documentNumber, issuers, published, publishedTime }: LaterNotice): Notice {
  const number = documentNumber === undefined ? {} : { documentNumber };
  return { kind, title, ...number, issuers, published, publishedTime };
}

/** The round with the window of this notice, and with what else it has in the place of the round's. */
function roundOf(round: Entry<Round>, notice: LaterFolder['notice']): Entry<Round> {
  if (!notice) return round;
  const { publicity, outlets, channels, objection } = notice.data;
  const own = {
    publicity,
    ...(outlets && { outlets }),
    ...(channels && { channels }),
    ...(objection && { objection }),
  };
  const place = { file: notice.file, lines: notice.lines };
  return {
    ...round,
    data: { ...round.data, ...own },
    elsewhere: Object.fromEntries(Object.keys(own).map((key) => [key, place])),
  };
}

/** The people with the tiers that this list settles. */
function tiered(people: Entry<Candidate>[], roster: Entry<Roster> | undefined): Entry<Candidate>[] {
  return people.map((person) => {
    const tier = roster?.data.people.find(({ id }) => id === person.id)?.tier;
    return tier === undefined ? person : { ...person, data: { ...person.data, tier } };
  });
}

/** Those taken down, with their numbers in the list of this notice. */
function goneFrom({ takenDown }: RoundFolder, id: string): RoundFolder['takenDown'] {
  return takenDown.flatMap((gone) => {
    const lists = gone.data.lists ?? [{ notice: FIRST_NOTICE, position: gone.data.position }];
    const own = lists.find(({ notice }) => notice === id);
    return own ? [{ ...gone, data: { ...gone.data, position: own.position } }] : [];
  });
}

function byPublication(a: Plain, b: Plain): number {
  const [first, second] = [appears(a.folder), appears(b.folder)];
  if (first !== second) return first < second ? -1 : 1;
  // Of one instant, the round's own first.
  return a.id === FIRST_NOTICE ? -1 : b.id === FIRST_NOTICE ? 1 : a.id < b.id ? -1 : 1;
}

/** What an act is about; one that names nobody and nothing known is for the first notice to refuse. */
function concerns(act: Entry<Act>, own: RoundFolder, all: readonly RoundFolder[]): boolean {
  const named = act.data.notice ?? FIRST_NOTICE;
  const about = all.filter((one) => isAbout(act, one, named));
  return about.length === 0 ? own.part?.id === all[0]?.part?.id : about.includes(own);
}

function isAbout({ data }: Entry<Act>, one: RoundFolder, named: string): boolean {
  const kind = kindOf(data);
  const at = actInstant(data);
  const whom = kind.whom(data);
  if (kind.everywhere?.(data) !== true && whom.length === 0) return one.part?.id === named;
  // What another notice took the place of is not touched any more; what is not public yet was made knowing of it.
  if (appears(one) > at || restartedBy(one, at)) return false;
  return whom.length === 0 || whom.some((person) => lists(one, person));
}

/** The rules of a programme as they bind one notice. */
function ruled(programme: Entry<Programme>, folder: RoundFolder): Entry<Programme> {
  const { rules } = programme.data;
  const own = kindIn(folder).ruled(rules, folder.round.data.publicity);
  return own === rules ? programme : { ...programme, data: { ...programme.data, rules: own } };
}
