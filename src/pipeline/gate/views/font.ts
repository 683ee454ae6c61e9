import { ByteReader } from './byte-reader.ts';
import type { Looker, SourceFile } from './view.ts';

/** Web fonts pass when they carry no block of metadata and no private data (WOFF and WOFF2, sections 7 and 8). */
export function lookAtWebFont({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  const fields = file.name(0) === 'wOF2' ? [28, 40] : [24, 36];
  if (fields.some((at) => file.u32(at) !== 0)) looker.fault('unknown-binary', place);
}

/** TrueType and OpenType: the texts of the table `name`. */
export function lookAtFont({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  for (let table = 0; table < file.u16(4); table += 1) {
    const entry = 12 + 16 * table;
    if (file.name(entry) !== 'name') continue;
    const texts = file.slice(file.u32(entry + 8), file.u32(entry + 8) + file.u32(entry + 12));
    for (const encoding of ['utf-16be', 'latin1']) looker.pieces(place, [new TextDecoder(encoding).decode(texts)]);
  }
}
