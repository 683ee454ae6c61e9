import { stringify } from 'yaml';

/** A content file as the strict reader wants it: every text quoted, nothing folded, LF. */
export function markdownFile(data: object, paragraphs: readonly string[]): string {
  const yaml = stringify(data, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  return `---\n${yaml}---\n\n${paragraphs.join('\n\n')}\n`.replace(/\n\n\n$/, '\n');
}
