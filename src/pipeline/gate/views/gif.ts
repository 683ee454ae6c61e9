import { ByteReader } from './byte-reader.ts';
import { lookAtMetadata } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
/** Looping, and the colour profile. */
const APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/** Comments, plain text, application data other than looping, and bytes behind the trailer. */
export function lookAtGif({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  let at = 13 + colours(file.u8(10));
  for (;;) {
    const block = file.u8(at);
    if (block === TRAILER) {
      if (at + 1 < file.length) lookAtMetadata('图片结尾之后的内容', bytes.subarray(at + 1), place, looker);
      return;
    }
    if (block === IMAGE) {
      at = endOfBlocks(file, at + 11 + colours(file.u8(at + 9)));
    } else if (block === EXTENSION) {
      const label = file.u8(at + 1);
      const end = endOfBlocks(file, at + 2);
      const known = label === 0xf9 || (label === 0xff && APPLICATIONS.has(file.name(at + 3, 11)));
      if (!known) lookAtMetadata(label === 0xfe ? '图片注释' : '附加数据', file.slice(at + 2, end), place, looker);
      at = end;
    } else {
      throw new RangeError('no block');
    }
  }
}

/** Bytes of the colour table that a packed field announces. */
function colours(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function endOfBlocks(file: ByteReader, from: number): number {
  let at = from;
  while (file.u8(at) !== 0) at += 1 + file.u8(at);
  return at + 1;
}
