import type { Metadata, Sharp } from 'sharp';
import type { Args, FindingCode } from '#core/catalogue/finding.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import type { PictureView } from '#core/roster/grid.ts';
import { readCodes } from '#pipeline/gate/views/picture-code.ts';
import { reachesEnd } from './jpeg-end.ts';
import { photoKind } from './photo-kind.ts';

/** A portrait as the site may have it: upright, sRGB, at most 1200 pixels long, nothing in it but the picture. */
export interface EncodedPhoto {
  jpeg: Uint8Array;
  width: number;
  height: number;
}

/** Why a file is no portrait; nothing of it is used then. */
export interface PhotoFault {
  code: FindingCode;
  args: Args;
}

export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
const LEAST_SIDE = 300;
const MOST_PIXELS = 40_000_000;
const LONG_EDGE = 1200;
const MOST_RATIO = 4;
const MOST_SECONDS = 20;
/** Fixed, so that the same file gives the same bytes on every import. */
const JPEG = { quality: 85, chromaSubsampling: '4:2:0', progressive: false, optimiseCoding: true } as const;

/**
 * Decodes whole and strictly: one warning of the decoder is a fault (trust: Astro's own image step fails open).
 * @param view what the document shows of it; nothing else gets into the result
 * @param longEdge in pixels, at most
 */
export async function encodePhoto(
  bytes: Uint8Array,
  view?: PictureView,
  longEdge = LONG_EDGE,
): Promise<EncodedPhoto | PhotoFault> {
  if (bytes.byteLength === 0) return fault('photo-empty');
  if (bytes.byteLength > MAX_PHOTO_BYTES) return tooLarge(bytes.byteLength);
  const kind = photoKind(bytes);
  if ('refused' in kind) return fault('photo-wrong-kind', { kind: kind.refused });
  if (kind.readable === 'jpeg' && !reachesEnd(bytes)) return fault('photo-damaged');
  const picture = await strictly(bytes);
  try {
    const header = await picture.metadata();
    const wrong = faultOfSize(header, kind.readable, view);
    if (wrong) return wrong;
    const kinds = findPrivate(await readCodes(bytes));
    if (kinds.length > 0) return fault('photo-private-code', { kinds: kinds.join('、') });
    return await encode(bytes, longEdge, view && { view, area: shownArea(header, view) });
  } catch (error) {
    return faultOf(error);
  }
}

/** A picture of a face as large as a stamp, for a sheet that people look through. */
export async function thumbnail(jpeg: Uint8Array): Promise<Uint8Array> {
  return (await strictly(jpeg))
    .resize(180, 240, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ ...JPEG, quality: 75 })
    .toBuffer();
}

export function tooLarge(size: number): PhotoFault {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return fault('photo-too-large', { megabytes, limit: MAX_PHOTO_BYTES / 1024 / 1024 });
}

const STRICT = { failOn: 'warning', limitInputPixels: MOST_PIXELS, pages: 1 } as const;

/** sharp is loaded for the first photo: whoever imports a table alone needs none of it. */
async function strictly(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, STRICT);
}

interface Shown {
  view: PictureView;
  area: { left: number; top: number; width: number; height: number };
}

/** Cut to whole pixels, inwards: not a line of what is cut off stays. */
function shownArea({ width, height }: Metadata, { crop }: PictureView): Shown['area'] {
  const [left, top] = [Math.ceil(crop.left * width), Math.ceil(crop.top * height)];
  const [right, bottom] = [Math.floor((1 - crop.right) * width), Math.floor((1 - crop.bottom) * height)];
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

async function encode(bytes: Uint8Array, longEdge: number, shown?: Shown): Promise<EncodedPhoto> {
  const opened = (await strictly(bytes)).timeout({ seconds: MOST_SECONDS });
  // Sharp mirrors before it turns, as the document does.
  const upright = shown
    ? opened.extract(shown.area).flop(shown.view.mirrored).flip(shown.view.upsideDown).rotate(shown.view.turn)
    : opened.autoOrient();
  // Without a call to keep something, sharp writes no Exif, XMP, IPTC or profile and turns colours into sRGB.
  const { data, info } = await upright
    .flatten({ background: '#ffffff' })
    .resize(longEdge, longEdge, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg(JPEG)
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}

function faultOfSize(header: Metadata, format: string, view?: PictureView): PhotoFault | undefined {
  // Programs differ in whether they cut before or after they follow the camera's own mark.
  if (view && (header.orientation ?? 1) !== 1)
    return fault('photo-shaped', { what: '裁剪、旋转过，照片里又带着相机的方向标记' });
  const { width, height } = view ? shownArea(header, view) : header.autoOrient;
  if (header.format !== format) return fault('photo-damaged');
  if ((header.pages ?? 1) > 1) return fault('photo-moving');
  if (width * height > MOST_PIXELS) return fault('photo-too-many-pixels', { limit: MOST_PIXELS / 10_000 });
  if (width < LEAST_SIDE || height < LEAST_SIDE) return fault('photo-too-small', { width, height, least: LEAST_SIDE });
  const ratio = Math.max(width, height) / Math.min(width, height);
  return ratio > MOST_RATIO ? fault('photo-too-narrow', { width, height, most: MOST_RATIO }) : undefined;
}

/** The decoder's own words stay here: they may repeat pieces of the file. */
function faultOf(error: unknown): PhotoFault {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return fault('photo-too-many-pixels', { limit: MOST_PIXELS / 10_000 });
  if (/timeout/i.test(message)) return fault('photo-too-slow', { seconds: MOST_SECONDS });
  return fault('photo-damaged');
}

function fault(code: FindingCode, args: Args = {}): PhotoFault {
  return { code, args };
}
