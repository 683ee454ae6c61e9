import type { Column } from '#core/roster/columns.ts';
import { ROSTER_SHEET, type WorkbookSheet } from './workbook.ts';

/** The sheet with the people, as the template and the export write it: long texts on one line, the rest wrapped. */
export function rosterSheet(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  blankRows = 0,
): WorkbookSheet {
  return {
    name: ROSTER_SHEET,
    columns: columns.map((column) => ({ ...column, width: widthOf(column), wrap: !column.key.startsWith('text:') })),
    rows,
    blankRows,
  };
}

const WIDTHS: Partial<Record<Column['key'], number>> = {
  id: 12,
  name: 12,
  employer: 28,
  yearsInTrade: 10,
  conditions: 10,
  summary: 40,
  honours: 36,
  patents: 36,
  pinyin: 18,
};

function widthOf({ key }: Column): number {
  return WIDTHS[key] ?? (key.startsWith('text:') ? 30 : 16);
}
