import { type Box, boxesIn, boxNamed } from './mp4-boxes.ts';

export interface Picture {
  /** `avc1`; the four letters of its sample entry. */
  codec: string;
  /** `yuv420p`, `yuv444p10`; unknown where it is not H.264. */
  pixels: string | undefined;
  width: number;
  height: number;
}

const VISUAL_HEAD = 78;
const AUDIO_HEAD = 28;

/** The first sample entry of a track of pictures (14496-12, 12.1.3), and for H.264 how its samples lie (14496-15, 5.3.3). */
export function pictureOf(bytes: DataView, entry: Box): Picture {
  const [width, height] = [bytes.getUint16(entry.from + 24), bytes.getUint16(entry.from + 26)];
  const inner = boxesIn(bytes, entry.from + VISUAL_HEAD, entry.to);
  const config = boxNamed(inner, 'avcC');
  return { codec: entry.name, pixels: config && pixelsOf(bytes, config), width, height };
}

/** The sound of a track in a word: `AAC`, `MP3`, or the four letters of its sample entry. */
export function soundOf(bytes: DataView, entry: Box): string {
  if (entry.name !== 'mp4a') return entry.name;
  // QuickTime has longer heads of its own, with the descriptor further in.
  const version = bytes.getUint16(entry.from + 8);
  const extra = version === 1 ? 16 : version === 2 ? 36 : 0;
  const inner = boxesIn(bytes, entry.from + AUDIO_HEAD + extra, entry.to);
  const wave = boxNamed(inner, 'wave');
  const esds = boxNamed(inner, 'esds') ?? (wave && boxNamed(boxesIn(bytes, wave.from, wave.to), 'esds'));
  const type = esds && objectType(bytes, esds);
  return type === undefined ? 'mp4a' : (SOUNDS[type] ?? `mp4a.${type.toString(16)}`);
}

/** https://mp4ra.org/registered-types/object-types */
const SOUNDS: Readonly<Record<number, string>> = {
  0x40: 'AAC',
  0x66: 'AAC',
  0x67: 'AAC',
  0x68: 'AAC',
  0x69: 'MP3',
  0x6b: 'MP3',
  0xa5: 'AC-3',
  0xa6: 'E-AC-3',
  0xad: 'Opus',
};

/** ISO/IEC 14496-1, 7.2.6: what kind of stream the descriptor in the descriptor describes. */
function objectType(bytes: DataView, esds: Box): number | undefined {
  let at = esds.from + 4;
  const open = (tag: number): boolean => {
    if (bytes.getUint8(at) !== tag) return false;
    at += 1;
    while ((bytes.getUint8(at) & 0x80) !== 0) at += 1;
    at += 1;
    return true;
  };
  if (!open(0x03)) return undefined;
  const flags = bytes.getUint8(at + 2);
  at += 3 + ((flags & 0x80) === 0 ? 0 : 2);
  if ((flags & 0x40) !== 0) at += 1 + bytes.getUint8(at);
  if ((flags & 0x20) !== 0) at += 2;
  return open(0x04) ? bytes.getUint8(at) : undefined;
}

/** Profiles whose parameters name the chroma (H.264, 7.3.2.1.1); all others are 4:2:0 in 8 bits. */
const WITH_CHROMA = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]);
const CHROMA = ['gray', 'yuv420p', 'yuv422p', 'yuv444p'];

function pixelsOf(bytes: DataView, config: Box): string | undefined {
  if ((bytes.getUint8(config.from + 5) & 0x1f) === 0) return undefined;
  const length = bytes.getUint16(config.from + 6);
  const set = new Uint8Array(bytes.buffer, bytes.byteOffset + config.from + 8, length);
  if (!WITH_CHROMA.has(set[1] ?? 0)) return 'yuv420p';
  const next = exponentials(withoutEscapes(set.subarray(4)));
  next();
  const chroma = next();
  if (chroma === 3) next.bit();
  const depth = Math.max(next(), next()) + 8;
  return `${CHROMA[chroma] ?? chroma}${depth > 8 ? depth : ''}`;
}

/** Two zeros are followed by a three that belongs to no value (7.4.1). */
function withoutEscapes(set: Uint8Array): number[] {
  return [...set].filter((byte, at) => !(byte === 3 && at >= 2 && set[at - 1] === 0 && set[at - 2] === 0));
}

/** Exp-Golomb numbers, one after another (9.1). */
function exponentials(bytes: readonly number[]): { (): number; bit(): number } {
  let at = 0;
  const bit = (): number => {
    const byte = bytes[at >> 3];
    if (byte === undefined) throw new RangeError('past the end');
    const value = (byte >> (7 - (at & 7))) & 1;
    at += 1;
    return value;
  };
  const next = (): number => {
    let zeros = 0;
    while (bit() === 0) zeros += 1;
    if (zeros > 31) throw new RangeError('no number');
    let value = 1;
    for (let left = zeros; left > 0; left -= 1) value = value * 2 + bit();
    return value - 1;
  };
  return Object.assign(next, { bit });
}
