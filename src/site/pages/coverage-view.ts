import { chineseDate } from '#core/calendar/plain-date.ts';
import type { PublicRound } from '#site/publication.ts';

/** 媒体报道: who wrote what and when, and where it is to be read. */
export interface CoverageView {
  title: string;
  outlet: string;
  date: string;
  address: string;
}

/**
 * Of a round, or of one person alone; the latest first. What was written of somebody whose page shows no more than a neutral sentence is
 * not pointed at any more, whether it was filed under the person or says the name in its title.
 */
export function coverageView(
  { data, visible }: Pick<PublicRound, 'data' | 'visible'>,
  person?: string,
): CoverageView[] {
  const hidden = visible.filter(({ profile }) => profile !== 'whole');
  const names = hidden.flatMap((line) => line.person?.data.name ?? []);
  return data.coverage
    .filter((one) => person === undefined || one.person === person)
    .filter((one) => !hidden.some(({ id }) => id === one.person))
    .filter(({ title }) => !names.some((name) => title.includes(name)))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map(({ title, outlet, date, address }) => ({ title, outlet, date: chineseDate(date), address }));
}
