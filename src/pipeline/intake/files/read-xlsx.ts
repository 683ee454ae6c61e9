import type { Cell, Grid, Notice, Sheet } from '#core/roster/grid.ts';
import { rowOfDrawing } from '#core/roster/photo-anchor.ts';
import { Notices } from '#pipeline/intake/files/parts/notices.ts';
import { unanswered } from '#pipeline/intake/files/parts/prompts.ts';
import { type Relation, relationsOf, treeOf } from '#pipeline/intake/files/parts/relations.ts';
import { type CellPictures, cellPictures } from '#pipeline/intake/files/xlsx/cell-pictures.ts';
import { cellsOf, type ReadCell } from '#pipeline/intake/files/xlsx/cells.ts';
import { commentsOf } from '#pipeline/intake/files/xlsx/comments.ts';
import { hidingRanges } from '#pipeline/intake/files/xlsx/conditional.ts';
import { type Drawing, drawingsOver } from '#pipeline/intake/files/xlsx/drawings.ts';
import { printedAside } from '#pipeline/intake/files/xlsx/printed.ts';
import { mergesOf } from '#pipeline/intake/files/xlsx/ranges.ts';
import { type Measures, measuresOf } from '#pipeline/intake/files/xlsx/rows.ts';
import { type Workbook, workbookOf } from '#pipeline/intake/files/xlsx/workbook.ts';
import type { Archive } from './archive.ts';
import { descendants, element, elements, isOff, XmlFault, type XmlNode } from './xml.ts';

/** A workbook as grids: what a person sees of every sheet, and as notices what is hidden from them or cannot be read. */
export function readXlsx(archive: Archive): Grid {
  const book = workbookOf(archive);
  const notices = new Notices();
  const pictures = cellPictures(archive);
  const sheets = book.sheets.map(({ name, hidden, path }, index) => {
    // Nobody looks at a hidden sheet, and nobody has to mend it.
    const own = hidden ? new Notices() : notices;
    const reader = new SheetReader(index, own, book, pictures);
    return {
      name,
      hidden,
      ...reader.read(treeOf(archive, path, 'x'), [...relationsOf(archive, path).values()], archive),
    };
  });
  if (book.revised) notices.counted('import-sheet-revised', undefined);
  return { format: 'xlsx', sheets, outside: [], notices: notices.list };
}

/** Cells lie in the first thousands of rows; whatever lies far below was not put there by a person. */
const LOWEST_ROW = 200_000;

class SheetReader {
  private readonly rows: (Cell | undefined)[][] = [];
  private readonly index: number;
  private readonly notices: Notices;
  private readonly book: Workbook;
  private readonly pictures: CellPictures;

  constructor(index: number, notices: Notices, book: Workbook, pictures: CellPictures) {
    this.index = index;
    this.notices = notices;
    this.book = book;
    this.pictures = pictures;
  }

  read(root: XmlNode | undefined, relations: readonly Relation[], archive: Archive): Omit<Sheet, 'name' | 'hidden'> {
    if (!root) throw new XmlFault('no sheet');
    const measures = measuresOf(root);
    const views = elements(element(root, 'x:sheetViews'), 'x:sheetView');
    const zeros = !views.some(({ attributes }) => isOff(attributes['showZeros']));
    const cells = cellsOf(element(root, 'x:sheetData'), this.book.terms).filter(
      ({ cell }) => zeros || cell.number !== 0,
    );
    this.place(cells, measures);
    for (const { row, column, text } of commentsOf(archive, relations)) {
      const cell = this.cellAt(row, column);
      cell.comment = cell.comment === undefined ? text : `${cell.comment}\n${text}`;
    }
    for (const drawing of drawingsOver(archive, relations)) this.draw(drawing, measures);
    const around = { ...root, children: elements(root).filter(({ name }) => name !== 'x:sheetData') };
    this.asides(around, relations);
    for (const range of hidingRanges(around, this.book.terms.looks)) this.conditional(range, cells);
    const rows = this.rows;
    if (rows.length > LOWEST_ROW) throw new XmlFault('rows');
    for (let row = 0; row < rows.length; row += 1) rows[row] ??= [];
    const width = rows.reduce((most, one) => Math.max(most, one.length), 0);
    return {
      rows,
      hiddenRows: measures.hiddenRows,
      hiddenColumns: Array.from({ length: width }, (_, column) => column).filter(measures.isHiddenColumn),
      merges: mergesOf(root, rows.length, width),
    };
  }

  private cellAt(row: number, column: number): Cell {
    return ((this.rows[row] ??= [])[column] ??= { text: '', kind: 'text' });
  }

  private at(row: number, column: number): Notice['at'] {
    return { sheet: this.index, row, column };
  }

  /** Row by row, since a row is struck out as a whole or not. */
  private place(cells: readonly ReadCell[], { hiddenRows, unclearRows, isHiddenColumn }: Measures): void {
    const hidden = new Set(hiddenRows);
    const unclear = new Set(unclearRows);
    let stale: ReadCell[] = [];
    for (const [row, own] of Map.groupBy(cells, (cell) => cell.row)) {
      const seen = own.filter(({ column }) => !isHiddenColumn(column));
      if (unclear.has(row)) {
        this.notices.placed('import-row-unclear', this.at(row, 0));
        continue;
      }
      if (!hidden.has(row) && isStruckOut(seen)) {
        this.notices.placed('import-row-struck', this.at(row, seen[0]?.column ?? 0));
        continue;
      }
      for (const read of own) this.keep(read, hidden.has(row) || isHiddenColumn(read.column));
      if (!hidden.has(row)) stale.push(...seen.filter(({ cell }) => cell.formula === 'cached'));
    }
    stale = stale.filter(({ formula }) => !/DISPIMG\(/u.test(formula));
    const [first] = stale;
    if (this.book.recalculates && first)
      for (let count = 0; count < stale.length; count += 1)
        this.notices.placed('import-formula-stale', this.at(first.row, first.column));
  }

  private keep({ row, column, cell, seen, formula, picture }: ReadCell, hidden: boolean): void {
    const at = this.at(row, column);
    const named = /DISPIMG\("([^"]+)"/u.exec(formula)?.[1];
    const shown =
      named !== undefined
        ? this.pictures.named.get(named)
        : picture === undefined
          ? undefined
          : this.pictures.numbered(picture);
    const own = (this.rows[row] ??= []);
    if (named !== undefined || shown) own[column] = { text: '', kind: 'text' };
    else if (
      cell.text !== '' ||
      cell.formula !== undefined ||
      seen.struck ||
      seen.signLost ||
      seen.hidden !== undefined
    )
      own[column] = cell;
    if (shown && 'picture' in shown) (this.cellAt(row, column).pictures ??= []).push(shown.picture);
    else if (shown && !hidden)
      this.notices.placed(shown.refused, at, { ...(shown.what !== undefined && { what: shown.what }) });
    if (hidden) return;
    // A name without its picture: the file came through a program that does not know them.
    if (named !== undefined && !shown) this.notices.placed('photo-linked', at);
    if (seen.struck) this.notices.placed('import-text-struck', at);
    if (seen.hidden !== undefined) this.notices.placed('import-hidden-text', at, { what: seen.hidden });
    if (seen.signLost) this.notices.placed('import-symbol-unknown', at);
    if (seen.scriptLost) this.notices.placed('import-script-unknown', at);
    const prompt = unanswered(cell.text);
    if (prompt !== undefined) {
      this.notices.placed(prompt, at);
      cell.text = '';
    }
  }

  private draw({ anchor, picture, what, text }: Drawing, { heightOf }: Measures): void {
    const row = anchor && rowOfDrawing(anchor, heightOf);
    const { column = 0 } = anchor?.from ?? {};
    const at = anchor ? this.at(row ?? anchor.from.row, column) : { sheet: this.index };
    if (what === '图形') this.notices.placed('import-shape-over', at);
    else if (what !== undefined) this.notices.placed('import-part-unread', at, { what, text });
    if (!picture) return;
    if (!('picture' in picture))
      this.notices.placed(picture.refused, at, { ...(picture.what !== undefined && { what: picture.what }) });
    else if (row === undefined) this.notices.counted('photo-row-unclear', at);
    else (this.cellAt(row, column).pictures ??= []).push(picture.picture);
  }

  /** What belongs to the sheet and to no cell of it. */
  private asides(root: XmlNode, relations: readonly Relation[]): void {
    const at = { sheet: this.index };
    for (const text of printedAside(root))
      this.notices.placed('import-part-unread', at, { what: '打印页眉页脚', text });
    const embedded = relations.filter(({ type }) => ['oleObject', 'package'].includes(type)).length;
    const objects = descendants(root, 'x:oleObject').length;
    if (embedded + objects > 0) this.notices.placed('import-object-unread', at, { what: '对象（如另一份表、文档）' });
    if (elements(root).length === 0) return;
    if (root.name === 'x:chartsheet') this.notices.placed('import-part-unread', at, { what: '图表' });
  }

  private conditional(range: ReturnType<typeof hidingRanges>[number], cells: readonly ReadCell[]): void {
    const first = cells.find(
      ({ row, column, cell }) =>
        row >= range.top &&
        row <= range.bottom &&
        column >= range.left &&
        column <= range.right &&
        cell.text.trim() !== '',
    );
    if (first) this.notices.placed('import-conditional-hides', this.at(first.row, first.column), { what: range.hides });
  }
}

/** A number in front of the row is often left as it was. */
function isStruckOut(cells: readonly ReadCell[]): boolean {
  return cells.some(({ seen }) => seen.struck) && cells.every(({ cell }) => /^\s*\d{0,4}[.、]?\s*$/u.test(cell.text));
}
