import { ByteReader } from './byte-reader.ts';
import { lookAtProfile } from './colour-profile.ts';
import { lookAtMetadata } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

const STRUCTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const NAMES: Readonly<Record<string, string>> = { EXIF: 'EXIF', 'XMP ': 'XMP' };

/** Chunks of the RIFF container other than picture and colour, and bytes behind its end. */
export function lookAtWebp({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  const end = 8 + file.u32(4, true);
  for (let at = 12; at < end;) {
    const name = file.name(at);
    const length = file.u32(at + 4, true);
    const body = file.slice(at + 8, at + 8 + length);
    if (name === 'ICCP') lookAtProfile(body, place, looker);
    if (!STRUCTURE.has(name)) lookAtMetadata(NAMES[name] ?? '附加数据', body, place, looker);
    at += 8 + length + (length % 2);
  }
  if (end < file.length) lookAtMetadata('图片结尾之后的内容', bytes.subarray(end), place, looker);
}
