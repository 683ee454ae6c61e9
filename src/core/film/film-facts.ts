import { type Box, boxAt, boxesIn, boxHead, boxNamed } from './mp4-boxes.ts';
import { type Picture, pictureOf, soundOf } from './mp4-codecs.ts';

/** What a film says of itself, without a picture of it being decoded. */
export interface FilmFacts {
  /** In bytes. */
  size: number;
  /** Whether its first box says QuickTime, as of a `.mov` with another name. */
  isQuickTime: boolean;
  /** In pieces, each with an index of its own. */
  isFragmented: boolean;
  /** Whether the index stands before what it points at, so that a player need not fetch the end first. */
  startsFast: boolean;
  /** In seconds. */
  duration: number;
  pictures: Picture[];
  sounds: string[];
  /** Tracks of something else: captions, a time code, where the camera was. */
  others: number;
  /** Whether more is written into it than who encoded it: a place, a title, a day. */
  hasMetadata: boolean;
  /** As it is shown: turned upright, its pixels square. */
  width: number;
  height: number;
}

export type FilmReading = { kind: 'film'; facts: FilmFacts } | { kind: 'other'; size: number } | { kind: 'broken' };

const MOST_INDEX = 32 * 1024 * 1024;
const MOST_BOXES = 20_000;

/** A file of which pieces are read, the whole of it never; a piece that is not there is a RangeError. */
export interface FilmSource {
  /** In bytes. */
  size: number;
  piece: (from: number, to: number) => Promise<DataView>;
}

/** Reads the index of a film; the pictures stay where they are. What is no MP4 is `other`, what ends too soon `broken`. */
export async function filmFacts(film: FilmSource): Promise<FilmReading> {
  const { size } = film;
  if (size < 16) return { kind: 'broken' };
  try {
    const top = await topBoxes(film);
    if (top === 'other') return { kind: 'other', size };
    const index = boxNamed(top, 'moov');
    if (!index || !boxNamed(top, 'mdat') || index.to - index.from > MOST_INDEX) return { kind: 'broken' };
    const brand = boxHead(await film.piece(4, 16), 0, size).name;
    return { kind: 'film', facts: { size, ...factsOf(await film.piece(index.from, index.to), top, brand) } };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'broken' };
    throw error;
  }
}

async function topBoxes({ size, piece }: FilmSource): Promise<Box[] | 'other'> {
  const boxes: Box[] = [];
  for (let at = 0; at < size && boxes.length < MOST_BOXES;) {
    if (size - at < 8) throw new RangeError('past the end');
    const head = boxHead(await piece(at, Math.min(at + 16, size)), 0, size - at);
    if (at === 0 && head.name !== 'ftyp') return 'other';
    if (head.size < head.head || at + head.size > size) throw new RangeError('past the end');
    boxes.push({ name: head.name, from: at + head.head, to: at + head.size });
    at += head.size;
  }
  return boxes;
}

function factsOf(moov: DataView, top: readonly Box[], brand: string): Omit<FilmFacts, 'size'> {
  const all: Box = { name: 'moov', from: 0, to: moov.byteLength };
  const inner = boxesIn(moov, all.from, all.to);
  const tracks = inner.filter(({ name }) => name === 'trak').map((track) => trackOf(moov, track));
  const pictures = tracks.filter(({ kind }) => kind === 'vide');
  const [first] = pictures;
  const order = top.map(({ name }) => name);
  return {
    isQuickTime: brand === 'qt  ',
    isFragmented: boxNamed(inner, 'mvex') !== undefined || order.includes('moof'),
    startsFast: order.indexOf('moov') < order.indexOf('mdat'),
    duration: durationOf(moov, boxNamed(inner, 'mvhd')),
    pictures: pictures.map(({ entry }) => pictureOf(moov, entry)),
    sounds: tracks.filter(({ kind }) => kind === 'soun').map(({ entry }) => soundOf(moov, entry)),
    others: tracks.filter(({ kind }) => kind !== 'vide' && kind !== 'soun').length,
    hasMetadata: [all, ...inner.filter(({ name }) => name === 'trak')].some((box) => saysMore(moov, box)),
    width: first?.width ?? 0,
    height: first?.height ?? 0,
  };
}

function trackOf(moov: DataView, track: Box): { kind: string; entry: Box; width: number; height: number } {
  const handler = boxAt(moov, track, 'mdia', 'hdlr');
  const samples = boxAt(moov, track, 'mdia', 'minf', 'stbl', 'stsd');
  const head = boxAt(moov, track, 'tkhd');
  if (!handler || !samples || !head) throw new RangeError('no track');
  const [entry] = boxesIn(moov, samples.from + 8, samples.to);
  if (!entry) throw new RangeError('no samples');
  const kind = String.fromCharCode(...[8, 9, 10, 11].map((at) => moov.getUint8(handler.from + at)));
  // A matrix and two sizes of 16.16 stand at the end.
  const [a, b] = [moov.getInt32(head.to - 44), moov.getInt32(head.to - 40)];
  const sizes = [moov.getUint32(head.to - 8) / 65_536, moov.getUint32(head.to - 4) / 65_536].map(Math.round);
  const [width = 0, height = 0] = a === 0 && b !== 0 ? sizes.reverse() : sizes;
  return { kind, entry, width, height };
}

function durationOf(moov: DataView, head: Box | undefined): number {
  if (!head) throw new RangeError('no head');
  const wide = moov.getUint8(head.from) === 1;
  const scale = moov.getUint32(head.from + (wide ? 20 : 12));
  const length = wide ? Number(moov.getBigUint64(head.from + 24)) : moov.getUint32(head.from + 16);
  return scale === 0 ? 0 : length / scale;
}

/** `udta` and `meta` beside the one entry that names the encoder. */
function saysMore(moov: DataView, box: Box): boolean {
  return boxesIn(moov, box.from, box.to).some((one) => {
    if (one.name === 'meta') return true;
    if (one.name !== 'udta') return false;
    return boxesIn(moov, one.from, one.to).some(
      (entry) => entry.name !== 'meta' || listed(moov, entry).some((name) => name !== '\u00a9too'),
    );
  });
}

function listed(moov: DataView, meta: Box): string[] {
  const list = boxNamed(boxesIn(moov, meta.from + 4, meta.to), 'ilst');
  return list ? boxesIn(moov, list.from, list.to).map(({ name }) => name) : [];
}
