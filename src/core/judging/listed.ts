import type { Candidate } from '#core/candidate/candidate.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';

/** The people of the office's list, in its order; without a list everybody who has a file. */
export function listedPeople({ roster, people }: RoundFolder): Entry<Candidate>[] {
  if (!roster) return people;
  return roster.data.people.flatMap(({ id }) => people.find((person) => person.id === id) ?? []);
}

/** A round that has neither people nor list nor notice is still being prepared. */
export function isInPreparation({ roster, people, notice }: RoundFolder): boolean {
  return people.length === 0 && !roster && !notice;
}
