/**
 * A spreadsheet evaluates a CSV cell that begins like a formula, quoted or not, and rounds or trims long numbers (OWASP ASVS 1.2.10).
 * An apostrophe in front keeps it text; the importer takes exactly that apostrophe off again.
 */
export function guarded(text: string): string {
  return NEEDS_GUARD.test(text) ? `'${text}` : text;
}

/** The inverse of `guarded`; any other apostrophe is the office's own. */
export function unguarded(text: string): string {
  return text.startsWith("'") && NEEDS_GUARD.test(text.slice(1)) ? text.slice(1) : text;
}

/** Formula signs, also full-width; numbers of 12 digits or more, or with a zero in front; and what already looks guarded. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NEEDS_GUARD = /^'*(?:[=+\-@＝＋－＠\t\r\n\u0000]|\d{12,}$|0\d+$)/;

/** Rows → CSV as Excel for Chinese opens it: UTF-8 with its mark, every cell quoted, rows ended by CR LF. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}
