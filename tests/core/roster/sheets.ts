import type { Cell, Grid, Merge, Sheet } from '#core/roster/grid.ts';

export type Sketch = string | Partial<Cell> | undefined;

/** A sheet of cells of which only what is said matters; `A1:C1` merges. */
export function aSheet(
  rows: Sketch[][],
  more: Partial<Omit<Sheet, 'rows' | 'merges'>> & { merges?: string[] } = {},
): Sheet {
  return {
    name: '汇总表',
    hidden: false,
    hiddenRows: [],
    hiddenColumns: [],
    ...more,
    merges: (more.merges ?? []).map(mergeOf),
    rows: rows.map((row) => row.map(aCell)),
  };
}

export function aGrid(sheets: Sheet[], more: Partial<Grid> = {}): Grid {
  return { format: 'xlsx', outside: [], notices: [], ...more, sheets };
}

function aCell(cell: Sketch): Cell | undefined {
  if (cell === undefined || cell === '') return undefined;
  return typeof cell === 'string' ? { text: cell, kind: 'text' } : { text: '', kind: 'text', ...cell };
}

function mergeOf(range: string): Merge {
  const [, left = '', top, right = '', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const column = (letter: string): number => letter.charCodeAt(0) - 65;
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) };
}
