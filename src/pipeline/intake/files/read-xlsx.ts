import { zipSync, type Zippable } from 'fflate';
import { formatValue } from 'hucre';
import { readXlsx as readWorkbook, type Cell as BookCell, type CellValue, type Sheet as BookSheet } from 'hucre/xlsx';
import type { Cell, Grid, Merge, Notice, Sheet } from '#core/roster/grid.ts';
import { rowOfDrawing } from '#core/roster/photo-anchor.ts';
import type { Archive } from './archive.ts';
import { drawingsOf, type Drawing } from '#pipeline/intake/photos/photo-drawings.ts';
import { element, elements, parseXml, type XmlNode } from './xml.ts';

/** The one place that knows hucre: workbook → plain cells with text, number format, comment, merges and hidden marks. */
export async function readXlsx(archive: Archive): Promise<Grid> {
  const files: Zippable = Object.fromEntries([...archive].map(([name, bytes]) => [name, [bytes, { level: 0 }]]));
  const book = await readWorkbook(zipSync(files), { readStyles: true });
  const inCells = cellPictures(archive);
  const drawings = drawingsOf(archive);
  const notices: Notice[] = [];
  const sheets = book.sheets.map((sheet, index) => {
    const over = (drawings.get(sheet.name) ?? []).map((drawing) => ({ ...drawing, row: rowOf(drawing, sheet) }));
    const unclear = over.filter(({ row }) => row === undefined);
    const [first] = unclear;
    if (first && !sheet.hidden && !sheet.veryHidden) {
      const at = { sheet: index, row: first.anchor.from.row, column: first.column };
      notices.push({ code: 'photo-row-unclear', at, count: unclear.length });
    }
    return sheetOf(sheet, inCells, over);
  });
  return { format: 'xlsx', sheets, outside: [], notices };
}

interface PlacedDrawing extends Drawing {
  row: number | undefined;
}

/** Excel's own height of a row where the file names none. */
const USUAL_HEIGHT = 15;

function rowOf({ anchor }: Drawing, { rowDefs }: BookSheet): number | undefined {
  return rowOfDrawing(anchor, (row) => rowDefs?.get(row)?.height ?? USUAL_HEIGHT);
}

function sheetOf(
  sheet: BookSheet,
  inCells: ReadonlyMap<string, Uint8Array>,
  drawings: readonly PlacedDrawing[],
): Sheet {
  const rows: (Cell | undefined)[][] = [];
  sheet.rows.forEach((values, row) => {
    const cells = cellsIn(values, row, sheet, inCells);
    if (cells.length > 0) rows[row] = cells;
  });
  addComments(sheet, rows);
  for (const { row, column, bytes } of drawings) {
    if (row === undefined) continue;
    const cell = ((rows[row] ??= [])[column] ??= { text: '', kind: 'text' });
    (cell.pictures ??= []).push(bytes);
  }
  for (let row = 0; row < rows.length; row += 1) rows[row] ??= [];
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden && column < width ? [column] : [])),
    merges: mergesOf(sheet, rows.length, width),
  };
}

function cellsIn(
  values: readonly CellValue[],
  row: number,
  { cells }: BookSheet,
  inCells: ReadonlyMap<string, Uint8Array>,
): (Cell | undefined)[] {
  const found: (Cell | undefined)[] = [];
  values.forEach((value, column) => {
    const detail = cells?.get(`${row},${column}`);
    if (value === null && detail?.formula === undefined) return;
    const cell = cellOf(value, detail);
    const picture = /DISPIMG\("([^"]+)"/u.exec(detail?.formula ?? '')?.[1];
    found[column] = picture === undefined ? cell : { text: '', kind: 'text', ...pictureOf(inCells.get(picture)) };
  });
  return found;
}

function cellOf(value: CellValue, detail: BookCell | undefined): Cell {
  const numberFormat = detail?.style?.numFmt;
  const formula = detail?.formula === undefined ? undefined : value === null ? 'uncached' : 'cached';
  const common: Pick<Cell, 'numberFormat' | 'formula'> = {
    ...(numberFormat !== undefined && { numberFormat }),
    ...(formula && { formula }),
  };
  if (detail?.type === 'error') return { text: String(value), kind: 'error', ...common };
  if (value instanceof Date) return { text: dayOf(value), kind: 'date', ...common };
  if (typeof value === 'number') return { text: shown(value, numberFormat), kind: 'number', number: value, ...common };
  if (typeof value === 'boolean') return { text: value ? '是' : '否', kind: 'boolean', ...common };
  return { text: value ?? '', kind: 'text', ...common };
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** 1975.1 in format 0.00 is 1975.10, as the office sees it. */
function shown(value: number, format: string | undefined): string {
  if (format === undefined || /^(?:general|@)$/iu.test(format)) return String(value);
  return formatValue(value, format);
}

function addComments({ cells, threadedComments = [] }: BookSheet, rows: (Cell | undefined)[][]): void {
  const add = (row: number, column: number, text: string): void => {
    const cell = ((rows[row] ??= [])[column] ??= { text: '', kind: 'text' });
    cell.comment = cell.comment === undefined ? text : `${cell.comment}\n${text}`;
  };
  for (const [key, { comment }] of cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (comment) add(row, column, comment.text);
  }
  for (const { ref, text } of threadedComments) {
    const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(ref ?? '') ?? [];
    if (letters === undefined) continue;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    add(Number(digits) - 1, column, text);
  }
}

/** Merges as far as there are cells: one over the whole sheet is a few bytes in the file and millions of places here. */
function mergesOf({ merges = [] }: BookSheet, height: number, width: number): Merge[] {
  let area = 0;
  return merges.flatMap(({ startRow, startCol, endRow, endCol }) => {
    const merge = {
      top: startRow,
      left: startCol,
      bottom: Math.min(endRow, height - 1),
      right: Math.min(endCol, width - 1),
    };
    area += Math.max(0, merge.bottom - merge.top + 1) * Math.max(0, merge.right - merge.left + 1);
    if (area > MOST_MERGED) throw new RangeError('merges');
    return merge.bottom < merge.top || merge.right < merge.left ? [] : [merge];
  });
}

const MOST_MERGED = 1_000_000;

function pictureOf(bytes: Uint8Array | undefined): Pick<Cell, 'pictures'> {
  return bytes ? { pictures: [bytes] } : {};
}

/**
 * WPS keeps pictures in cells in a part of its own, which hucre finds by a relationship type that WPS seems to write otherwise
 * (productdevbook/hucre#184): read here, by the name of the part.
 */
function cellPictures(archive: Archive): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  const part = archive.get('xl/cellimages.xml');
  const rels = archive.get('xl/_rels/cellimages.xml.rels');
  if (!part || !rels) return pictures;
  const targets = new Map(
    elements(parseXml(rels)).map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']),
  );
  for (const image of elements(parseXml(part))) {
    const pic = element(image, 'xdr:pic');
    const id = element(pic, 'xdr:nvPicPr', 'xdr:cNvPr')?.attributes['name'];
    const blip: XmlNode | undefined = element(pic, 'xdr:blipFill', 'a:blip');
    const target = targets.get(blip?.attributes['r:embed'] ?? '') ?? '';
    const bytes = archive.get(`xl/${target.replace(/^\/?(?:xl\/)?/u, '')}`);
    if (id !== undefined && bytes && target.includes('media/')) pictures.set(id, bytes);
  }
  return pictures;
}
