import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OutputInfo } from 'sharp';

const CONTENT = process.env['JIANGBANG_CONTENT'] ?? 'content';

/** A portrait as published: upright, at most 480 × 640, without metadata. What cannot be decoded fails the build. */
export async function photo(folder: string, id: string): Promise<{ data: Buffer; info: OutputInfo }> {
  const original = await readFile(join(CONTENT, folder, 'photos', `${id}.jpg`));
  return sharp(original, { failOn: 'error', limitInputPixels: 40_000_000 })
    .autoOrient()
    .resize({ width: 480, height: 640, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
}

export async function photoSize(folder: string, id: string): Promise<{ width: number; height: number }> {
  const { width, height } = (await photo(folder, id)).info;
  return { width, height };
}
