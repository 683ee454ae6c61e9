import { kindOf } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import type { Roster } from '#core/records/roster.ts';
import { appears, kindIn, noticesOf } from './notices-of.ts';

/** The notices that a decision rests on at an instant: the last whole list, and what was added to it. */
export function decidingNotices(folder: RoundFolder, now: Instant = Infinity): RoundFolder[] {
  const all = inOrder(folder).filter((one) => appears(one) <= now || one.part === undefined);
  const last = all.findLastIndex((one) => kindIn(one).list === 'whole');
  return all.filter((one, index) => index === last || (index > last && kindIn(one).list === 'added'));
}

/**
 * A round as the decision sees it: one list of all who were shown for it, the added ones behind the others, and the acts about any of
 * them. A round with one notice is itself.
 */
export function decidedFolder(folder: RoundFolder): RoundFolder {
  const [first, ...added] = decidingNotices(folder);
  if (first === undefined || first === folder) return folder;
  const parts = [first, ...added];
  // What moves the window of those added alone is no act about the others.
  const acts = [
    ...first.acts,
    ...added.flatMap((one) => one.acts.filter(({ data }) => kindOf(data).whom(data).length > 0)),
  ];
  return {
    ...first,
    roster: joined(parts),
    people: parts.flatMap(({ people }) => people),
    takenDown: parts.flatMap(({ takenDown }) => takenDown),
    acts: acts.filter((act, index) => acts.findIndex(({ id }) => id === act.id) === index),
  };
}

/** Ids of everybody who was ever shown in the round. */
export function everShown(folder: RoundFolder): Set<string> {
  return new Set(inOrder(folder).flatMap(({ roster }) => roster?.data.people.map(({ id }) => id) ?? []));
}

/** All notices of a round, asked of the round or of one of them. */
function inOrder(folder: RoundFolder): readonly RoundFolder[] {
  return folder.part?.all ?? noticesOf(folder);
}

function joined([first, ...added]: readonly RoundFolder[]): Entry<Roster> | undefined {
  const roster = first?.roster;
  if (!roster) return undefined;
  const people = [roster, ...added.flatMap((one) => one.roster ?? [])].flatMap(({ data }) => data.people);
  return { ...roster, data: { ...roster.data, people } };
}
