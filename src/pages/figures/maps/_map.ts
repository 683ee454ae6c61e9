import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { MAP_FOLDER } from '#core/records/approved-map.ts';

const CONTENT = process.env['JIANGBANG_CONTENT'] ?? 'content';

/** The picture as the office laid it there, byte for byte: a reviewed map may not be altered. */
export async function mapFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(CONTENT, MAP_FOLDER, file)));
}

export async function pictureSize(file: string): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(await mapFile(file)).metadata();
  return { width, height };
}
