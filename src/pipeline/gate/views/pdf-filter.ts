import { constants, inflateSync } from 'node:zlib';

/** Undoes one filter of a PDF stream (ISO 32000-1, 7.4); nothing for those of pictures, which hold no text. */
export function unfiltered(name: string, bytes: Uint8Array, most: number): Uint8Array | undefined {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      // Cut streams are read as far as they go, as viewers do.
      return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) });
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(
        latin1
          .decode(bytes)
          .split('>')[0]
          ?.replace(/[^0-9A-Fa-f]/g, '') ?? '',
        'hex',
      );
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes);
    case 'RunLengthDecode':
    case 'RL':
      return runLength(bytes, most);
    case 'LZWDecode':
    case 'LZW':
      return lzw(bytes, most);
    default:
      return undefined;
  }
}

const latin1 = new TextDecoder('latin1');

function ascii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    const count = group.length;
    if (count < 2) return;
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < count - 1; index += 1) out.push(Math.floor(value / 256 ** (3 - index)) & 255);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) flush();
  }
  flush();
  return Uint8Array.from(out);
}

function runLength(bytes: Uint8Array, most: number): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length && out.length < most;) {
    const length = bytes[at++] ?? 128;
    if (length === 128) break;
    if (length < 128) for (let index = 0; index <= length; index += 1) out.push(bytes[at++] ?? 0);
    else {
      for (let index = 0; index < 257 - length; index += 1) out.push(bytes[at] ?? 0);
      at += 1;
    }
  }
  return Uint8Array.from(out);
}

function lzw(bytes: Uint8Array, most: number): Uint8Array {
  const out: number[] = [];
  let table: number[][] = [];
  let width = 9;
  let bits = 0;
  let held = 0;
  let previous: number[] | undefined;
  const clear = (): void => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []));
    width = 9;
    previous = undefined;
  };
  clear();
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffffff;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === 257 || out.length > most) break;
    if (code === 256) {
      clear();
      continue;
    }
    const entry: number[] = table[code] ?? (previous ? [...previous, previous[0] ?? 0] : []);
    for (const value of entry) out.push(value);
    if (previous && table.length < 4096) table.push([...previous, entry[0] ?? 0]);
    previous = entry;
    width = table.length >= 2047 ? 12 : table.length >= 1023 ? 11 : table.length >= 511 ? 10 : 9;
  }
  return Uint8Array.from(out);
}
