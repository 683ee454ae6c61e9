import { columnCount, mergeAt, seenAt, type Cell, type Sheet } from './grid.ts';
import { findHead } from './head.ts';
import { fullHead, headKey } from './tidy.ts';
import type { Meaning, Wording } from './wording.ts';

/** A label of a form with the cells that hold its value. */
export interface Labelled {
  label: string;
  meaning: Meaning;
  cells: Cell[];
  /** Where the value stands, from 0. */
  row: number;
  column: number;
}

/** Every label of a page with its value: to its right, below it when it fills the row, or behind it in the same cell. */
export function labelled(sheet: Sheet, meaningOf: (label: string) => Meaning): Labelled[] {
  const found: Labelled[] = [];
  for (const { cell, top, bottom, left, right } of distinctCells(sheet)) {
    const { label, rest } = labelOf(cell.text);
    const meaning = meaningOf(label);
    if (label === '' || meaning.kind === 'unknown') continue;
    const isLabel = (one: Cell): boolean => meaningOf(labelOf(one.text).label).kind !== 'unknown';
    const base = { label: label.slice(0, 24), meaning };
    if (rest !== '') {
      found.push({ ...base, cells: [{ ...cell, text: rest }], row: top, column: left });
      continue;
    }
    const beside = valuesIn(sheet, top, bottom, right + 1).filter((one) => !isLabel(one));
    const isLast = right + 1 >= columnCount(sheet);
    const below = isLast && left === 0 ? seenAt(sheet, bottom + 1, 0) : undefined;
    if (isLast && below && !isLabel(below)) found.push({ ...base, cells: [below], row: bottom + 1, column: 0 });
    else if (!isLast) found.push({ ...base, cells: beside, row: top, column: right + 1 });
  }
  return found;
}

/** What stands left of something, where a label would, and is no word anybody knows. */
export function unknownLabels(
  sheet: Sheet,
  pairs: readonly Labelled[],
  ofLabel: (label: string) => Meaning,
): Labelled[] {
  const used = new Set(pairs.flatMap(({ cells }) => cells));
  return distinctCells(sheet).flatMap(({ cell, top, bottom, right }) => {
    const { label, rest } = labelOf(cell.text);
    if (label === '' || rest !== '' || used.has(cell) || ofLabel(label).kind !== 'unknown') return [];
    const values = valuesIn(sheet, top, bottom, right + 1).filter((one) => !used.has(one));
    if (values.length === 0 || [...label].length > 24) return [];
    return [{ label, meaning: { kind: 'unknown' }, cells: values, row: top, column: right + 1 }];
  });
}

/** A page is a form, and no list, when labels stand all over it: beside the best head there are others. */
export function isForm(sheet: Sheet, { ofHead, ofLabel }: Wording): boolean {
  const pairs = labelled(sheet, ofLabel);
  const inHead = new Set(findHead(sheet, ofHead)?.columns.map(({ head }) => headKey(head)));
  const elsewhere = new Set(pairs.map(({ label }) => headKey(label)).filter((label) => !inHead.has(label)));
  return elsewhere.size >= 3;
}

interface PlacedCell {
  cell: Cell;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

function distinctCells(sheet: Sheet): PlacedCell[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const merge = mergeAt(sheet, row, column);
      if (!cell || cell.text.trim() === '' || (merge && (merge.top !== row || merge.left !== column))) return [];
      return [{ cell, ...(merge ?? { top: row, bottom: row, left: column, right: column }) }];
    }),
  );
}

function valuesIn(sheet: Sheet, top: number, bottom: number, column: number): Cell[] {
  const cells = new Set<Cell>();
  for (let row = top; row <= bottom; row += 1) {
    const cell = seenAt(sheet, row, column);
    if (cell && (cell.text.trim() !== '' || cell.pictures)) cells.add(cell);
  }
  return [...cells];
}

/** `姓 名`, `个人自述（包括…）`, `主要事迹（800字以内）` with the text itself on the lines below. */
function labelOf(text: string): { label: string; rest: string } {
  const plain = fullHead(text);
  if (plain.length > 400) return firstLine(text);
  const key = headKey(text);
  const bare = plain.replace(/\([^()]*\)|\[[^[\]]*\]/gu, '');
  return bare === key && key.length <= 40 ? { label: text.replace(/\s+/gu, ''), rest: '' } : firstLine(text);
}

function firstLine(text: string): { label: string; rest: string } {
  const [first = '', ...rest] = text.split(/\r\n?|\n/u);
  const behind = rest.join('\n').trim();
  return behind !== '' && first.length <= 60
    ? { label: first.replace(/\s+/gu, ''), rest: behind }
    : { label: '', rest: '' };
}
