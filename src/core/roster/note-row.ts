import { line } from '#core/text/tidy.ts';
import { type Cell, columnCount, mergeAt, type Sheet } from './grid.ts';
import type { Head } from './head.ts';
import { listKindOf } from './list-word.ts';

/** The text of a row that is about the list and not of it: notes, totals, group titles, signatures. `undefined` for a person's row. */
export function isNoteRow(sheet: Sheet, row: number, head: Head): string | undefined {
  const filled = filledCells(sheet, row);
  const [first] = filled;
  if (!first) return undefined;
  const text = filled.map(({ cell }) => cell.text).join(' ');
  const name = head.columns.find(({ meaning }) => meaning.kind === 'field' && meaning.key === 'name');
  const named = name && filled.some(({ column, width }) => column === name.from && width <= name.to - name.from + 1);
  const wide = filled.some(({ width }) => width >= 3 && width * 2 > columnCount(sheet));
  if (wide && !named) return text;
  if (filled.length <= 3 && !named && OPENINGS.test(line(first.cell.text))) return text;
  if (filled.length === 1 && listKindOf(text) !== undefined) return text;
  // 二、团队（1个）: no name begins with a number.
  if (filled.length === 1 && /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u.test(line(text)))
    return text;
  if (filled.length === 1 && !(named && line(first.cell.text).length <= 12)) return text;
  return undefined;
}

function filledCells(sheet: Sheet, row: number): { cell: Cell; column: number; width: number }[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column) => {
    const merge = mergeAt(sheet, row, column);
    if (!cell || cell.text.trim() === '' || (merge && (merge.left !== column || merge.top !== row))) return [];
    return [{ cell, column, width: merge ? merge.right - merge.left + 1 : 1 }];
  });
}

const OPENINGS =
  /^(?:注|备注|说明|填表|制表|审核|联系|推荐单位|报送单位|单位[（(:：]|合计|小计|总计|共\s?\d|以上|附|领导|负责人|经办|主管|日期|年\s+月|[（(]?盖章|[一二三四五六七八九十]+、)/u;
