import { fullHead, headKey, line } from '#core/text/tidy.ts';
import { type Cell, mergeAt, type Sheet } from './grid.ts';

/** What a list writes of names in more or in less than one cell, as one 姓名: 姓 and 名 apart, 姓名（性别） together. */
export function withPlainNames(sheet: Sheet): Sheet {
  return withNamesAlone(withWholeNames(sheet));
}

/** Under a head that announces it, （女） behind a name is no part of it; where nothing announces it, it is asked about. */
function withNamesAlone(sheet: Sheet): Sheet {
  const isLaden = (cell: Cell | undefined): boolean => LADEN.test(fullHead(cell?.text ?? ''));
  const head = sheet.rows.slice(0, 30).findIndex((cells) => cells.some(isLaden));
  if (head < 0) return sheet;
  const columns = new Set((sheet.rows[head] ?? []).flatMap((cell, at) => (isLaden(cell) ? [at] : [])));
  const rows = sheet.rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (!cell || row < head || !columns.has(column)) return cell;
      return { ...cell, text: isLaden(cell) ? '姓名' : nameAlone(cell.text) };
    }),
  );
  return { ...sheet, rows };
}

/** Only where all behind the name is of the kinds that may be announced: anything else stays, and is asked about. */
function nameAlone(text: string): string {
  const [, name, rest] =
    /^\s*([\p{Script=Han}\p{Script=Latin}·•‧・]+?)[\s(（[【/、,，:：]+(\S.*?)[)）\]】\s]*$/su.exec(text) ?? [];
  return name !== undefined && rest !== undefined && BEHIND.test(rest) ? name : text;
}

const KINDS =
  '(?:性别|民族|年龄|出生年月(?:日)?|(?:公民)?身份证(?:件)?(?:号码?)?|联系?电话|手机(?:号码?)?|联系方式|政治面貌)';
/** 姓名（性别）, 姓名/性别/民族, 姓名及身份证号. */
const LADEN = new RegExp(`^姓名(?:[(/、,，及和与[]|)${KINDS}(?:[/、,，及和与]?${KINDS})*[)\\]]?$`, 'u');
const BEHIND =
  /^(?:(?:男|女|\p{Script=Han}{1,7}族|中共党员|共产党员|党员|团员|群众|\d{1,3}岁?|\d{4}[年./-]\d{1,2}(?:[月./-]\d{0,2}日?)?|[\dXx*-]{6,20})[\s、,，/;；]*)+$/u;

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
