import { lines } from '#core/text/tidy.ts';

/**
 * Long texts: a cell holds plain text, one paragraph a line, the person's file Markdown in which the same characters show. A line that
 * begins with `### ` or `#### ` is a heading in both; texts with more structure keep their Markdown behind a line 〔Markdown〕.
 */

export function markdownOf(cell: string): string {
  const [first, ...rest] = cell.split(/\r\n?|\n/u);
  if (first?.trim() === RAW) return rest.join('\n').trim();
  return lines(cell)
    .map((paragraph) => {
      const heading = /^(#{3,4}) (.+)$/u.exec(paragraph);
      return heading ? `${heading[1]} ${escaped(heading[2] ?? '')}` : escaped(paragraph);
    })
    .join('\n\n');
}

export function cellOf(markdown: string): string {
  const plain = markdown
    .split(/\n{2,}/u)
    .map((block) => block.replace(/\\([!-/:-@[-`{-~])/gu, '$1'))
    .join('\n');
  return markdownOf(plain) === markdown ? plain : `${RAW}\n${markdown}`;
}

const RAW = '〔Markdown〕';

/** Whatever CommonMark could take for markup gets a backslash; everything else stays as it is. */
function escaped(paragraph: string): string {
  return paragraph
    .replace(/[\\`*_[\]<]/gu, '\\$&')
    .replace(/&(?=[a-z0-9]+;|#)/giu, '\\&')
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|~{3}|-(?=[\s-]*$))/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/(^|\s)(#+)$/u, '$1\\$2');
}
