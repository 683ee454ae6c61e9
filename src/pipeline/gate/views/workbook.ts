import { lookAtTable } from './table.ts';
import { type Looker, place } from './view.ts';

const utf8 = new TextDecoder('utf-8');
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** The sheets of a workbook as tables, hidden ones too, so that a value is seen under its head. Parts and comments are looked at as XML. */
export function lookAtWorkbook(parts: Readonly<Record<string, Uint8Array>>, where: string, looker: Looker): void {
  const shared = strings(utf8.decode(parts['xl/sharedStrings.xml'] ?? new Uint8Array()));
  for (const [name, bytes] of Object.entries(parts)) {
    if (!SHEET.test(name)) continue;
    const rows = rowsOf(utf8.decode(bytes), shared);
    lookAtTable(
      rows.map((row) => withBirthDates(row, rows[0] ?? [])),
      place(where, name, '表格'),
      looker,
    );
  }
}

function strings(source: string): string[] {
  return source
    .split(/<si\b/)
    .slice(1)
    .map((item) => textOf(item.slice(item.indexOf('>') + 1)));
}

function rowsOf(source: string, shared: readonly string[]): string[][] {
  return source
    .split(/<row\b/)
    .slice(1)
    .map((row) => {
      const cells: string[] = [];
      for (const cell of row.split(/<c\b/).slice(1)) {
        const head = cell.slice(0, cell.indexOf('>') + 1);
        const value = textOf(cell.slice(head.length).split('</c>')[0] ?? '');
        const column = columnOf(/\br="([A-Z]{1,3})[0-9]/.exec(head)?.[1]) ?? cells.length;
        while (cells.length < column) cells.push('');
        cells.push(/\bt="s"/.test(head) ? (shared[Number(value)] ?? '') : written(value));
      }
      return cells;
    });
}

/** A date is stored as a count of days since 1899-12-30; under 出生日期 it is read as one. */
function withBirthDates(row: readonly string[], head: readonly string[]): string[] {
  return row.map((cell, column) => {
    if (!/^[1-4][0-9]{4}$/.test(cell) || !/出生|生日|birth/i.test(head[column] ?? '')) return cell;
    return new Date(Date.UTC(1899, 11, 30 + Number(cell))).toISOString().slice(0, 10);
  });
}

/** A long number is stored as 1.3800000000E10. */
function written(value: string): string {
  return /^[0-9.]+E\+?[0-9]+$/i.test(value) ? String(Number(value)) : value;
}

function columnOf(letters: string | undefined): number | undefined {
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= 16_384 ? column - 1 : undefined;
}

/** Formulas stand before the value; phonetic hints and formatting go. Character references are undone by the detector. */
function textOf(xml: string): string {
  return xml.replace(/<f\b[^>]{0,400}>[^<]{0,8000}<\/f>/g, '').replace(/<[^>]{0,400}>/g, '');
}
