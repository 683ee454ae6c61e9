import type { Candidate } from '#core/candidate/candidate.ts';
import type { Programme, Tier } from '#core/programme/programme.ts';
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

/** Tiers that are a title, which an 入围奖 is not. */
export function titleTiers(programme: Programme): Tier[] {
  return programme.rules.tiers.filter((tier) => tier.title);
}

/** The tier a person states; where the programme has one title only, that one is meant. */
export function tierOf(person: Pick<Candidate, 'tier'>, programme: Programme): string | undefined {
  const titles = titleTiers(programme);
  return person.tier ?? (titles.length === 1 ? titles[0]?.key : undefined);
}

/** `craftsman（焦作工匠）、shortlist-award（焦作工匠入围奖）`: what may be written. */
export function chineseTiers(programme: Programme): string {
  return programme.rules.tiers.map(({ key, name }) => `${key}（${name}）`).join('、');
}
