import { fullHead, headKey, line } from '#core/text/tidy.ts';
import { type Cell, mergeAt, type Sheet } from './grid.ts';

/** What a list writes of names in more or in less than one cell, as one 姓名: 姓 and 名 apart, 姓名（性别） together. */
export function withPlainNames(sheet: Sheet): Sheet {
  return withoutSex(withWholeNames(sheet));
}

/** Under a head that announces it, （女） behind a name is no part of it; where nothing announces it, it is asked about. */
function withoutSex(sheet: Sheet): Sheet {
  const head = sheet.rows
    .slice(0, 30)
    .findIndex((cells) => cells.some((cell) => SEXED.test(fullHead(cell?.text ?? ''))));
  if (head < 0) return sheet;
  const columns = new Set(
    (sheet.rows[head] ?? []).flatMap((cell, at) => (SEXED.test(fullHead(cell?.text ?? '')) ? [at] : [])),
  );
  const rows = sheet.rows.map((cells, row) =>
    cells.map((cell, column) =>
      cell && row > head && columns.has(column) ? { ...cell, text: cell.text.replace(SEX, '') } : cell,
    ),
  );
  return { ...sheet, rows };
}

const SEXED = /^姓名[(/、]?性别\)?$/u;
const SEX = /\s*[(（/、]?\s*[男女]\s*(?:[,，、]\s*\p{Script=Han}{1,7}族\s*)?[)）]?\s*$/u;

/** 姓 and 名 in cells of their own, side by side under one head row, become one 姓名; anything less plain stays as it is. */
function withWholeNames(sheet: Sheet): Sheet {
  const place = placeOfParts(sheet);
  if (!place) return sheet;
  const { row: head, column } = place;
  const rows = sheet.rows.map((cells, row) => {
    if (row < head) return cells;
    const [family, given] = [cells[column], cells[column + 1]];
    if (!family && !given) return cells;
    const text = row === head ? '姓名' : `${line(family?.text ?? '')}${line(given?.text ?? '')}`;
    const whole: Cell = { kind: 'text', ...given, ...family, text };
    return cells.map((cell, index) => (index === column ? whole : index === column + 1 ? undefined : cell));
  });
  return { ...sheet, rows };
}

function placeOfParts(sheet: Sheet): { row: number; column: number } | undefined {
  for (const [row, cells] of sheet.rows.slice(0, 30).entries()) {
    const column = cells.findIndex(
      (cell, index) => headKey(cell?.text ?? '') === '姓' && headKey(cells[index + 1]?.text ?? '') === '名',
    );
    if (column < 0) continue;
    const hidden = [column, column + 1].some((one) => sheet.hiddenColumns.includes(one));
    const merged = sheet.rows.some(
      (_, below) => below >= row && (mergeAt(sheet, below, column) ?? mergeAt(sheet, below, column + 1)),
    );
    return hidden || merged ? undefined : { row, column };
  }
  return undefined;
}
