import { widthOf } from './title-lines.ts';

export interface RollCell {
  text: string;
  gone: boolean;
  /** Columns that it takes. */
  span: number;
}

/**
 * Names in rows: a column is as wide as most names need, a longer name takes several, whoever was taken down a whole row.
 * @param room in characters: of the 28 of a line, two are the indent
 */
export function rollRows(
  names: readonly { text: string; gone: boolean }[],
  room = 26,
): { columns: number; rows: RollCell[][] } {
  const short = names.filter(({ text, gone }) => !gone && widthOf(text) <= 4).length;
  const columns = Math.floor(room / (short * 2 >= names.length ? 5 : 8));
  const width = room / columns;
  const rows: RollCell[][] = [];
  let left = 0;
  for (const { text, gone } of names) {
    const span = gone ? columns : Math.min(columns, Math.ceil((widthOf(text) + 1) / width));
    if (span > left) {
      rows.push([]);
      left = columns;
    }
    rows.at(-1)?.push({ text, gone, span });
    left -= span;
  }
  return { columns, rows };
}
