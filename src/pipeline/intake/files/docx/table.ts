import type { Cell, Merge, NoticeCode, Sheet } from '#core/roster/grid.ts';
import type { Notices } from '#pipeline/intake/files/parts/notices.ts';
import { unanswered } from '#pipeline/intake/files/parts/prompts.ts';
import { element, elements, isOff, isOn, type XmlNode } from '#pipeline/intake/files/xml.ts';
import type { Context, Paragraph, Surroundings } from './context.ts';
import { merged, type Properties, type TableStyle } from './styles.ts';

/** What a table needs of the document around it, whose reader calls it again for a table in a cell. */
export interface TableBody {
  readonly sheets: Sheet[];
  readonly around: Surroundings;
  readonly notices: Notices;
  revision(node: XmlNode, context: Context): void;
  blocks(node: XmlNode, context: Context): Paragraph[];
  note(code: NoticeCode, context: Context): void;
}

/** A table of a Word file becomes a sheet of its own, merges both ways included. */
export function readTable(body: TableBody, node: XmlNode, outer: Context): void {
  const index = body.sheets.length;
  const hiddenRows: number[] = [];
  const hiddenColumns = flatColumns(node);
  const merges: Merge[] = [];
  const sheet: Sheet = { name: `表 ${index + 1}`, hidden: false, rows: [], hiddenRows, hiddenColumns, merges };
  body.sheets.push(sheet);
  const properties = element(node, 'w:tblPr');
  const style = body.around.styles.tableOf(element(properties, 'w:tblStyle')?.attributes['w:val']);
  const rows = through(node, 'w:tr');
  const running = new Map<number, Merge>();
  for (const [row, tr] of rows.entries()) {
    const at = (column: number): NonNullable<Context['at']> => ({ sheet: index, row, column });
    const own = element(tr, 'w:trPr');
    for (const revised of elements(own)) body.revision(revised, { ...outer, at: at(0) });
    if (isHiddenRow(own)) hiddenRows.push(row);
    const cells: (Cell | undefined)[] = [];
    const struck: number[] = [];
    const said: string[] = [];
    let column = countOf(element(own, 'w:gridBefore'));
    const columns = through(tr, 'w:tc');
    for (const [place, tc] of columns.entries()) {
      const tcPr = element(tc, 'w:tcPr');
      const span = Math.min(Math.max(1, countOf(element(tcPr, 'w:gridSpan'), 1)), 200);
      const cell: Cell = { text: '', kind: 'text' };
      const look = partsOf(style, properties, {
        row,
        last: row === rows.length - 1,
        place,
        end: place === columns.length - 1,
      });
      const context: Context = {
        at: at(column),
        cell,
        tally: { struck: false },
        table: look.run,
        grounds: [
          element(tcPr, 'w:shd'),
          element(tr, 'w:tblPrEx', 'w:shd'),
          ...look.grounds,
          element(properties, 'w:shd'),
          style.ground,
          ...outer.grounds,
        ],
      };
      for (const revised of elements(tcPr)) body.revision(revised, context);
      fill(cell, body.blocks(tc, context));
      const prompt = unanswered(cell.text);
      if (prompt !== undefined) {
        body.note(prompt, context);
        cell.text = '';
      }
      if (context.tally.struck) struck.push(column);
      said.push(cell.text);
      const vertical = element(tcPr, 'w:vMerge') ?? element(tcPr, 'w:hMerge');
      const across = element(tcPr, 'w:hMerge');
      const above = running.get(column);
      const left = cells.findLastIndex((one) => one !== undefined);
      if (across && continues(across) && left >= 0) widen(merges, row, left, column + span - 1);
      else if (vertical && !across && continues(vertical) && above) above.bottom = row;
      else {
        cells[column] = cell;
        const merge = { top: row, left: column, bottom: row, right: column + span - 1 };
        running.delete(column);
        if (vertical && !across) running.set(column, merge);
        if (vertical || span > 1) merges.push(merge);
      }
      column += span;
    }
    // A number in front of the row is often left as it was.
    if (struck.length > 0 && said.every((text) => /^\s*\d{0,4}[.、]?\s*$/u.test(text))) {
      body.notices.placed('import-row-struck', at(0));
      sheet.rows.push([]);
      continue;
    }
    for (const one of struck) body.notices.placed('import-text-struck', at(one));
    sheet.rows.push(cells);
  }
}

/** The text of the paragraphs; where there is none, the number that Word shows by itself. */
function fill(cell: Cell, paragraphs: readonly Paragraph[]): void {
  cell.text = paragraphs
    .map(({ text }) => text)
    .join('\n')
    .replace(/\n+$/u, '');
  if (cell.text.trim() === '') {
    const number = paragraphs.find((one) => one.number !== undefined && one.number !== '')?.number;
    if (number !== undefined) cell.text = number.replace(/^[（(]?(.*?)[.、)）．]*$/u, '$1');
  } else if (paragraphs.some(({ text, number }) => number !== undefined && text.trim() !== '')) cell.numbered = true;
}

/** Hidden as a row, or so low that nothing of it is seen. */
function isHiddenRow(properties: XmlNode | undefined): boolean {
  const height = element(properties, 'w:trHeight')?.attributes;
  const flat = height?.['w:hRule'] === 'exact' && Number(height['w:val'] ?? 0) <= FLAT;
  return isOn(element(properties, 'w:hidden')) || flat;
}

/** Columns of no width, where the table keeps to the widths that the file names. */
function flatColumns(table: XmlNode): number[] {
  if (element(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type'] !== 'fixed') return [];
  const widths = elements(element(table, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  if (!widths.some((width) => width > FLAT)) return [];
  return widths.flatMap((width, column) => (width <= FLAT ? [column] : []));
}

/** Twentieths of a point: two points. */
const FLAT = 40;

function continues({ attributes }: XmlNode): boolean {
  return (attributes['w:val'] ?? 'continue') === 'continue';
}

/** A merge across in the older spelling: the cells beside follow the first. */
function widen(merges: Merge[], row: number, left: number, right: number): void {
  const known = merges.find((merge) => merge.top === row && merge.left === left);
  if (known) known.right = right;
  else merges.push({ top: row, left, bottom: row, right });
}

interface Position {
  row: number;
  last: boolean;
  place: number;
  end: boolean;
}

/** ECMA-376 17.7.6: bands, then first and last columns, then first and last rows, as far as the table wants them. */
function partsOf(
  { run, parts }: TableStyle,
  table: XmlNode | undefined,
  { row, last, place, end }: Position,
): { run: Properties; grounds: (XmlNode | undefined)[] } {
  const look = element(table, 'w:tblLook')?.attributes ?? {};
  const bits = Number.parseInt(look['w:val'] ?? '04A0', 16);
  const wants = (name: string, bit: number): boolean =>
    look[`w:${name}`] === undefined ? (bits & bit) !== 0 : !isOff(look[`w:${name}`]);
  const first = wants('firstRow', 0x20);
  const applied = [
    'wholeTable',
    ...(wants('noHBand', 0x200) ? [] : [(row - (first ? 1 : 0)) % 2 === 0 ? 'band1Horz' : 'band2Horz']),
    ...(wants('firstColumn', 0x80) && place === 0 ? ['firstCol'] : []),
    ...(wants('lastColumn', 0x100) && end ? ['lastCol'] : []),
    ...(first && row === 0 ? ['firstRow'] : []),
    ...(wants('lastRow', 0x40) && last ? ['lastRow'] : []),
  ].flatMap((name) => parts.get(name) ?? []);
  return {
    run: merged([run, ...applied.map((part) => part.run)]),
    grounds: applied.map(({ ground }) => ground).reverse(),
  };
}

/** The rows of a table, or the cells of a row, also those inside content controls. */
function through(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((child) => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? through(child, name) : [];
  });
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

function countOf(node: XmlNode | undefined, otherwise = 0): number {
  const value = Number(node?.attributes['w:val'] ?? otherwise);
  return Number.isInteger(value) && value >= 0 && value <= 200 ? value : otherwise;
}
