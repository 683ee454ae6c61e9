import { fullHead, headKey } from '#core/text/tidy.ts';
import { type Cell, columnCount, mergeAt, seenAt, type Sheet } from './grid.ts';
import { findHead } from './head.ts';
import { nominatingBodyIn } from './preface.ts';
import type { Meaning, Wording } from './wording.ts';

/** A label of a form with the cells that hold its value. */
export interface Labelled {
  label: string;
  meaning: Meaning;
  cells: Cell[];
  /** The cell of which the value is a part, where they share one. */
  within?: Cell;
  /** Where the value stands, from 0. */
  row: number;
  column: number;
}

/** Every label of a page with its value, wherever that stands. */
export function labelled(sheet: Sheet, meaningOf: (label: string) => Meaning): Labelled[] {
  const pairs = inCellsOfTheirOwn(sheet, meaningOf);
  return [...pairs, ...behindColons(sheet, pairs, meaningOf)];
}

/** The value is to the right of its label, below it when that fills the row, or behind it on lines of its own. */
function inCellsOfTheirOwn(sheet: Sheet, meaningOf: (label: string) => Meaning): Labelled[] {
  const found: Labelled[] = [];
  for (const { cell, top, bottom, left, right } of distinctCells(sheet)) {
    const { label, rest } = labelOf(cell.text, meaningOf);
    const meaning = meaningOf(label);
    if (label === '' || meaning.kind === 'unknown') continue;
    const base = { label: label.slice(0, 24), meaning };
    if (rest !== '') {
      found.push({ ...base, cells: [{ ...cell, text: rest }], row: top, column: left });
      continue;
    }
    const beside = valuesIn(sheet, top, bottom, right + 1).filter((one) => !isLabel(one, meaningOf));
    const isLast = right + 1 >= columnCount(sheet);
    const below = isLast && left === 0 ? seenAt(sheet, bottom + 1, 0) : undefined;
    if (isLast && below && !isLabel(below, meaningOf))
      found.push({ ...base, cells: [below], row: bottom + 1, column: 0 });
    else if (!isLast) found.push({ ...base, cells: beside, row: top, column: right + 1 });
  }
  return found;
}

/** `职称：工程师` in one cell that is not itself the value of another label. */
function behindColons(sheet: Sheet, pairs: readonly Labelled[], meaningOf: (label: string) => Meaning): Labelled[] {
  const taken = new Set(pairs.flatMap(({ cells }) => cells));
  return distinctCells(sheet).flatMap(({ cell, top, left }) => {
    const parts = /^([^:：\n]{1,40})[:：]\s*(\S.*)$/su.exec(cell.text);
    if (!parts || taken.has(cell) || isLabel(cell, meaningOf)) return [];
    const [, label = '', value = ''] = parts;
    const meaning = meaningOf(label);
    if (meaning.kind === 'unknown') return [];
    const isBody = meaning.kind === 'field' && meaning.key === 'nominatingBody';
    // 推荐单位（盖章）：甲区总工会 年 月 日 holds more than the body.
    const text = isBody ? (nominatingBodyIn([cell.text]) ?? '') : value;
    const name = label.replace(/\s+/gu, '').slice(0, 24);
    return [{ label: name, meaning, cells: [{ ...cell, text }], within: cell, row: top, column: left }];
  });
}

function isLabel({ text }: Cell, meaningOf: (label: string) => Meaning): boolean {
  return meaningOf(labelOf(text, meaningOf).label).kind !== 'unknown';
}

/**
 * What stands left of something, where a label would, and is no word anybody knows. On a form that is still blank the something is an empty cell.
 */
export function unknownLabels(
  sheet: Sheet,
  pairs: readonly Labelled[],
  ofLabel: (label: string) => Meaning,
  { blank = false } = {},
): Labelled[] {
  const used = new Set(pairs.flatMap(({ cells, within }) => (within ? [within] : cells)));
  const under = belowHeads(sheet, ofLabel);
  return distinctCells(sheet).flatMap(({ cell, top, bottom, right }) => {
    const { label, rest } = labelOf(cell.text, ofLabel);
    if (under(top)) return [];
    if (label === '' || rest !== '' || used.has(cell) || isLabel(cell, ofLabel)) return [];
    const values = valuesIn(sheet, top, bottom, right + 1).filter((one) => !used.has(one) && !isLabel(one, ofLabel));
    const isBeforeGap = blank && right + 1 < columnCount(sheet) && valuesIn(sheet, top, bottom, right + 1).length === 0;
    if ((values.length === 0 && !isBeforeGap) || [...label].length > 24) return [];
    // The value of one unknown label is not the next one.
    for (const value of values) used.add(value);
    return [{ label, meaning: { kind: 'unknown' }, cells: values, row: top, column: right + 1 }];
  });
}

/** Rows of a table inside the form, 起止年月 | 何校、何单位学习、工作 | 证明人, down to the next row that begins with a label: nobody's fields. */
function belowHeads(sheet: Sheet, ofLabel: (label: string) => Meaning): (row: number) => boolean {
  const cells = distinctCells(sheet);
  const inRow = (row: number): PlacedCell[] => cells.filter(({ top }) => top === row);
  const isHead = (row: number): boolean => {
    const own = inRow(row);
    return own.length >= 2 && own.every(({ cell }) => isLabel(cell, ofLabel));
  };
  const inside = new Set<number>();
  let open = false;
  for (const row of sheet.rows.keys()) {
    const [first] = inRow(row);
    if (isHead(row)) open = true;
    else if (first && isLabel(first.cell, ofLabel)) open = false;
    else if (open) inside.add(row);
  }
  return (row) => inside.has(row);
}

/** A page is a form, and no list, when labels stand all over it: beside the best head there are others. */
export function isForm(sheet: Sheet, { ofHead, ofLabel }: Wording): boolean {
  if (hasLongHead(sheet, ofHead)) return false;
  const head = findHead(sheet, ofHead);
  // Around a list 填表人：… and 联系电话：… stand in cells of their own and make it no form.
  const pairs = head ? inCellsOfTheirOwn(sheet, ofLabel) : labelled(sheet, ofLabel);
  const inHead = new Set(head?.columns.map((column) => headKey(column.head)));
  const elsewhere = new Set(pairs.map(({ label }) => headKey(label)).filter((label) => !inHead.has(label)));
  return elsewhere.size >= 3;
}

/** 序号, 姓名, 工作单位, 工种 side by side with no value between them; a form may have such a row further down, for the family. */
function hasLongHead(sheet: Sheet, meaningOf: (label: string) => Meaning): boolean {
  const cells = distinctCells(sheet);
  const named = cells.find(({ cell }) => isName(meaningOf(cell.text)));
  if (!named) return false;
  const row = cells.filter(({ top, cell }) => top === named.top && meaningOf(cell.text).kind !== 'unknown');
  const at = row.indexOf(named);
  const joined = (a: PlacedCell | undefined, b: PlacedCell | undefined): boolean =>
    a !== undefined && a.right + 1 === b?.left;
  let [first, last] = [at, at];
  while (joined(row[first - 1], row[first])) first -= 1;
  while (joined(row[last], row[last + 1])) last += 1;
  return last - first >= 3;
}

function isName(meaning: Meaning): boolean {
  return meaning.kind === 'field' && meaning.key === 'name';
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
function labelOf(text: string, meaningOf: (label: string) => Meaning): { label: string; rest: string } {
  const plain = fullHead(text);
  // A label may run over lines, with brackets in its midst.
  if (plain.length <= 60 && /^[^:：]*[(（][^:：]*[)）][^:：]*$/u.test(text) && meaningOf(text).kind !== 'unknown') {
    return { label: text.replace(/\s+/gu, ''), rest: '' };
  }
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
