import { columnLetters } from '#core/roster/grid.ts';
import { width } from '#pipeline/commands/command-line.ts';
import { type SheetParts, type Validation, workbookFile } from './workbook-parts.ts';

/** The sheet with the people, and the one beside it that explains the columns; the importer passes over the latter by its name. */
export const ROSTER_SHEET = '汇总表';
export const EXPLANATION_SHEET = '填表说明';

interface WorkbookColumn {
  header: string;
  /** In characters. */
  width: number;
  /** Long texts stay on one line, or a row would fill the screen. */
  wrap?: boolean;
  /** Shown beside a selected cell; no comment, which a reader would have to suspect of hiding something. */
  help?: string;
  /** Drop-down list; another value is asked about, not refused. */
  choices?: readonly string[];
}

export interface WorkbookSheet {
  name: string;
  columns: readonly WorkbookColumn[];
  /** Text only: there are no numbers, dates and formulas in a list of people. */
  rows: readonly (readonly string[])[];
  /** Empty rows below, formatted as text and with their lists, for somebody to fill in. */
  blankRows?: number;
}

/** Where a drop-down list finds its values: cells, since a list inside the rule ends at 255 characters. */
export type Choices = ReadonlyMap<string, string>;

/** Rows → `.xlsx`: every cell is text in format `@`, so nothing is evaluated, rounded or turned into a date. The same rows give the same bytes. */
export function workbook(sheets: readonly WorkbookSheet[], choices: Choices = new Map()): Promise<Uint8Array> {
  return Promise.resolve(workbookFile(sheets.map((sheet) => sheetOf(sheet, choices))));
}

function sheetOf({ name, columns, rows, blankRows = 0 }: WorkbookSheet, choices: Choices): SheetParts {
  const head = columns.map(({ header }) => header);
  const last = rows.length + blankRows;
  const below = Array.from({ length: last }, (_, row) => ({
    cells: columns.map(({ wrap = true }, column) => ({
      text: rows[row]?.[column] ?? '',
      look: wrap ? ('wrapped' as const) : ('oneLine' as const),
    })),
    ...(rows[row] && { height: heightOf(rows[row], columns) }),
  }));
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [{ cells: head.map((text) => ({ text, look: 'head' as const })), height: heightOf(head, columns) }, ...below],
    validations: blankRows > 0 ? columns.flatMap((column, index) => guidance(column, index, last, choices)) : [],
  };
}

/** In points. Spreadsheets leave a row at one line when nobody says how high its wrapped text is. */
function heightOf(row: readonly string[], columns: readonly WorkbookColumn[]): number {
  const lines = row.map((text, column) => {
    const { width: room = 1, wrap = true } = columns[column] ?? {};
    return wrap ? text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / (room - 1))), 0) : 1;
  });
  return LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
}

const LINE = 16;
const MOST_LINES = 12;

function guidance(
  { header, help, choices }: WorkbookColumn,
  index: number,
  last: number,
  lists: Choices,
): Validation[] {
  const letter = columnLetters(index);
  const common = {
    range: `${letter}2:${letter}${last + 1}`,
    ...(help !== undefined && { prompt: { title: [...header].slice(0, 30).join(''), text: help.slice(0, 250) } }),
  };
  const list = lists.get(header);
  if (choices && list !== undefined) {
    const text = '这个值不在下拉列表里。请核对；确实无误的可以保留，导入时会再核对。';
    return [{ ...common, type: 'list', formula: list, warning: { title: '不在列表里', text } }];
  }
  // A rule that every text fulfils carries the prompt.
  return help === undefined ? [] : [{ ...common, type: 'textLength', formula: '32767' }];
}
