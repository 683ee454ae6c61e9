import { ByteReader } from './byte-reader.ts';
import type { Looker, SourceFile } from './view.ts';

/** favicon.ico: each picture is a PNG, looked at as such, or a bitmap, and the pictures fill the file. */
export function lookAtIcon({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  const count = file.u16(4, true);
  let end = 6 + 16 * count;
  for (let index = 0; index < count; index += 1) {
    const entry = 6 + 16 * index;
    const from = file.u32(entry + 12, true);
    const picture = file.slice(from, from + file.u32(entry + 8, true));
    end = Math.max(end, from + picture.length);
    if (picture[0] === 0x89) looker.file({ name: 'icon.png', bytes: picture, place });
  }
  if (end < file.length) looker.fault('image-metadata', place);
}
