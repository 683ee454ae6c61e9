import type { Looker } from './view.ts';

/** A table as a reader takes it in: row by row (unless that was `seen` already), column by column, and each value under its head. */
export function lookAtTable(rows: readonly (readonly string[])[], where: string, looker: Looker, seen = false): void {
  if (rows.length === 0) return;
  if (!seen) looker.text(where, rows.map((row) => row.join('\t')).join('\n'));
  const width = Math.min(
    MOST_COLUMNS,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  if (rows.length > 1 && width > 1) {
    const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '').join('\n'));
    looker.pieces(where, columns);
  }
  const [head = [], ...body] = rows;
  const named = head.map((name) => (/\p{L}/u.test(name) && name.length <= 40 ? name.replace(/\s+/g, '') : ''));
  looker.pieces(
    where,
    body.flatMap((row) =>
      row
        .slice(0, width)
        .flatMap((cell, column) => (named[column] && VALUE.test(cell) ? [`${named[column]}：${cell}`] : [])),
    ),
  );
}

/** Wider tables hold figures, and reading them by column would cost more than it shows. */
const MOST_COLUMNS = 200;
/** What may be private under a head: figures of any script, an address. */
const VALUE = /[\p{N}@〇零一二三四五六七八九村屯小]|[A-Za-z]{5}/u;
