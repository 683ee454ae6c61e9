import { ByteReader } from './byte-reader.ts';
import type { Looker, SourceFile } from './view.ts';

/** Web fonts pass when they carry no block of metadata and no private data (WOFF and WOFF2, sections 7 and 8). */
export function lookAtFont({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  const fields = file.name(0) === 'wOF2' ? [28, 40] : [24, 36];
  if (fields.some((at) => file.u32(at) !== 0)) looker.fault('unknown-binary', place);
}
