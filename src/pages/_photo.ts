import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

const CONTENT = process.env['JIANGBANG_CONTENT'] ?? 'content';

/** A picture of the content, by its folder and its path below it. */
export interface Original {
  folder: string;
  file: string;
}

export interface Version {
  width: number;
  format: 'webp' | 'avif';
}

export interface PictureFacts {
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** What stands in its place until it is there: `#7a6a4e`. */
  colour: string;
}

const known = new Map<string, Promise<PictureFacts>>();

/** Looked at once a build; what cannot be decoded fails it. */
export function pictureFacts(original: Original): Promise<PictureFacts> {
  if (import.meta.env.DEV) return look(original);
  const key = `${original.folder}/${original.file}`;
  const facts = known.get(key) ?? look(original);
  known.set(key, facts);
  return facts;
}

async function look(original: Original): Promise<PictureFacts> {
  const upright = await opened(await bytesOf(original)).toBuffer();
  const { width, height } = await sharp(upright).metadata();
  const { dominant } = await sharp(upright).resize(64, 64, { fit: 'inside' }).stats();
  const { r, g, b } = dominant;
  const colour = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return { width, height, colour };
}

/** A picture as published: upright, no wider than asked, without metadata. */
export async function pictureVersion(original: Original, { width, format }: Version): Promise<Uint8Array<ArrayBuffer>> {
  const picture = opened(await bytesOf(original)).resize({ width, withoutEnlargement: true });
  return new Uint8Array(
    await (format === 'avif' ? picture.avif({ quality: 55, effort: 4 }) : picture.webp({ quality: 80 })).toBuffer(),
  );
}

/** What a version follows from, that a build need not make it again: an AVIF takes a second. */
export async function versionKey(original: Original, version: Version | undefined): Promise<string> {
  return createHash('sha256')
    .update(await bytesOf(original))
    .update(JSON.stringify(version ?? ''))
    .digest('hex');
}

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: 40_000_000 }).autoOrient();
}

export function fileOf({ folder, file }: Original): string {
  return join(CONTENT, folder, file);
}

function bytesOf(original: Original): Promise<Uint8Array> {
  return readFile(fileOf(original));
}
