import { crc32 } from 'node:zlib';

/** A name as it stands in a ZIP's directory. */
export interface RawName {
  raw: Uint8Array;
  /** General purpose bit 11: the name is UTF-8 (PKWARE APPNOTE 4.4.4). */
  utf8: boolean;
  extra: Uint8Array;
}

/**
 * What the names say. Chinese Windows packs them in GBK and says nothing; macOS and many phones pack UTF-8 and say nothing either. All
 * names of one ZIP come from one program: where every unmarked one is UTF-8 they are, else all are GB 18030. `undefined` where a name is neither.
 */
export function zipNames(names: readonly RawName[]): (string | undefined)[] {
  const unmarked = names.filter((name) => !name.utf8 && unicodePath(name) === undefined);
  const encoding = unmarked.every(({ raw }) => decoded('utf-8', raw) !== undefined) ? 'utf-8' : 'gb18030';
  return names.map((name) => {
    const text = unicodePath(name) ?? decoded(name.utf8 ? 'utf-8' : encoding, name.raw);
    // Windows' own packer writes backslashes.
    return text?.replaceAll('\\', '/').normalize('NFC');
  });
}

/** Info-ZIP Unicode Path (0x7075): version, CRC of the plain name, the name in UTF-8; stale when the CRC differs (APPNOTE 4.6.9). */
function unicodePath({ raw, extra }: RawName): string | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const field = extra.subarray(at + 4, at + 4 + size);
    if (id === 0x7075 && field.length > 5 && field[0] === 1 && view.getUint32(at + 5, true) === crc32(raw))
      return decoded('utf-8', field.subarray(5));
    at += 4 + size;
  }
  return undefined;
}

function decoded(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
