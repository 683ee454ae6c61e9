import { isRepeatable } from '#core/privacy/private-text.ts';
import { headKey, line } from '#core/text/tidy.ts';
import { columnCount, mergeAt, seenAt, type Sheet } from './grid.ts';
import type { Meaning } from './wording.ts';

/** One column as its head announces it; a head merged over several columns makes one of them. */
export interface HeadColumn {
  /** From 0, both ends belong to it. */
  from: number;
  to: number;
  /** Fit for a message: a number typed over a head is not repeated. */
  head: string;
  /** The head to its last sign; absent where it is not to be repeated. */
  whole?: string;
  meaning: Meaning;
  hidden: boolean;
}

export interface Head {
  /** The last row of the head, from 0. */
  bottom: number;
  /** The first: two-level heads have more than one row. */
  top: number;
  columns: HeadColumn[];
  /** How many heads are known words. */
  known: number;
}

/** The best match among the first ten rows with more than one cell filled; `undefined` when none looks like the head of a roster. */
export function findHead(sheet: Sheet, meaningOf: (head: string) => Meaning): Head | undefined {
  const width = Math.min(columnCount(sheet), MOST_COLUMNS + 1);
  // A line of text across the page, a notice's own words above its list, is no row of a table.
  const filled = sheet.rows.flatMap((_, index) => (cellCount(sheet, index) > 1 ? [index] : []));
  let best: Head | undefined;
  for (const row of filled.slice(0, 10)) {
    const columns = columnsAt(sheet, row, width, meaningOf);
    const known = new Set(columns.filter(isKnown).map(({ head }) => headKey(head))).size;
    const candidate = { bottom: row, top: topOf(sheet, row), columns, known };
    // Of two levels with the same score the lower one says more; a head repeated on the next page says nothing new.
    const least = best && row > best.bottom + 1 ? best.known + 1 : (best?.known ?? 0);
    if (looksLikeHead(candidate) && known >= least) best = candidate;
  }
  return best && withSecondLevel(sheet, best, meaningOf);
}

/** Filled cells of a row; a merged one counts once. */
function cellCount(sheet: Sheet, row: number): number {
  const cells = (sheet.rows[row] ?? []).map((_, column) => seenAt(sheet, row, column));
  return new Set(cells.filter((cell) => cell && cell.text.trim() !== '')).size;
}

export const MOST_COLUMNS = 100;

function isKnown({ meaning }: HeadColumn): boolean {
  return meaning.kind !== 'unknown';
}

/** Whether there is a column that the age rule could be checked by. */
export function isCheckable({ columns }: Head): boolean {
  return columns.some(({ meaning }) => meaning.kind === 'private' && meaning.use !== undefined);
}

function looksLikeHead({ columns, known }: Head): boolean {
  const has = (key: string): boolean => columns.some(({ meaning }) => meaning.kind === 'field' && meaning.key === key);
  return known >= 4 || (has('name') && (known >= 3 || has('employer')));
}

function columnsAt(sheet: Sheet, row: number, width: number, meaningOf: (head: string) => Meaning): HeadColumn[] {
  const columns: HeadColumn[] = [];
  for (let column = 0; column < width;) {
    const merge = mergeAt(sheet, row, column);
    const to = merge ? Math.min(merge.right, width - 1) : column;
    columns.push(headColumn(sheet, row, column, to, meaningOf));
    column = to + 1;
  }
  return columns;
}

function headColumn(
  sheet: Sheet,
  row: number,
  from: number,
  to: number,
  meaningOf: (head: string) => Meaning,
): HeadColumn {
  const own = line(seenAt(sheet, row, from)?.text ?? '');
  const above = groupAbove(sheet, row, from);
  const meaning = meaningOf(own);
  const joint = above === '' ? meaning : meaningOf(above + own);
  const group = above === '' ? meaning : meaningOf(above);
  const chosen =
    meaning.kind !== 'unknown'
      ? meaning
      : joint.kind !== 'unknown'
        ? joint
        : // 联系方式 over 固定、移动: what stands over a column makes it private, never public.
          group.kind === 'private' || own === ''
          ? group
          : meaning;
  const head = own === '' ? above : own;
  return {
    from,
    to,
    head: isRepeatable(head) ? head.slice(0, 24) : '（此处不重复）',
    ...(own !== '' && isRepeatable(own) && { whole: own }),
    meaning: chosen,
    hidden: rangeOf(from, to).every((column) => sheet.hiddenColumns.includes(column)),
  };
}

/** The head one row up when it spans several columns, but not all: then it is a title. */
function groupAbove(sheet: Sheet, row: number, column: number): string {
  const merge = row > 0 ? mergeAt(sheet, row - 1, column) : undefined;
  if (!merge || merge.bottom >= row || merge.left === merge.right) return '';
  if (merge.right - merge.left + 1 > columnCount(sheet) / 2) return '';
  return line(seenAt(sheet, row - 1, column)?.text ?? '');
}

function topOf(sheet: Sheet, row: number): number {
  const tops = rangeOf(0, columnCount(sheet) - 1).map((column) => mergeAt(sheet, row, column)?.top ?? row);
  return Math.min(row, ...tops);
}

/** A second line below, where a head spans several columns and the row under it names them while 姓名 has nothing below. */
function withSecondLevel(sheet: Sheet, head: Head, meaningOf: (head: string) => Meaning): Head {
  const below = head.bottom + 1;
  const wide = head.columns.filter(({ from, to }) => to > from);
  const name = head.columns.find(({ meaning }) => meaning.kind === 'field' && meaning.key === 'name');
  const textAt = (column: number): string => line(sheet.rows[below]?.[column]?.text ?? '');
  if (wide.length === 0 || !name || textAt(name.from) !== '') return head;
  if (!wide.some(({ from, to }) => rangeOf(from, to).every((column) => textAt(column) !== ''))) return head;
  const columns = head.columns.flatMap((column) =>
    column.to > column.from
      ? rangeOf(column.from, column.to).map((one) => headColumn(sheet, below, one, one, meaningOf))
      : [column],
  );
  return { ...head, bottom: below, columns, known: columns.filter(isKnown).length };
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
