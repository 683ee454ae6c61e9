import { type Column, fieldColumn } from '#core/roster/columns.ts';
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

const ID_WIDTH = 12;
const TEXT_WIDTH = 30;

function widthOf({ key }: Column): number {
  return fieldColumn(key)?.column.width ?? (key === 'id' ? ID_WIDTH : TEXT_WIDTH);
}
