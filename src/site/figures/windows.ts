import { addDays, daysBetween, type PlainDate, plainDate, yearOf } from '#core/calendar/plain-date.ts';
import { chineseLength } from '#core/window/publicity-window.ts';
import type { Publication } from '#site/publication.ts';
import { dateRange } from '#site/words/chinese-dates.ts';
import { HOLLOW } from './counted.ts';
import { type Drawing, type Figure, isNarrow } from './figure.ts';
import { bar, rules, widthOf, words } from './shapes.ts';

interface Row {
  label: string;
  opensOn: PlainDate;
  closesOn: PlainDate;
  length: string;
  decided: boolean;
}

/** All windows as they were printed, each on a strip of its own year, one below the other. */
export function windowsFigure({ notices }: Pick<Publication, 'notices'>): Figure | undefined {
  const rows = notices.map(({ programme, data, kind, sequence, window, result }): Row => {
    const { opensOn, closesOn, length, unit } = window;
    const own = sequence.length > 1 ? `${kind.words}` : '';
    const label = `${data.edition}${programme.data.title}${own}`;
    return { label, opensOn, closesOn, length: chineseLength(length, unit), decided: result !== undefined };
  });
  if (rows.length === 0) return undefined;
  return {
    name: 'windows',
    title: '什么时候公示',
    note: '每届一行，一行一年',
    remarks: rows.every(({ decided }) => decided) ? [] : [HOLLOW],
    draw: (width) => drawn(rows, width),
    table: {
      head: ['公示', '首日', '末日', '期限'],
      rows: rows.map(({ label, opensOn, closesOn, length }) => [label, opensOn, closesOn, length]),
    },
  };
}

function drawn(rows: readonly Row[], width: number): Drawing {
  const narrow = isNarrow(width);
  const left = narrow ? 0 : Math.max(...rows.map(({ label }) => widthOf(label))) + 20;
  const day = (width - left) / 366;
  const step = narrow ? 58 : 40;
  const bottom = rows.length * step;
  const months = Array.from({ length: 13 }, (_, at) => left + monthStart(at) * day);
  const body = [
    rules([
      ...months.map((x) => [x, narrow ? 24 : 2, x, bottom + 2] as const),
      ...rows.map((_, at) => [left, (at + 1) * step - 8, width, (at + 1) * step - 8] as const),
    ]),
  ];
  rows.forEach(({ label, opensOn, closesOn, decided }, at) => {
    const base = (at + 1) * step - 8;
    const x = left + daysBetween(plainDate(`${yearOf(opensOn)}-01-01`), opensOn) * day;
    // A window that runs into the next year runs over the edge of its strip, and ends there.
    const long = Math.min(width - x, daysBetween(opensOn, addDays(closesOn, 1)) * day);
    body.push(bar({ x, y: base - 16, width: long, height: 16 }, decided ? 'bar' : 'open'));
    const range = dateRange(opensOn, closesOn);
    if (narrow) {
      body.push(words(0, base - 26, label, { size: 14 }));
      const isRoomy = x + long + 6 + widthOf(range, 13) <= width;
      body.push(
        isRoomy
          ? words(x + long + 6, base - 3, range, { size: 13, tone: 'grey' })
          : words(x - 6, base - 3, range, { size: 13, tone: 'grey', anchor: 'end' }),
      );
      return;
    }
    body.push(words(0, base - 3, label));
    const isRoomy = x + long + 8 + widthOf(range, 13) <= width;
    body.push(
      isRoomy
        ? words(x + long + 8, base - 3, range, { size: 13, tone: 'grey' })
        : words(x - 8, base - 3, range, { size: 13, tone: 'grey', anchor: 'end' }),
    );
  });
  for (const month of narrow ? [1, 4, 7, 10] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
    const middle = left + ((monthStart(month - 1) + monthStart(month)) / 2) * day;
    body.push(
      narrow
        ? words(left + monthStart(month - 1) * day + 2, bottom + 16, `${month}月`, { size: 13, tone: 'grey' })
        : words(middle, bottom + 18, `${month}月`, { size: 13, tone: 'grey', anchor: 'middle' }),
    );
  }
  return { width, height: bottom + 26, body: body.join('') };
}

/** Days before a month, of a leap year: `0` for January. */
function monthStart(month: number): number {
  return month === 12
    ? 366
    : daysBetween(plainDate('2024-01-01'), plainDate(`2024-${String(month + 1).padStart(2, '0')}-01`));
}
