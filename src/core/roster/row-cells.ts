import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { type Cell, cellName, type Merge, mergeAt, seenAt } from './grid.ts';
import type { HeadColumn } from './head.ts';
import type { RowRequest } from './row-request.ts';
import { placeOf, type Table } from './table.ts';

export interface PlacedCell {
  cell: Cell;
  where: Place;
  /** The cell is merged with one of another person's. */
  shared: boolean;
}

/** The filled cells of one person under one head: the first cell of a merge stands for all of it. */
export function cellsOf(
  { table, row, until, reported }: RowRequest,
  column: HeadColumn,
  person: string,
): { cells: PlacedCell[]; findings: Finding[] } {
  const cells: PlacedCell[] = [];
  const findings: Finding[] = [];
  const seen = new Set<Cell>();
  for (let r = row; r <= until; r += 1) {
    for (let c = column.from; c <= column.to; c += 1) {
      const cell = seenAt(table.sheet, r, c);
      if (!cell || seen.has(cell) || !hasAnything(cell)) continue;
      seen.add(cell);
      const where = placeOf(table, r, c, column.head, person);
      const whole = mergeAt(table.sheet, r, c);
      const shared = whole !== undefined && (whole.top < row || whole.bottom > until);
      const merge = column.meaning.kind === 'field' ? whole : undefined;
      const across = merge && (merge.left < column.from || merge.right > column.to);
      const beyond = merge && (merge.top < row || merge.bottom > until);
      const key = merge ? `${merge.top},${merge.left}` : '';
      if (merge && (across || beyond) && !reported.has(key)) {
        reported.add(key);
        findings.push(
          across
            ? finding('import-cell-merged-across', where, { heads: headsOf(table, merge) })
            : finding('import-cell-merged', where, { head: column.head, cells: rangeOf(table, merge) }),
        );
      }
      if (!across) cells.push({ cell, where, shared });
    }
  }
  return { cells, findings };
}

function hasAnything({ text, pictures, comment, formula }: Cell): boolean {
  return text.trim() !== '' || pictures !== undefined || comment !== undefined || formula === 'uncached';
}

function rangeOf({ format }: Table, { top, bottom, left }: Merge): string {
  return `${cellName(format, top, left)}–${cellName(format, bottom, left)}`;
}

function headsOf({ head }: Table, { left, right }: Merge): string {
  return head.columns
    .filter(({ from, to }) => to >= left && from <= right)
    .map((column) => column.head)
    .join('、');
}
