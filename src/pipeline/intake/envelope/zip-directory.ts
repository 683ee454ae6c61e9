import { type ByteSource, inflating } from './byte-source.ts';
import { type RawName, zipNames } from './zip-names.ts';

/** One file inside a ZIP. */
export interface ZipEntry {
  /** With `/` between folders. */
  name: string;
  size: number;
  encrypted: boolean;
  /** Why nobody should open it, in an office's words. */
  unsafe?: string;
  open: () => Promise<ByteSource | undefined>;
}

/** A source that can be read anywhere, not only from front to back, and opened again. */
export interface ZipSource {
  size: number;
  piece: (from: number, length: number) => Promise<Uint8Array>;
  stretch: (from: number, size: number) => Promise<ByteSource>;
}

export class ZipFault extends Error {}

const MOST_ENTRIES = 5000;
const MOST_DIRECTORY = 8 * 1024 * 1024;
/** Text and tables pack well, pictures and films hardly at all: beyond this only zeros do. */
const MOST_RATIO = 200;
const RATIO_FROM = 1024 * 1024;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

/**
 * The files of a ZIP by its central directory; nothing is unpacked.
 * @param most how many files it may have
 * @throws ZipFault in an office's words
 */
export async function zipDirectory(zip: ZipSource, most = MOST_ENTRIES): Promise<ZipEntry[]> {
  const { count, start, size } = await endOf(zip);
  if (count > most) throw new ZipFault(`里面的文件超过 ${most} 个`);
  if (size > MOST_DIRECTORY || start + size > zip.size) throw new ZipFault('目录已损坏');
  const directory = await zip.piece(start, size);
  const view = viewOf(directory);
  const found: (RawEntry & RawName)[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== CENTRAL) throw new ZipFault('目录已损坏');
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const flags = view.getUint16(at + 8, true);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    found.push({
      raw: directory.subarray(at + 46, at + 46 + nameLength),
      utf8: (flags & 0x800) !== 0,
      extra,
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      ...largeFields(extra, {
        size: view.getUint32(at + 24, true),
        packed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      }),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  const names = zipNames(found);
  return found
    .map((raw, index) => entryOf(zip, raw, names[index]))
    .filter(({ name, unsafe }) => unsafe !== undefined || !name.endsWith('/'));
}

interface RawEntry {
  encrypted: boolean;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

function entryOf(zip: ZipSource, raw: RawEntry, named: string | undefined): ZipEntry {
  const { size, packed, method, encrypted, offset } = raw;
  const unsafe = unsafeReason(raw, named);
  return {
    name: named ?? '（文件名读不出）',
    size,
    encrypted,
    ...(unsafe !== undefined && { unsafe }),
    open: async () => {
      const head = viewOf(await zip.piece(offset, 30));
      if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) return undefined;
      const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
      if (start + packed > zip.size) return undefined;
      const source = await zip.stretch(start, packed);
      return method === 0 ? source : inflating(source, size);
    },
  };
}

function unsafeReason({ method, size, packed }: RawEntry, name: string | undefined): string | undefined {
  if (name === undefined) return '文件名的编码既不是 UTF-8 也不是 GBK';
  if (/^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/u.test(name)) return '文件名指向别处';
  if (method !== 0 && method !== 8 && method !== 99) return '用了不认识的压缩方法';
  if (method === 0 && packed !== size) return '所写的大小不符';
  return size > RATIO_FROM && size > packed * MOST_RATIO ? '压缩比异常' : undefined;
}

/** ZIP64 (APPNOTE 4.5.3): an envelope with films passes four gigabytes. */
function largeFields<T extends { size: number; packed: number; offset: number }>(extra: Uint8Array, fields: T): T {
  const view = viewOf(extra);
  const large = { ...fields };
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (large[key] !== 0xffffffff || from + 8 > extra.length) continue;
      large[key] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  return large;
}

async function endOf(zip: ZipSource): Promise<{ count: number; start: number; size: number }> {
  const from = Math.max(0, zip.size - 65_557);
  const tail = await zip.piece(from, zip.size - from);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) !== tail.length) continue;
    const short = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    if (view.getUint16(at + 4, true) !== 0 && short.start !== 0xffffffff) throw new ZipFault('是分卷压缩包的一卷');
    if (short.count !== 0xffff && short.start !== 0xffffffff) return short;
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) throw new ZipFault('目录已损坏');
    const long = viewOf(await zip.piece(Number(view.getBigUint64(at - 12, true)), 56));
    if (long.byteLength < 56 || long.getUint32(0, true) !== 0x06064b50) throw new ZipFault('目录已损坏');
    const [count, size, start] = [32, 40, 48].map((field) => Number(long.getBigUint64(field, true)));
    return { count: count ?? 0, size: size ?? 0, start: start ?? 0 };
  }
  throw new ZipFault('不完整，可能没有传完');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
