import type { Publication } from '#site/publication.ts';
import { type CountedRound, countedRounds, HOLLOW, isAllDecided, tally } from './counted.ts';
import { type Drawing, type Figure, isNarrow } from './figure.ts';
import { circles, dots, rules, tick, widthOf, words } from './shapes.ts';

interface Row extends Pick<CountedRound, 'label' | 'decided'> {
  /** Ascending. */
  years: number[];
}

/** Years in the trade, one dot a person, round under round. */
export function yearsFigure(publication: Pick<Publication, 'rounds'>): Figure | undefined {
  const counted = countedRounds(publication);
  const rows = counted
    .map(({ label, decided, people }): Row => {
      const years = people.flatMap(({ person }) => person?.data.yearsInTrade ?? []);
      return { label, decided, years: years.sort((a, b) => a - b) };
    })
    .filter(({ years }) => years.length > 0);
  if (rows.length === 0) return undefined;
  const all = counted.flatMap(({ people }) => people);
  const without = all.length - rows.flatMap(({ years }) => years).length;
  return {
    name: 'years',
    title: '做这一行多少年',
    note: '每点一人',
    remarks: [
      ...(isAllDecided(counted) ? [] : [HOLLOW]),
      ...(without > 0 ? [`另有${without}人的资料没有写从业年限。`] : []),
    ],
    draw: (width) => drawn(rows, width),
    table: {
      head: ['届次', '从业年限', '人数'],
      rows: rows.flatMap(({ label, years }) =>
        [...tally(years)].map(([year, count]) => [label, `${year}年`, `${count}人`]),
      ),
    },
  };
}

/** Of two in the middle, halfway between. */
export function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

function drawn(rows: readonly Row[], width: number): Drawing {
  const narrow = isNarrow(width);
  const all = rows.flatMap(({ years }) => years);
  const [first, last] = [Math.floor((Math.min(...all) - 1) / 5) * 5, Math.ceil((Math.max(...all) + 1) / 5) * 5];
  const labels = narrow ? 0 : Math.max(...rows.map(({ label }) => widthOf(label))) + 28;
  const [left, right] = [labels + 10, width - 14];
  const place = (years: number): number => left + ((years - first) / (last - first)) * (right - left);
  const pitch = Math.min(13, (place(1) - place(0)) * 0.98);
  const diameter = Math.round(pitch * 8.2) / 10;
  const body: string[] = [];
  let y = 4;
  for (const { label, decided, years } of rows) {
    const counts = tally(years);
    y += (narrow ? 26 : 4) + Math.max(...counts.values()) * pitch;
    if (narrow) body.push(words(0, y - Math.max(...counts.values()) * pitch - 8, label));
    else body.push(words(0, y + 1, label));
    body.push(rules([[left - 10, y + 4, right + 10, y + 4]]));
    const places = [...counts].flatMap(([year, count]) =>
      Array.from({ length: count }, (_, at) => [place(year), y - 3 - at * pitch] as const),
    );
    body.push(decided ? dots(places, diameter) : circles(places, diameter));
    const middle = median(years);
    const text = `中位${middle}年`;
    const half = widthOf(text, 13) / 2;
    body.push(tick(place(middle), y + 4, 6));
    body.push(
      words(Math.min(right + 10 - half, Math.max(left + half, place(middle))), y + 24, text, {
        size: 13,
        tone: 'grey',
        anchor: 'middle',
      }),
    );
    y += 34;
  }
  for (let year = first; year <= last; year += 5) {
    if (narrow && (year - first) % 10 !== 0) continue;
    const anchor = year === first ? 'start' : year === last ? 'end' : 'middle';
    const x = year === first ? left - 10 : year === last ? right + 10 : place(year);
    body.push(words(x, y + 16, `${year}年`, { size: 13, tone: 'grey', anchor }));
  }
  return { width, height: Math.ceil(y + 24), body: body.join('') };
}
