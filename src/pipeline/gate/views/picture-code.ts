import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReaderOptions } from 'zxing-wasm/reader';
import { type Looker, place } from './view.ts';

const MOST_PIXELS = 40_000_000;
/** Larger pictures are looked at reduced to this edge: at that size a phone reads the code too. */
const LONG_EDGE = 3000;
/** Smaller ones are doubled: a module of one pixel is too little for any reader. */
const SHORT_EDGE = 400;

const OPTIONS: ReaderOptions = {
  // No bar codes of one line: stripes of a shirt give numbers.
  formats: ['QRCode', 'MicroQRCode', 'RMQRCode', 'DataMatrix', 'Aztec', 'PDF417'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 32,
};

/** What the codes of pictures say, by the SHA-256 (hexadecimal) of the picture's bytes: nothing where it has none. */
export type KnownCodes = ReadonlyMap<string, readonly string[]>;

/** By which a picture is known again. */
export function pictureDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads the codes of pictures: equal bytes once, and those that are known already not at all. */
export class CodeReader {
  private readonly codes: Map<string, readonly string[]>;

  /** @param known of pictures that whoever asks has drawn itself */
  constructor(known: KnownCodes = new Map()) {
    this.codes = new Map(known);
  }

  /** As `readCodes`. */
  async read(bytes: Uint8Array): Promise<readonly string[]> {
    const digest = pictureDigest(bytes);
    const codes = this.codes.get(digest) ?? (await readCodes(bytes));
    this.codes.set(digest, codes);
    return codes;
  }
}

/** Reads the codes in every picture that was met, and looks at what they say as at any other text. */
export async function lookAtCodes(looker: Looker, codes: CodeReader): Promise<void> {
  if (looker.pictures.length === 0) return;
  // A library that is not there is no fault of a picture.
  await (reader ??= open());
  for (const picture of looker.pictures) {
    try {
      looker.pieces(place(picture.place, '二维码'), await codes.read(picture.bytes));
    } catch {
      looker.fault('unreadable', place(picture.place, '图片'));
    }
  }
}

/**
 * What the codes in a picture say (QR, Micro QR, Data Matrix, Aztec, PDF417), several of them, turned, mirrored or inverted.
 * Rejects what cannot be decoded as a picture.
 */
export async function readCodes(bytes: Uint8Array): Promise<string[]> {
  const { sharp, readBarcodes } = await (reader ??= open());
  const picture = sharp(bytes, { failOn: 'none', limitInputPixels: MOST_PIXELS, pages: 1 }).autoOrient();
  const { width = 0, height = 0 } = await picture.metadata();
  const edge = Math.max(width, height) < SHORT_EDGE ? 2 * Math.max(width, height) : LONG_EDGE;
  const sized = Math.max(width, height) < SHORT_EDGE || Math.max(width, height) > LONG_EDGE;
  const { data, info } = await (sized ? picture.resize(edge, edge, { fit: 'inside' }) : picture)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb' as const,
  };
  const found = await readBarcodes(image, OPTIONS);
  return found.filter(({ isValid, text }) => isValid && text !== '').map(({ text }) => text);
}

let reader: ReturnType<typeof open> | undefined;

interface Reader {
  sharp: typeof import('sharp').default;
  readBarcodes: typeof import('zxing-wasm/reader').readBarcodes;
}

/** Loaded for the first picture: most commands never see one. The reader comes out of the package on this disk; by itself it would be fetched from a network. */
async function open(): Promise<Reader> {
  const [{ default: sharp }, { prepareZXingModule, readBarcodes }] = await Promise.all([
    import('sharp'),
    import('zxing-wasm/reader'),
  ]);
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return { sharp, readBarcodes };
}
