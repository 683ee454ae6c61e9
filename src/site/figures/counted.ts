import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Publication, PublicRound } from '#site/publication.ts';

/** One round as the figures count it. */
export interface CountedRound {
  round: PublicRound;
  /** `2026年度威海市首席技师`. */
  label: string;
  /** Whether its result is public: what is not decided is drawn hollow. */
  decided: boolean;
  people: VisiblePerson[];
}

/**
 * The people of the figures: of a decided round those who were named, else those who may be; only whose record is shown whole. The latest
 * round first.
 */
export function countedRounds({ rounds }: Pick<Publication, 'rounds'>): CountedRound[] {
  return rounds.flatMap((round) => {
    const decided = round.result !== undefined;
    const people = round.decided.filter(
      ({ profile, person, state }) =>
        profile === 'whole' &&
        person !== undefined &&
        (decided ? state.state === 'honouree' : state.state === 'candidate' || state.state === 'shortlisted'),
    );
    const label = `${round.data.edition}${round.programme.data.title}`;
    return people.length === 0 ? [] : [{ round, label, decided, people }];
  });
}

export function isAllDecided(rounds: readonly CountedRound[]): boolean {
  return rounds.every(({ decided }) => decided);
}

export const HOLLOW = '空心的一届尚未公布结果。';

/** How many of each; in the order in which they first come. */
export function tally<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
