import { lookAtTable } from './table.ts';
import { lookAtText } from './text.ts';
import { place, type Looker } from './view.ts';

/** Markdown: its source, its text without emphasis and link targets, and its tables. */
export function lookAtMarkdown(source: string, where: string, looker: Looker): void {
  lookAtText(source, where, looker);
  const plain = source.replace(LINK, '$1').replace(EMPHASIS, '').replace(ESCAPE, '$1');
  if (plain !== source) looker.text(place(where, '正文'), plain, true);
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 1) lookAtTable(rows, place(where, '表格'), looker, true);
    rows = [];
  };
  for (const line of source.split('\n')) {
    if (!line.includes('|')) close();
    else if (!/^[\s|:-]+$/.test(line)) rows.push(cells(line));
  }
  close();
}

const LINK = /\[([^\]\n]{0,200})\]\([^)\n]{0,400}\)/g;
/** Four stars hide digits. */
const EMPHASIS = /(?<!\*)\*{1,3}(?!\*)|(?<!_)_{2,3}(?!_)|~~|`/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
