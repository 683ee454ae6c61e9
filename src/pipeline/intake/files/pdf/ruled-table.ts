import type { Cell, Merge, Sheet } from '#core/roster/grid.ts';
import { textOf } from './cell-lines.ts';
import type { Letter, Rule } from './page-marks.ts';

/** A table of a page with its lines, in points from the upper left. */
export interface RuledTable {
  /** The lines between the columns, from left to right. */
  columns: number[];
  top: number;
  sheet: Sheet;
  /** Cells with letters that are printed and not to be seen, or that a line goes through. */
  left: { row: number; column: number; code: 'import-hidden-text' | 'import-text-struck' }[];
}

/** Two lines nearer than this are one drawn twice. */
const NEAR = 2;

/** The tables of a page by the lines that are drawn: who stands between the same lines stands in one cell. */
export function ruledTables(
  rules: readonly Rule[],
  letters: readonly Letter[],
): { tables: RuledTable[]; rest: Letter[] } {
  let rest = [...letters];
  const tables: RuledTable[] = [];
  for (const group of groupsOf(rules)) {
    const columns = places(group.filter(({ across }) => !across));
    const rows = places(group.filter(({ across }) => across));
    if (columns.length < 2 || rows.length < 2) continue;
    const [left = 0, right = 0, top = 0, bottom = 0] = [columns[0], columns.at(-1), rows[0], rows.at(-1)];
    const inside = (letter: Letter): boolean => {
      const [x, y] = middle(letter);
      return x > left && x < right && y > top && y < bottom;
    };
    const made = tableOf(group, columns, rows, rest.filter(inside), (letter) =>
      rules.some((rule) => isThrough(rule, letter)),
    );
    if (!made) continue;
    rest = rest.filter((letter) => !inside(letter));
    tables.push(made);
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

function tableOf(
  rules: readonly Rule[],
  columns: readonly number[],
  rows: readonly number[],
  letters: readonly Letter[],
  isStruck: (letter: Letter) => boolean,
): RuledTable | undefined {
  const [wide, high] = [columns.length - 1, rows.length - 1];
  const isDrawn = (across: boolean, at: number, middleOf: number): boolean =>
    rules.some(
      (rule) =>
        rule.across === across && Math.abs(rule.at - at) <= NEAR && rule.from <= middleOf && rule.to >= middleOf,
    );
  const areas: Merge[] = [];
  const owner = new Map<number, Merge>();
  const key = (row: number, column: number): number => row * wide + column;
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      if (owner.has(key(row, column))) continue;
      let right = column;
      const y = between(rows, row);
      while (right + 1 < wide && !owner.has(key(row, right + 1)) && !isDrawn(false, columns[right + 1] ?? 0, y))
        right += 1;
      let bottom = row;
      const x = between(columns, column);
      while (bottom + 1 < high && !isDrawn(true, rows[bottom + 1] ?? 0, x)) bottom += 1;
      const area = { top: row, left: column, bottom, right };
      areas.push(area);
      for (let down = row; down <= bottom; down += 1)
        for (let over = column; over <= right; over += 1) owner.set(key(down, over), area);
    }
  }
  const byArea = new Map<Merge, Letter[]>();
  for (const letter of letters) {
    const [x, y] = middle(letter);
    const area = owner.get(key(lastBefore(rows, y), lastBefore(columns, x)));
    if (area) byArea.set(area, [...(byArea.get(area) ?? []), letter]);
  }
  const texts = new Map<Merge, Cell>();
  const left: RuledTable['left'] = [];
  for (const [area, own] of byArea) {
    const printed = own.filter((letter) => !letter.unseen);
    const seen = printed.filter((letter) => letter.text.trim() === '' || !isStruck(letter));
    const at = { row: area.top, column: area.left };
    if (printed.length < own.length) left.push({ ...at, code: 'import-hidden-text' });
    if (seen.length < printed.length) left.push({ ...at, code: 'import-text-struck' });
    const edges = { left: columns[area.left] ?? 0, right: columns[area.right + 1] ?? 0 };
    texts.set(area, { text: textOf(seen, edges), kind: 'text' });
  }
  const cells = Array.from({ length: high }, (_, top) =>
    Array.from({ length: wide }, (_, side) => {
      const area = owner.get(key(top, side));
      return area?.top === top && area.left === side ? texts.get(area) : undefined;
    }),
  );
  const merges = areas.filter(({ top, left, bottom, right }) => bottom > top || right > left);
  const sheet = { name: '', hidden: false, rows: cells, hiddenRows: [], hiddenColumns: [], merges };
  return { columns: [...columns], sheet, left, top: rows[0] ?? 0 };
}

/** Lines that touch belong to one table. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules.slice(0, MOST_RULES)) {
    const touching = groups.filter((group) => group.some((other) => isTouching(rule, other)));
    const joined = [rule, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.filter(({ length }) => length >= 4);
}

const MOST_RULES = 6000;

function isTouching(a: Rule, b: Rule): boolean {
  if (a.across === b.across) return Math.abs(a.at - b.at) <= NEAR && a.from <= b.to + NEAR && b.from <= a.to + NEAR;
  return a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;
}

function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b)) {
    if (at - (found.at(-1) ?? -Infinity) > NEAR) found.push(at);
  }
  return found;
}

/** A line through the middle of a letter strikes it out; one below it is drawn under it, and those of the table go round it. */
function isThrough({ across, at, from, to }: Rule, { x, y, width, size }: Letter): boolean {
  return across && at < y - size * 0.1 && at > y - size * 0.6 && from <= x + width * 0.3 && to >= x + width * 0.7;
}

function between(places: readonly number[], index: number): number {
  return ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;
}

function lastBefore(places: readonly number[], at: number): number {
  return places.findLastIndex((place) => place <= at);
}

function middle({ x, y, width, size }: Letter): [number, number] {
  return [x + width / 2, y - size * 0.35];
}
