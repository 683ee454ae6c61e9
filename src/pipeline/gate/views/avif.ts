import { ByteReader } from './byte-reader.ts';
import { lookAtMetadata } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

/** ISO/IEC 14496-12 boxes at the top of a still or moving picture. */
const TOP = new Set(['ftyp', 'meta', 'mdat']);
const IN_META = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iref', 'iprp', 'idat', 'grpl', 'dinf']);
/** Coded pictures and their combinations; everything else is something said about them. */
const PICTURES = new Set(['av01', 'hvc1', 'hev1', 'avc1', 'grid', 'iovl', 'iden', 'tmap']);

/** AVIF and its kin: items that are no pictures (Exif, XMP), unknown boxes, bytes behind the last box. */
export function lookAtAvif({ bytes, place }: SourceFile, looker: Looker): void {
  const file = new ByteReader(bytes);
  for (const { name, from, to } of boxes(file, 0, file.length)) {
    const body = file.slice(from, to);
    if (name === 'meta') lookAtMeta(file, from + 4, to, place, looker);
    else if (!TOP.has(name)) lookAtMetadata('附加数据', body, place, looker);
  }
}

function lookAtMeta(file: ByteReader, from: number, to: number, place: string, looker: Looker): void {
  for (const box of boxes(file, from, to)) {
    if (!IN_META.has(box.name)) lookAtMetadata('附加数据', file.slice(box.from, box.to), place, looker);
    if (box.name !== 'iinf') continue;
    const version = file.u8(box.from);
    for (const entry of boxes(file, box.from + (version === 0 ? 6 : 8), box.to)) {
      const wide = file.u8(entry.from) === 3 ? 2 : 0;
      const type = file.name(entry.from + 8 + wide);
      if (PICTURES.has(type)) continue;
      // The item's data lies somewhere in mdat; looking at all of it finds it.
      lookAtMetadata(type === 'Exif' ? 'EXIF' : 'XMP', file.bytes, place, looker);
    }
  }
}

function* boxes(file: ByteReader, from: number, to: number): Generator<{ name: string; from: number; to: number }> {
  for (let at = from; at < to;) {
    let head = 8;
    let size = file.u32(at);
    const name = file.name(at + 4);
    if (size === 1) {
      size = file.u32(at + 8) * 2 ** 32 + file.u32(at + 12);
      head = 16;
    } else if (size === 0) {
      size = to - at;
    }
    if (size < head || at + size > to) throw new RangeError('past the end');
    yield { name, from: at + head, to: at + size };
    at += size;
  }
}
