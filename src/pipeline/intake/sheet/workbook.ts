import { writeXlsx, colToLetter, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { width } from '#pipeline/commands/command-line.ts';

/** The sheet with the people, and the one beside it that explains the columns; the importer passes over the latter by its name. */
export const ROSTER_SHEET = '汇总表';
export const EXPLANATION_SHEET = '填表说明';

export interface WorkbookColumn {
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
export async function workbook(sheets: readonly WorkbookSheet[], choices: Choices = new Map()): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: sheets.map((sheet) => sheetOf(sheet, choices)),
    properties: { created: EPOCH, modified: EPOCH },
    defaultFont: { name: '宋体', size: 11 },
  });
  return new Uint8Array(written);
}

/** A file's own dates would differ at every run; who made it when is the office's matter. */
const EPOCH = new Date(Date.UTC(2000, 0, 1));

const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const LONG_TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top' } };
const HEADER: CellStyle = {
  numFmt: '@',
  font: { bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } },
};

function sheetOf({ name, columns, rows, blankRows = 0 }: WorkbookSheet, choices: Choices): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach(({ header }, column) => cells.set(`0,${column}`, { ...textCell(header), style: HEADER }));
  const last = rows.length + blankRows;
  for (let row = 0; row < last; row += 1) {
    columns.forEach(({ wrap = true }, column) => {
      const style = wrap ? TEXT : LONG_TEXT;
      const text = rows[row]?.[column] ?? '';
      cells.set(`${row + 1},${column}`, { ...(text !== '' && textCell(text)), style });
    });
  }
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    rowDefs: new Map(
      [columns.map(({ header }) => header), ...rows].map((row, index) => [index, { height: heightOf(row, columns) }]),
    ),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a3', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    dataValidations: blankRows > 0 ? columns.flatMap((column, index) => guidance(column, index, last, choices)) : [],
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

/** Excel reads `_x0041_` as an escape, so its sign is escaped itself; and hucre makes an error value of a bare `#N/A`, but not of a run of text. */
function textCell(text: string): Partial<Cell> {
  const value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return value.startsWith('#') ? { richText: [{ text: value }] } : { value };
}

function guidance(
  { header, help, choices }: WorkbookColumn,
  index: number,
  last: number,
  lists: Choices,
): DataValidation[] {
  const letter = colToLetter(index);
  const common = {
    range: `${letter}2:${letter}${last + 1}`,
    allowBlank: true,
    ...(help !== undefined && {
      showInputMessage: true,
      inputTitle: [...header].slice(0, 30).join(''),
      inputMessage: help.slice(0, 250),
    }),
  };
  const list = lists.get(header);
  if (choices && list !== undefined) {
    return [
      {
        ...common,
        type: 'list',
        formula1: list,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: '不在列表里',
        errorMessage: '这个值不在下拉列表里。请核对；确实无误的可以保留，导入时会再核对。',
      },
    ];
  }
  // A rule that every text fulfils carries the prompt.
  return help === undefined ? [] : [{ ...common, type: 'textLength', operator: 'lessThanOrEqual', formula1: '32767' }];
}
