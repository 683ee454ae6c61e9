import sharp from 'sharp';
import { segment } from '#tests/pipeline/intake/photos/photo-samples.ts';
import { there } from '#tests/there.ts';
import type { Draft } from './campaign-draft.ts';
import type { Planted } from './campaign-spots.ts';
import { type Chance, chanceFrom, PRIVATE_KINDS, privateValue } from './campaign-values.ts';

/** A folder of photos beside the list, with the same kind of values in and on them. */
export interface PhotoFolder {
  name: string;
  files: Map<string, Uint8Array>;
  planted: Planted[];
}

let pool: Promise<Buffer[]> | undefined;

/** Noise, made once, one picture for each of a list's people and some more: what matters here is what hangs on to it. */
function portraits(): Promise<Buffer[]> {
  pool ??= Promise.all(Array.from({ length: 8 }, (_, index) => patches(index)));
  return pool;
}

/** Coloured patches: the same for the same number on every machine. */
function patches(number: number): Promise<Buffer> {
  const chance = chanceFrom(number);
  const pixels = Buffer.from(Array.from({ length: 8 * 10 * 3 }, () => chance.below(256)));
  return sharp(pixels, { raw: { width: 8, height: 10, channels: 3 } })
    .resize(320, 400)
    .jpeg()
    .toBuffer();
}

export async function photosOf(draft: Draft, chance: Chance): Promise<PhotoFolder> {
  const planted: Planted[] = [];
  const files = new Map<string, Uint8Array>();
  const value = (spot: string): string => {
    const made = privateValue(chance.pick(PRIVATE_KINDS), chance, false);
    planted.push({ spot, value: made });
    return made.text.replace(/[/:]/g, ' ');
  };
  const plain = await portraits();
  for (const [index, row] of draft.rows.entries()) {
    const jpeg = plain[index];
    // The copy of a row that is hidden has the name of its original.
    if (!jpeg || draft.hiddenRows.has(index) || chance.once(4)) continue;
    const name = row[draft.column.name ?? 0]?.replace(/[/:]/g, ' ') ?? '';
    const extra = chance.once(4) ? `_${value('照片文件名')}` : '';
    const loaded = Buffer.concat([
      jpeg.subarray(0, 2),
      segment(0xe1, exif(value('照片 Exif'))),
      segment(0xfe, Buffer.from(value('照片注释'))),
      jpeg.subarray(2),
    ]);
    // A picture that cannot be opened makes the decoder speak.
    const damaged = chance.once(6);
    const tail = damaged ? '' : value('照片文件尾');
    files.set(
      `${name}${extra}.jpg`,
      Buffer.concat([damaged ? loaded.subarray(0, loaded.length / 2) : loaded, Buffer.from(tail)]),
    );
  }
  if (chance.once(3)) files.set(`${value('照片文件名')}.jpg`, there(plain.at(-1)));
  if (chance.once(3)) files.set(`${value('照片文件名')}.docx`, Buffer.from(value('照片文件名')));
  return { name: chance.once(3) ? `照片 ${value('照片文件夹名')}` : '照片', files, planted };
}

/** One ASCII-typed tag, Artist, in a little-endian TIFF block (CIPA DC-008, 4.5). */
function exif(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(26);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(1, 8);
  head.writeUInt16LE(0x013b, 10);
  head.writeUInt16LE(2, 12);
  head.writeUInt32LE(body.length, 14);
  head.writeUInt32LE(26, 18);
  return Buffer.concat([Buffer.from('Exif\0\0'), head, body]);
}
