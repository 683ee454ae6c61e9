import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { type Cell, columnName, type Grid, mergeAt, type Sheet } from './grid.ts';

/**
 * A page as a person sees it: what lies in hidden rows and columns is taken away, and each of them that held anything is asked about.
 * A merged cell is seen as long as one of its rows and columns is.
 */
export function seenPage(
  sheet: Sheet,
  format: Grid['format'],
  at: (row: number, column: number) => Place,
): { sheet: Sheet; findings: Finding[] } {
  if (sheet.hiddenRows.length === 0 && sheet.hiddenColumns.length === 0) return { sheet, findings: [] };
  const [rows, columns] = [new Set(sheet.hiddenRows), new Set(sheet.hiddenColumns)];
  const lost = { rows: new Set<number>(), columns: new Map<number, number>() };
  const isHidden = (row: number, column: number): boolean => {
    const { top, bottom, left, right } = mergeAt(sheet, row, column) ?? {
      top: row,
      bottom: row,
      left: column,
      right: column,
    };
    return all(top, bottom, rows) || all(left, right, columns);
  };
  const seen = sheet.rows.map((cells, row) =>
    cells.map((cell, column): Cell | undefined => {
      if (!cell || !isHidden(row, column)) return cell;
      if (cell.text.trim() === '' && !cell.pictures) return undefined;
      if (rows.has(row)) lost.rows.add(row);
      else lost.columns.set(column, lost.columns.get(column) ?? row);
      return undefined;
    }),
  );
  const findings = [
    ...[...lost.rows].map((row) => finding('import-row-hidden', at(row, 0))),
    ...[...lost.columns].map(([column, row]) =>
      finding('import-column-hidden', at(row, column), { head: columnName(format, column) }),
    ),
  ];
  return { sheet: { ...sheet, rows: seen }, findings };
}

function all(from: number, to: number, hidden: ReadonlySet<number>): boolean {
  for (let at = from; at <= to; at += 1) if (!hidden.has(at)) return false;
  return true;
}
