import { unguarded } from '#core/formats/csv.ts';
import type { Cell, Grid } from '#core/roster/grid.ts';

export type CsvFault = { code: 'import-encoding' | 'import-quotes'; line?: number };

/**
 * CSV as Excel and WPS write it: UTF-8 or GB18030, commas, semicolons or tabs, quotes with line breaks inside.
 *
 * Not read with csv-parse, which agrees in all else (`csv-beside-another.test.ts`): it shows the quotes of `"王磊"先生`, which Excel does
 * not, and of a quote that nobody closes it tells the last line, where an office has to be sent to the first.
 */
export function readCsv(bytes: Uint8Array): Grid | CsvFault {
  const whole = decoded(bytes);
  if (whole === undefined) return { code: 'import-encoding' };
  // Excel's own first line, which it does not show.
  const [, told] = /^sep=(.)(?=\r?\n)/iu.exec(whole) ?? [];
  const text = told === undefined ? whole : whole.replace(/^sep=./iu, '');
  const rows = rowsOf(text, told ?? delimiterOf(text));
  if (typeof rows === 'number') return { code: 'import-quotes', line: rows };
  const sheet = {
    name: '',
    hidden: false,
    rows: rows.map((row) => row.map(cellOf)),
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
  };
  return { format: 'csv', sheets: [sheet], outside: [], notices: [] };
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : (unmarkedUtf16(bytes) ?? []);
  for (const encoding of [...marked, 'utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}

/**
 * UTF-16 whose mark was lost: one of every two bytes of commas, digits and line ends is zero, and always the same one. Nothing else that
 * is text has zeros.
 */
export function unmarkedUtf16(bytes: Uint8Array): ['utf-16le'] | ['utf-16be'] | undefined {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, 4096).includes(0)) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
    const plain = /^[\t\r\n\u0020-\u007E\p{Script=Han}\p{P}\p{S}\p{Zs}\p{N}\p{Script=Latin}]*$/u;
    if (plain.test(text) && /[,;\t]/u.test(text) && /\p{Script=Han}/u.test(text)) return [encoding];
  }
  return undefined;
}

/** The sign that stands most often outside quotes in the first rows. */
function delimiterOf(text: string): string {
  const outside = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/gu, '');
  const count = (sign: string): number => outside.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Rows of fields, or the line on which a quote was opened that nobody closed. */
function rowsOf(text: string, delimiter: string): string[][] | number {
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  let at = 0;
  while (at <= text.length) {
    let field: string;
    if (text[at] === '"') {
      const end = closing(text, at);
      if (end < 0) return line;
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else field = '';
    const until = endOfField(text, at, delimiter);
    // Behind a closing quote stands nothing, or what a careless program left.
    row.push(field + text.slice(at, until));
    line += (field.match(/\n/gu) ?? []).length;
    if (text[until] === delimiter) at = until + 1;
    else {
      if (row.length > 1 || row[0] !== '' || until < text.length) rows.push(row);
      row = [];
      line += 1;
      at = text.startsWith('\r\n', until) ? until + 2 : until + 1;
    }
  }
  return rows;
}

function closing(text: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || text[at + 1] !== '"') return at;
  }
}

function endOfField(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

/** `="0012"` is how people keep Excel from reading a number; an apostrophe is how the export keeps it from reading a formula. */
function cellOf(field: string): Cell {
  const forced = /^="((?:[^"]|"")*)"$/u.exec(field)?.[1];
  return { text: forced ?? unguarded(field), kind: 'text' };
}
