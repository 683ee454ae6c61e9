import { there } from '#tests/there.ts';
import type { Draft } from './campaign-draft.ts';

/** The list as Excel saves it: 「CSV UTF-8」 with its mark, or 「CSV」 in the Chinese code page. */
export function csvOf({ notes, heads, rows }: Draft, encoding: 'utf-8' | 'gb18030'): Uint8Array {
  const text = [...notes.map((note) => [note]), heads, ...rows]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
  return encoding === 'utf-8' ? Buffer.from(`\uFEFF${text}\r\n`) : gb18030(`${text}\r\n`);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Node decodes GB 18030 but does not write it: the decoder, turned round. */
export function gb18030(text: string): Uint8Array {
  table ??= turned();
  return Buffer.concat([...text].map((character) => bytesOf(character, there(table))));
}

let table: Map<string, Buffer> | undefined;

function bytesOf(character: string, known: ReadonlyMap<string, Buffer>): Buffer {
  if (character < '\u0080') return Buffer.from(character);
  const found = known.get(character);
  if (!found) throw new Error(`not in the table: U+${character.codePointAt(0)?.toString(16)}`);
  return found;
}

/** Two bytes, then four bytes of the basic plane; the shorter form wins. */
function turned(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, Buffer>();
  const add = (...bytes: number[]): void => {
    const code = Buffer.from(bytes);
    const character = decoder.decode(code);
    if ([...character].length === 1 && character !== '\uFFFD' && !map.has(character)) map.set(character, code);
  };
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) add(first, second);
  for (let first = 0x81; first <= 0x84; first += 1)
    for (let second = 0x30; second <= 0x39; second += 1)
      for (let third = 0x81; third <= 0xfe; third += 1)
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) add(first, second, third, fourth);
  return map;
}
