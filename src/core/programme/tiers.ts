import { type Subject, subjectOf, SUBJECTS } from '#core/formats/subject.ts';
import type { Programme, Tier } from './programme.ts';

/** What of a record says in which tier it is shown. */
interface Shown {
  tier?: string | undefined;
  subject?: Subject | undefined;
}

/** Tiers that are a title, which an 入围奖 is not. */
export function titleTiers(programme: Programme): Tier[] {
  return programme.rules.tiers.filter((tier) => tier.title);
}

/** Whether a tier is for such as this: where its document does not say for whom it is, for everybody on the list. */
export function takes({ subjects }: Pick<Tier, 'subjects'>, subject: Subject): boolean {
  return subjects === undefined || subjects.includes(subject);
}

/** The tier a person states; where the programme has one title only for such as this, that one is meant. */
export function tierOf(person: Shown, programme: Programme): string | undefined {
  const titles = titleTiers(programme).filter((tier) => takes(tier, subjectOf(person)));
  return person.tier ?? (titles.length === 1 ? titles[0]?.key : undefined);
}

/** `人` behind the number of a tier; `个` of one that is for no person. */
export function tierCounter({ subjects = ['person'] }: Pick<Tier, 'subjects'>): string {
  return subjects.some((subject) => SUBJECTS[subject].isPerson) ? '人' : '个';
}

/** `craftsman（焦作工匠）、shortlist-award（焦作工匠入围奖）`: what may be written. */
export function chineseTiers(programme: Programme): string {
  return programme.rules.tiers.map(({ key, name }) => `${key}（${name}）`).join('、');
}
