import { inflateSync } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { lookAtPngProfile } from './colour-profile.ts';
import { lookAtMetadata } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

/** The picture, its palette, its colours, its movement: PNG third edition. */
const STRUCTURE = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);
const NAMES: Readonly<Record<string, string>> = {
  eXIf: 'EXIF',
  tEXt: '文字块',
  zTXt: '文字块',
  iTXt: '文字块',
  tIME: '时间',
};

/** Chunks other than structure and colour, and bytes behind the end. */
export function lookAtPng({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  for (let at = 8; ;) {
    const length = file.u32(at);
    const name = file.name(at + 4);
    const body = file.slice(at + 8, at + 8 + length);
    at += 12 + length;
    if (name === 'iCCP') lookAtPngProfile(body, place, looker);
    if (!STRUCTURE.has(name)) lookAtMetadata(NAMES[name] ?? '附加数据', unpacked(name, body), place, looker);
    if (name !== 'IEND') continue;
    if (length > 0) lookAtMetadata('附加数据', body, place, looker);
    if (at < file.length) lookAtMetadata('图片结尾之后的内容', bytes.subarray(at), place, looker);
    return;
  }
}

/** zTXt and iTXt may be compressed; what cannot be unpacked is a finding as it is. */
function unpacked(name: string, body: Uint8Array): Uint8Array {
  const keyword = body.indexOf(0);
  if (keyword === -1 || (name !== 'zTXt' && name !== 'iTXt')) return body;
  let from = keyword + 2;
  if (name === 'iTXt') {
    if (body[keyword + 1] === 0) return body;
    from = body.indexOf(0, body.indexOf(0, keyword + 3) + 1) + 1;
  }
  try {
    return Buffer.concat([
      body.subarray(0, keyword),
      Buffer.from('\n'),
      inflateSync(body.subarray(from), { maxOutputLength: 1 << 20 }),
    ]);
  } catch {
    return body;
  }
}
