import type { Publication } from '#site/publication.ts';
import { type RoundView, roundView } from './round-view.ts';

/** All rounds by year, the latest year first. */
export function archiveYears({ rounds }: Publication): { year: number; rounds: RoundView[] }[] {
  const years = [...new Set(rounds.map(({ data }) => data.year))].sort((a, b) => b - a);
  return years.map((year) => ({ year, rounds: rounds.filter(({ data }) => data.year === year).map(roundView) }));
}
