import { lookAtTable } from './table.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

const MOST_CELLS = 40;

/** Text without markup; lines that are set in columns are read as a table too. */
export function lookAtPlainText(text: string, where: string, looker: Looker): void {
  lookAtText(text, where, looker);
  lookAtColumns(text, where, looker);
}

/** Neighbouring lines of equally many cells, parted by tabs or wide gaps, as PDF and typewriting set tables. */
export function lookAtColumns(text: string, where: string, looker: Looker, gap = /\t+| {2,}|　+/): void {
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 1) lookAtTable(rows, place(where, '表格'), looker, true);
    rows = [];
  };
  for (const line of text.split('\n')) {
    const cells = line.length > 1000 ? [] : line.trim().split(gap);
    if (cells.length !== rows[0]?.length) close();
    if (cells.length > 1 && cells.length <= MOST_CELLS) rows.push(cells);
  }
  close();
}
