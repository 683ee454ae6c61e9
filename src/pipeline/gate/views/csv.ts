import { lookAtTable } from './table.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

/** A table in text: comma, semicolon, tab or bar between the cells, quotes around them at will. */
export function lookAtCsv(source: string, where: string, looker: Looker): void {
  lookAtText(source, where, looker);
  lookAtTable(rowsOf(source, separator(source)), place(where, '表格'), looker);
}

function separator(source: string): string {
  const first = source.slice(0, 2000);
  const counts = [',', '\t', ';', '|', '，'].map((sign) => [sign, first.split(sign).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function rowsOf(source: string, sign: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') cell += source[++at] ?? '';
      else quoted = false;
    } else if (character === '"' && cell === '') {
      quoted = true;
    } else if (character === sign || character === '\n') {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (character === '\n') rows.push([]);
    } else {
      cell += character;
    }
  }
  rows.at(-1)?.push(cell.trim());
  return rows;
}
