/** A roster as plain cells, whatever kind of file it came in. Every reader makes one; nothing behind it knows about formats. */
export interface Grid {
  format: 'xlsx' | 'docx' | 'csv' | 'pdf';
  sheets: Sheet[];
  /** Text beside the tables of a Word file: its title, `推荐单位：…`. */
  outside: string[];
  /** What a reader met that a person must look at, before anybody interprets the cells. */
  notices: Notice[];
}

/** A worksheet, a table of a Word file, or a whole CSV file. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: (Cell | undefined)[][];
  /** From 0, like the merges. */
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
  merges: readonly Merge[];
  /** What stands between the table before and this one, line by line, where a file has text around its tables. */
  above?: readonly string[];
}

export interface Cell {
  /** What a person sees, number formats applied; line breaks are line feeds. */
  text: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The bare number behind a cell of kind `number`. */
  number?: number;
  numberFormat?: string;
  /** `uncached`: the file holds no result, so nobody knows what a person would see. */
  formula?: 'cached' | 'uncached';
  comment?: string;
  /** Word numbers a paragraph of this cell by itself; the number is in no text. */
  numbered?: true;
  /** Pictures that lie in the cell or over it. */
  pictures?: Picture[];
}

export interface Picture {
  /** The whole file, with whatever the document cuts away. */
  bytes: Uint8Array;
  /** Absent where the document shows the whole picture upright. */
  view?: PictureView;
}

/** What a document shows of a picture: cut, then mirrored, then turned. */
export interface PictureView {
  /** Shares of width and height, from 0 to 1, cut off at each side. */
  crop: { left: number; top: number; right: number; bottom: number };
  mirrored: boolean;
  upsideDown: boolean;
  /** Degrees clockwise. */
  turn: 0 | 90 | 180 | 270;
}

/** Both corners belong to it. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Notice {
  code: NoticeCode;
  /** The first place; absent outside of every table. Without a row it is the whole sheet. */
  at?: { sheet: number; row?: number; column?: number };
  count: number;
  /** In an office's words: 文本框, 页眉; or how something is hidden. */
  what?: string;
  /** What stands in a part that is not read: looked through for private values, repeated only where it may be. */
  text?: string;
}

export type NoticeCode =
  | 'import-tracked-change'
  | 'import-word-comment'
  | 'import-hidden-text'
  | 'import-text-too-long'
  | 'import-symbol-unknown'
  | 'import-text-struck'
  | 'import-row-struck'
  | 'import-row-unclear'
  | 'import-conditional-hides'
  | 'import-formula-stale'
  | 'import-sheet-revised'
  | 'import-part-unread'
  | 'import-chunk-unread'
  | 'import-object-unread'
  | 'import-shape-over'
  | 'import-equation'
  | 'import-script-unknown'
  | 'import-prompt'
  | 'import-merge-field'
  | 'import-control-stale'
  | 'photo-row-unclear'
  | 'photo-outside'
  | 'photo-linked'
  | 'photo-unseen'
  | 'photo-shaped';

/** Where a cell is, in the words of the program it was made with: `C7`, `第 7 行第 3 列`. */
export function cellName(format: Grid['format'], row: number, column: number): string {
  return format === 'xlsx' ? `${columnLetters(column)}${row + 1}` : `第 ${row + 1} 行第 ${column + 1} 列`;
}

export function columnName(format: Grid['format'], column: number): string {
  return format === 'xlsx' ? `${columnLetters(column)} 列` : `第 ${column + 1} 列`;
}

/** The merge a cell belongs to. */
export function mergeAt(sheet: Sheet, row: number, column: number): Merge | undefined {
  return indexOf(sheet).merges.get(row * WIDEST + column);
}

/** The cell a person sees at a place: for a merged one its first cell. */
export function seenAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const merge = mergeAt(sheet, row, column);
  return merge ? sheet.rows[merge.top]?.[merge.left] : sheet.rows[row]?.[column];
}

/** The widest row. */
export function columnCount(sheet: Sheet): number {
  return indexOf(sheet).columns;
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}

interface Index {
  columns: number;
  merges: ReadonlyMap<number, Merge>;
}

const WIDEST = 16_384;
const indexes = new WeakMap<Sheet, Index>();

/** Readers leave no merge that reaches beyond the cells, so that their areas stay small. */
function indexOf(sheet: Sheet): Index {
  const known = indexes.get(sheet);
  if (known) return known;
  const merges = new Map<number, Merge>();
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1)
      for (let column = merge.left; column <= merge.right; column += 1) merges.set(row * WIDEST + column, merge);
  }
  const index = { columns: sheet.rows.reduce((most, row) => Math.max(most, row.length), 0), merges };
  indexes.set(sheet, index);
  return index;
}
