import { lookAtTable } from './table.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

/** Markdown: its source, its text without emphasis and link targets, and its tables. */
export function lookAtMarkdown(source: string, where: string, looker: Looker): void {
  lookAtText(source, where, looker);
  const plain = withoutTargets(source).replace(EMPHASIS, '').replace(ESCAPE, '$1');
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

const MOST_LABEL = 200;
const TARGET = /\([^)\n]{0,400}\)/y;

/** Links by their words alone. Looked for from the `](` that every link has: brackets that only open cost nothing. */
function withoutTargets(source: string): string {
  let out = '';
  let done = 0;
  for (let at = source.indexOf(']('); at !== -1; at = source.indexOf('](', Math.max(at + 1, done))) {
    const before = source.slice(Math.max(done, at - MOST_LABEL - 1), at);
    const label = before.slice(Math.max(before.lastIndexOf(']'), before.lastIndexOf('\n')) + 1);
    const open = label.indexOf('[');
    TARGET.lastIndex = at + 1;
    if (open === -1 || !TARGET.test(source)) continue;
    out += source.slice(done, at - label.length + open) + label.slice(open + 1);
    done = TARGET.lastIndex;
  }
  return out + source.slice(done);
}

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
