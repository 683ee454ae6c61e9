import { type Act, actInstant, readActId } from '#core/acts/act.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';

/** What the state of a notice follows from; a clock is handed in beside it. */
export type Life = Pick<Dossier, 'programme' | 'folder' | 'calendar'>;

/** Acts in the order in which they become public; of one minute, in the order of their file names. */
export function actsInOrder({ folder }: Pick<Life, 'folder'>): Entry<Act>[] {
  return [...folder.acts].sort((a, b) => actInstant(a.data) - actInstant(b.data) || compareIds(a.id, b.id));
}

/** The acts that are public at an instant, in order. */
export function publicActs(life: Pick<Life, 'folder'>, now: Instant): Entry<Act>[] {
  return actsInOrder(life).filter(({ data }) => actInstant(data) <= now);
}

/** Ids of the people of the round as published, those taken down included. */
export function isOfRound({ folder }: Pick<Life, 'folder'>, person: string): boolean {
  return (
    (folder.roster?.data.people.some(({ id }) => id === person) ?? false) ||
    folder.takenDown.some(({ id }) => id === person)
  );
}

/** When the result becomes public; `undefined` without one. */
export function resultInstant({ folder: { result } }: Pick<Life, 'folder'>): Instant | undefined {
  return result && publishedAt(result.data);
}

function compareIds(a: string, b: string): number {
  const [first, second] = [readActId(a), readActId(b)];
  if (first && second && first.kind === second.kind) return first.number - second.number;
  return a < b ? -1 : a > b ? 1 : 0;
}
