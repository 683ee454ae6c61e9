import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Letter, Rule } from '#pipeline/intake/files/pdf/page-marks.ts';
import { ruledTables } from '#pipeline/intake/files/pdf/ruled-table.ts';

const across = (at: number, from = 0, to = 200): Rule => ({ across: true, at, from, to });
const down = (at: number): Rule => ({ across: false, at, from: 0, to: 60 });
/** Two rows of two cells, 100 wide and 30 high. */
const GRID = [across(0), across(30), across(60), down(0), down(100), down(200)];
/** Letters of 10 points on one line. */
const words = (text: string, x: number, y: number, unseen = false): Letter[] =>
  [...text].map((letter, index) => ({ text: letter, x: x + index * 10, y, width: 10, size: 10, unseen }));

function cells(rules: Rule[], letters: Letter[]): { texts: string[][]; left: string[] } {
  const [table] = ruledTables(rules, letters).tables;
  return {
    texts: (table?.sheet.rows ?? []).map((row) => row.map((cell) => cell?.text ?? '')),
    left: (table?.left ?? []).map(({ code, row, column }) => `${code} ${row} ${column}`),
  };
}

describe('a ruled table of a PDF', () => {
  const letters = [
    ...words('姓名', 10, 20),
    ...words('单位', 110, 20),
    ...words('李明', 10, 50),
    ...words('甲厂', 110, 50),
  ];

  it('is read by its lines', () =>
    assert.deepEqual(cells(GRID, letters), { texts: [['姓名', '单位'], ['李明', '甲厂']], left: [] })); // prettier-ignore

  it('has nothing of what a line goes through, and says where', () =>
    assert.deepEqual(cells([...GRID, across(46.5, 10, 30)], letters), {
      texts: [['姓名', '单位'], ['', '甲厂']],
      left: ['import-text-struck 1 0'],
    })); // prettier-ignore

  it('keeps the letters beside those that are struck out', () =>
    assert.deepEqual(cells([...GRID, across(46, 10, 20)], letters).texts[1], ['明', '甲厂']));

  it('keeps what is underlined', () =>
    assert.deepEqual(cells([...GRID, across(51.5, 10, 30)], letters), cells(GRID, letters)));

  it('has nothing of what is printed and not to be seen, and says where', () =>
    assert.deepEqual(cells(GRID, [...letters, ...words('内部', 140, 50, true)]), {
      texts: [['姓名', '单位'], ['李明', '甲厂']],
      left: ['import-hidden-text 1 1'],
    })); // prettier-ignore
});
