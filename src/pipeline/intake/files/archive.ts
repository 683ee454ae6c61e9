import { crc32, inflateRawSync } from 'node:zlib';
import { type Finding, finding } from '#core/catalogue/finding.ts';

/** The parts of an office file, inflated here and measured here: what a parser gets is exactly what was judged. */
export type Archive = Map<string, Uint8Array>;

const MOST_ENTRIES = 200;
const MOST_BYTES = 100 * 1024 * 1024;
/** A sheet of 1,000 people is 2 MB of XML. */
const MOST_XML_BYTES = 24 * 1024 * 1024;
const MOST_RATIO = 100;
/** XML repeats itself: below this size a ratio says nothing. */
const RATIO_FROM = 1024 * 1024;

/** Opens a zip without trusting a word of it; anything odd refuses the whole file. */
export function openArchive(bytes: Uint8Array, file: string): { archive: Archive } | { refusal: Finding } {
  try {
    return { archive: entriesOf(bytes) };
  } catch (error) {
    if (!(error instanceof Unsafe)) throw error;
    return { refusal: finding('import-archive-unsafe', { file }, { reason: error.message }) };
  }
}

class Unsafe extends Error {}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

function entriesOf(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_BYTES) throw new Unsafe(`解开后超过 ${MOST_BYTES / 1024 / 1024} MB`);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) throw new Unsafe('里面有同名的文件');
  const archive: Archive = new Map();
  for (const entry of entries) {
    if (!entry.name.endsWith('/')) archive.set(entry.name, contentOf(bytes, view, entry));
  }
  return archive;
}

/** The central directory, as every office program reads it. */
function directoryOf(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw new Unsafe(`里面的文件超过 ${MOST_ENTRIES} 个`);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Unsafe('目录已损坏');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    const entry = {
      name: new TextDecoder('utf-8').decode(raw),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (flags & 1) throw new Unsafe('里面的文件加了密');
    if (entry.method !== 0 && entry.method !== 8) throw new Unsafe('用了不认识的压缩方法');
    if (isUnsafeName(entry.name)) throw new Unsafe('里面的文件名指向别处');
    if (entry.size > RATIO_FROM && entry.size > entry.packed * MOST_RATIO) throw new Unsafe('压缩比异常');
    if (/\.(?:xml|rels|vml)$/iu.test(entry.name) && entry.size > MOST_XML_BYTES) throw new Unsafe('里面的表大得异常');
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function endOf(view: DataView): number {
  const least = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Unsafe('不完整');
}

function isUnsafeName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return name === '' || /^\/|\\|^[a-z]:|[\u0000-\u001F\u007F\uFFFD]/iu.test(name) || name.split('/').includes('..');
}

/** Inflated with its declared size as the limit: a directory that lies is caught by the first byte too many. */
function contentOf(bytes: Uint8Array, view: DataView, { offset, packed, size, method, crc }: Entry): Uint8Array {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw new Unsafe('目录已损坏');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new Unsafe('不完整');
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : inflated(data, size);
  if (content.length !== size) throw new Unsafe('里面的文件与所写的大小不符');
  if (crc32(content) !== crc) throw new Unsafe('里面的文件已损坏');
  return content;
}

function inflated(data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new Unsafe('里面的文件已损坏，或与所写的大小不符');
  }
}
