import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { type Cell, cellName, type Grid, mergeAt, type Sheet } from './grid.ts';
import { digestHex } from './imported-digest.ts';
import type { SourceFile } from './source-file.ts';
import { fitName, sourceSheets } from './source-sheets.ts';

/** Where a cell is, as a finding names it. */
export type CellPlace = Pick<Place, 'file' | 'sheet' | 'cell'>;

/** What a clerk says in place of a cell; the file itself stays as it is. */
export interface CellEdit {
  file: string;
  /** Where the file has several. */
  sheet?: string | undefined;
  /** `C7`, `第 7 行第 3 列`. */
  cell: string;
  /** The head of its column, or the label beside it. */
  head: string;
  /** Digest of what stood there when it was edited: another text there is not written over. */
  was?: string | undefined;
  text: string;
}

/** The files with these cells in them; the ones given stay as they are. What no longer finds its cell is an error. */
export function withCellEdits(
  files: readonly SourceFile[],
  edits: readonly CellEdit[],
): { files: SourceFile[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const edited = files.map((source) => {
    const own = edits.filter(({ file }) => file === source.file);
    if (own.length === 0) return source;
    const { sheets } = sourceSheets(source.grid);
    const grid: Grid = {
      ...source.grid,
      sheets: sheets.map((one) => ({ ...one, rows: one.rows.map((row) => [...row]) })),
    };
    for (const edit of own) {
      const spot = spotOf(grid, edit);
      const before = spot && cellAt(spot);
      if (spot && (edit.was === undefined || digestOfCell(before) === edit.was)) put(spot, edit.text, before);
      else findings.push(stale(edit));
    }
    return { ...source, grid };
  });
  const lost = edits.filter(({ file }) => !files.some((source) => source.file === file));
  return { files: edited, findings: [...findings, ...lost.map(stale)] };
}

/** A cell as it stands in its file, and over how many rows it reaches. */
export function cellNamed(
  files: readonly SourceFile[],
  { file, sheet, cell = '' }: CellPlace,
): { cell: Cell | undefined; rows: number } | undefined {
  const source = files.find((one) => one.file === file);
  const spot = source && spotOf(source.grid, { sheet, cell });
  if (!spot) return undefined;
  const merge = mergeAt(spot.sheet, spot.row, spot.column);
  return { cell: cellAt(spot), rows: merge ? merge.bottom - merge.top + 1 : 1 };
}

export function digestOfCell(cell: Cell | undefined): string {
  return digestHex('', 'cell', cell?.text ?? '');
}

interface Spot {
  sheet: Sheet;
  row: number;
  column: number;
}

function spotOf(grid: Grid, wanted: { sheet?: string | undefined; cell: string }): Spot | undefined {
  const { visible, filled } = sourceSheets(grid);
  const named = wanted.sheet === undefined ? filled : visible.filter((one) => fitName(one) === wanted.sheet);
  const [sheet, ...more] = named;
  if (!sheet || more.length > 0) return undefined;
  const row = Number(/^(?:[A-Z]{1,3}|第 )([1-9]\d{0,6})/u.exec(wanted.cell)?.[1]) - 1;
  const cells = sheet.rows[row];
  if (!cells) return undefined;
  // A cell that nobody has filled is none of the file's, and is named all the same.
  const width = Math.min(Math.max(...sheet.rows.map(({ length }) => length)), MOST_COLUMNS);
  const column = Array.from({ length: width }, (_, at) => at).find(
    (at) => cellName(grid.format, row, at) === wanted.cell,
  );
  if (column === undefined) return undefined;
  const merge = mergeAt(sheet, row, column);
  return merge ? { sheet, row: merge.top, column: merge.left } : { sheet, row, column };
}

const MOST_COLUMNS = 100;

function cellAt({ sheet, row, column }: Spot): Cell | undefined {
  return sheet.rows[row]?.[column];
}

function put({ sheet, row, column }: Spot, text: string, before: Cell | undefined): void {
  const cells = sheet.rows[row];
  if (cells) cells[column] = { kind: 'text', text, ...(before?.pictures && { pictures: before.pictures }) };
}

function stale(edit: CellEdit): Finding {
  return finding('import-edit-stale', placeOfEdit(edit));
}

export function placeOfEdit({ file, sheet, cell, head }: CellEdit): Place & { cell: string } {
  return { file, ...(sheet !== undefined && { sheet }), cell, field: head };
}
