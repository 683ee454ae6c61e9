import { ByteReader } from './byte-reader.ts';
import { lookAtProfile } from './colour-profile.ts';
import { lookAtMetadata } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Frames, tables, restart intervals: the picture itself. */
const STRUCTURE = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, ...range(0xc0, 0xcf)]);
const NAMES: Readonly<Record<number, string>> = { 0xe1: 'EXIF 或 XMP', 0xed: 'IPTC', 0xfe: '图片注释' };

/** Segments other than structure and colour, and bytes behind the end. */
export function lookAtJpeg({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  const profile: Uint8Array[] = [];
  let at = 2;
  for (;;) {
    if (file.u8(at) !== 0xff) throw new RangeError('no marker');
    const marker = file.u8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (marker === END) {
      if (profile.length > 0) lookAtProfile(Buffer.concat(profile), place, looker);
      if (at + 2 < file.length) lookAtMetadata('图片结尾之后的内容', bytes.subarray(at + 2), place, looker);
      return;
    } else if (marker === START || (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) {
      at += 2;
    } else {
      const length = file.u16(at + 2);
      const body = file.slice(at + 4, at + 2 + length);
      if (marker === 0xe2 && isColour(marker, body)) profile.push(body.subarray(14));
      if (!STRUCTURE.has(marker) && marker !== SCAN && !isColour(marker, body)) {
        lookAtMetadata(NAMES[marker] ?? '附加数据', body, place, looker);
      }
      at += 2 + length;
      if (marker === SCAN) at = endOfScan(file, at);
    }
  }
}

/** JFIF without a thumbnail, the ICC profile, Adobe's word on colours. */
function isColour(marker: number, body: Uint8Array): boolean {
  const name = new TextDecoder('latin1').decode(body.subarray(0, 12));
  if (marker === 0xe0) return name.startsWith('JFIF\0') && body.length === 14;
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0');
  return marker === 0xee && name.startsWith('Adobe') && body.length === 12;
}

/** In a scan 0xff is followed by zero, or by a restart marker. */
function endOfScan(file: ByteReader, from: number): number {
  let at = file.bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = file.u8(at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = file.bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  throw new RangeError('no end');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
