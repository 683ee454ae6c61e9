import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { exportCommand } from '#pipeline/intake/sheet/export-command.ts';
import { aFolder, given, ROUND } from '#tests/office.ts';
import { there } from '#tests/there.ts';

/** The export of a round, as bytes. */
export async function exported(content: string, name: string, round = ROUND): Promise<Buffer> {
  const out = join(await aFolder(), name);
  await exportCommand.run(given({ content, round, out }));
  return readFile(out);
}

/** The first sheet's cells as text. */
export async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readXlsx(bytes);
  return there(sheets[0]).rows.map((row) => row.map((cell) => String(cell ?? '')));
}

/** RFC 4180, nothing else: quotes doubled, rows ended by CR LF. */
export function parsedCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const rows: string[][] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  let row: string[] = [];
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(there(match[1]).replaceAll('""', '"'));
    if (match[2] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (cell.lastIndex === text.length) return rows;
  }
  throw new Error('not a CSV file');
}
