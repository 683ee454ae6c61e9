import { standingGroups, type PersonRow } from './person-row.ts';
import type { Publication } from './publication.ts';
import { roundView, type RoundView } from './round-view.ts';

/** All rounds by year, the latest year first. */
export function archiveYears({ rounds }: Publication): { year: number; rounds: RoundView[] }[] {
  const years = [...new Set(rounds.map(({ data }) => data.year))].sort((a, b) => b - a);
  return years.map((year) => ({ year, rounds: rounds.filter(({ data }) => data.year === year).map(roundView) }));
}

/** Everyone a reader may look for, by programme and round: who was withdrawn or not conferred, and whoever has faded, has left it. */
export interface NameIndex {
  programme: string;
  rounds: { edition: string; id: string; people: PersonRow[] }[];
}

export function nameIndex({ programmes }: Publication): NameIndex[] {
  return programmes
    .map(({ data, rounds }) => ({
      programme: data.name,
      rounds: rounds.map((round) => ({
        edition: round.data.edition,
        id: round.id,
        people: standingGroups(round)
          .flatMap(({ rows }) => rows)
          .filter(({ faded }) => !faded),
      })),
    }))
    .filter(({ rounds }) => rounds.length > 0);
}
