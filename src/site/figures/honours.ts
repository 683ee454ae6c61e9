import { chineseHonourLevel, type HonourLevel } from '#core/formats/words.ts';
import type { Publication } from '#site/publication.ts';
import { countedRounds, tally } from './counted.ts';
import { type Drawing, type Figure, isNarrow } from './figure.ts';
import { bar, rules, widthOf, words } from './shapes.ts';

const LEVELS = (Object.keys(chineseHonourLevel) as HonourLevel[]).reverse();
const OPEN = '未写级别';

interface Row {
  level: string;
  /** By year. */
  counts: ReadonlyMap<number, number>;
}

/** What people had been honoured with before they stood on these lists, year by year. */
export function honoursFigure(publication: Pick<Publication, 'rounds'>): Figure | undefined {
  const honours = countedRounds(publication)
    .flatMap(({ people }) => people)
    .flatMap(({ person }) => person?.data.honours ?? []);
  const dated = honours.flatMap(({ year, level }) =>
    year === undefined ? [] : [{ year, level: level === undefined ? OPEN : chineseHonourLevel[level] }],
  );
  if (dated.length === 0) return undefined;
  const rows = [...LEVELS.map((level) => chineseHonourLevel[level]), OPEN]
    .map((level): Row => ({ level, counts: tally(dated.flatMap((one) => (one.level === level ? one.year : []))) }))
    .filter(({ counts }) => counts.size > 0);
  const undated = honours.length - dated.length;
  return {
    name: 'honours',
    title: '此前得过的荣誉',
    note: `${dated.length}项，按获得的年份`,
    remarks: undated > 0 ? [`另有${undated}项没有写年份。`] : [],
    draw: (width) => drawn(rows, width),
    table: {
      head: ['级别', '年份', '项数'],
      rows: rows.flatMap(({ level, counts }) =>
        [...counts].sort(([a], [b]) => a - b).map(([year, count]) => [level, `${year}年`, `${count}项`]),
      ),
    },
  };
}

function drawn(rows: readonly Row[], width: number): Drawing {
  const narrow = isNarrow(width);
  const years = rows.flatMap(({ counts }) => [...counts.keys()]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const left = narrow ? 0 : Math.max(...rows.map(({ level }) => widthOf(level))) + 20;
  const pitch = (width - left) / (last - first + 1);
  const place = (year: number): number => left + (year - first + 0.5) * pitch;
  const most = Math.max(...rows.flatMap(({ counts }) => [...counts.values()]));
  const [high, thick] = [58 / most, Math.max(3, Math.min(22, pitch * 0.62))];
  const body: string[] = [];
  let y = 0;
  for (const { level, counts } of rows) {
    const tallest = Math.max(...counts.values());
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    y += (narrow ? 30 : 0) + tallest * high + 22;
    body.push(
      narrow
        ? words(0, y - tallest * high - 26, `${level}${total}项`)
        : words(0, y - 1, level) + words(0, y + 17, `${total}项`, { size: 13, tone: 'grey' }),
    );
    body.push(rules([[left, y + 0.5, width, y + 0.5]]));
    for (const [year, count] of counts) {
      body.push(bar({ x: place(year) - thick / 2, y: y - count * high, width: thick, height: count * high }));
      if (!narrow || count === tallest) {
        body.push(
          words(place(year), y - count * high - 4, String(count), { size: 12, tone: 'grey', anchor: 'middle' }),
        );
      }
    }
    y += narrow ? 6 : 14;
  }
  for (let year = Math.ceil(first / 5) * 5; year <= last; year += 5) {
    const half = widthOf(`${year}年`, 13) / 2;
    const x = Math.min(width - half, Math.max(left + half, place(year)));
    body.push(words(x, y + 16, `${year}年`, { size: 13, tone: 'grey', anchor: 'middle' }));
  }
  return { width, height: Math.ceil(y + 24), body: body.join('') };
}
