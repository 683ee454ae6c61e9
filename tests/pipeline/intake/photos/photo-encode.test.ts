import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { sentence } from '#core/catalogue/finding.ts';
import { type EncodedPhoto, encodePhoto } from '#pipeline/intake/photos/photo-encode.ts';
import { costOf } from '#tests/cost.ts';
import { gossipingJpeg, markersOf, noise, portrait, SECRET, segment } from './photo-samples.ts';

async function encoded(bytes: Uint8Array): Promise<EncodedPhoto> {
  const result = await encodePhoto(bytes);
  assert.ok('jpeg' in result, JSON.stringify(result));
  return result;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await encodePhoto(bytes);
  assert.ok('code' in result, 'was accepted');
  return `${result.code}: ${sentence(result)}`;
}

/** What a plain baseline JPEG is made of: tables, frame, scan, end. No APPn, no comment. */
const STRUCTURE = new Set([0xdb, 0xc0, 0xc4, 0xda, 0xdd, 0xd9]);

describe('a photo in the content', () => {
  it('holds nothing but the picture, whatever the telephone wrote into it', async () => {
    const original = await gossipingJpeg();
    // The walk itself sees all of it: Exif and XMP, profile, IPTC, comment, glued-on bytes.
    const before = markersOf(original);
    for (const marker of [0xe1, 0xe2, 0xed, 0xfe]) assert.ok(before.markers.includes(marker), marker.toString(16));
    assert.ok(before.behindEnd > SECRET.length);
    const { jpeg } = await encoded(original);
    const { markers, behindEnd } = markersOf(jpeg);
    assert.deepEqual(
      markers.filter((marker) => !STRUCTURE.has(marker)),
      [],
    );
    assert.equal(behindEnd, 0);
    for (const trace of [SECRET, 'Exif', 'http://', 'ICC_PROFILE', 'Photoshop', 'PK\u0003\u0004']) {
      assert.ok(!Buffer.from(jpeg).includes(trace), trace);
    }
    const about = await sharp(jpeg).metadata();
    for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
      assert.equal(about[kind], undefined, kind);
  });

  it('comes from JPEG, PNG and WebP alike without a trace of text chunks', async () => {
    const exif = { IFD0: { Artist: SECRET } };
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const original = await noise(400, 500).withExif(exif).toFormat(format).toBuffer();
      assert.ok(original.includes(SECRET), format);
      const { jpeg, width, height } = await encoded(original);
      assert.deepEqual([width, height], [400, 500]);
      assert.ok(!Buffer.from(jpeg).includes(SECRET), format);
      assert.equal(markersOf(jpeg).behindEnd, 0);
    }
  });

  it('is the same byte for byte every time', async () => {
    const original = await gossipingJpeg();
    const [first, second] = [await encoded(original), await encoded(original)];
    assert.ok(Buffer.from(first.jpeg).equals(second.jpeg));
  });

  it('is at most 1200 pixels long and never enlarged', async () => {
    const sizes = async (width: number, height: number): Promise<number[]> => {
      const result = await encoded(await portrait(width, height));
      const { width: w, height: h } = await sharp(result.jpeg).metadata();
      assert.deepEqual([w, h], [result.width, result.height]);
      return [result.width, result.height];
    };
    assert.deepEqual(await sizes(3000, 4000), [900, 1200]);
    assert.deepEqual(await sizes(2400, 1200), [1200, 600]);
    assert.deepEqual(await sizes(300, 300), [300, 300]);
  });

  /** CIPA DC-008 (Exif) 4.6.4, Orientation: where the stored 0th row and 0th column lie in the picture as seen. */
  const SEEN: Record<number, [row: string, column: string]> = {
    1: ['top', 'left'],
    2: ['top', 'right'],
    3: ['bottom', 'right'],
    4: ['bottom', 'left'],
    5: ['left', 'top'],
    6: ['right', 'top'],
    7: ['right', 'bottom'],
    8: ['left', 'bottom'],
  };
  for (const [orientation, [row, column]] of Object.entries(SEEN)) {
    it(`stands upright when the camera was held as orientation ${orientation} says`, async () => {
      const [width, height] = [400, 600];
      const turned = row === 'left' || row === 'right';
      const [columns, rows] = turned ? [height, width] : [width, height];
      const pixels = Buffer.alloc(columns * rows * 3);
      for (let r = 0; r < rows; r += 1) {
        for (let c = 0; c < columns; c += 1) {
          const along = (edge: string, step: number, length: number): number =>
            edge === 'top' || edge === 'left' ? step : length - 1 - step;
          const y = turned ? along(column, c, height) : along(row, r, height);
          const x = turned ? along(row, r, width) : along(column, c, width);
          pixels.set(colourAt(x, y), (r * columns + c) * 3);
        }
      }
      const stored = await sharp(pixels, { raw: { width: columns, height: rows, channels: 3 } })
        .withMetadata({ orientation: Number(orientation) })
        .jpeg({ quality: 95 })
        .toBuffer();
      const { jpeg } = await encoded(stored);
      const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
      assert.deepEqual([info.width, info.height], [width, height]);
      for (const [x, y] of [
        [50, 50],
        [350, 50],
        [50, 550],
        [350, 550],
      ] as const) {
        const at = (y * info.width + x) * info.channels;
        colourAt(x, y).forEach((value, index) =>
          assert.ok(Math.abs((data[at + index] ?? 0) - value) < 12, `${x},${y}`),
        );
      }
    });
  }

  it('has the colours of sRGB when the camera wrote Display P3', async () => {
    // A pure sRGB red reads about (234, 51, 35) in Display P3 (W3C, CSS Color 4, sample conversions).
    const p3 = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#ff0000' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const stored = await sharp(p3, { ignoreIcc: true }).raw().toBuffer();
    assert.ok(
      Math.abs((stored[0] ?? 0) - 234) < 3 && Math.abs((stored[1] ?? 0) - 51) < 3,
      [...stored.subarray(0, 3)].join(),
    );
    const { jpeg } = await encoded(p3);
    const [red = 0, green = 0, blue = 0] = await sharp(jpeg).raw().toBuffer();
    assert.ok(red > 248 && green < 8 && blue < 8, [red, green, blue].join());
  });

  it('has white where the original was transparent', async () => {
    const clear = { width: 400, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const { jpeg } = await encoded(await sharp({ create: clear }).png().toBuffer());
    const [value = 0] = await sharp(jpeg).raw().toBuffer();
    assert.ok(value > 250);
  });

  it('comes from grey, CMYK and 16-bit pictures too', async () => {
    await encoded(await noise(400, 400).greyscale().jpeg().toBuffer());
    await encoded(await noise(400, 400).toColourspace('cmyk').jpeg().toBuffer());
    await encoded(await noise(400, 400).toColourspace('rgb16').png().toBuffer());
  });
});

describe('a photo that is refused', () => {
  it('is damaged: cut off, without an end, or with a broken piece', async () => {
    const damaged = 'photo-damaged: 照片文件已损坏，不能完整解开，没有采用。请向本人重新要一份原图。';
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await noise(500, 500).toFormat(format).toBuffer();
      assert.equal(await refusal(whole.subarray(0, Math.floor(whole.length * 0.6))), damaged, format);
      assert.equal(await refusal(whole.subarray(0, 40)), damaged, format);
    }
    const jpeg = await portrait();
    assert.equal(await refusal(jpeg.subarray(0, -2)), damaged);
    // An end marker behind half of the picture: well-formed, and half of a face.
    const half = Buffer.concat([jpeg.subarray(0, jpeg.length / 2), Buffer.from([0xff, 0xd9])]);
    assert.equal(await refusal(half), damaged);
    const flipped = Buffer.from(await noise(500, 500).png().toBuffer());
    flipped[20_000] = (flipped[20_000] ?? 0) ^ 0x55;
    assert.equal(await refusal(flipped), damaged);
  });

  it('is too small or a strip', async () => {
    assert.equal(
      await refusal(await portrait(299, 400)),
      'photo-too-small: 照片只有 299×400 像素，宽和高都要在 300 以上。请换一张清楚的原图，不要把小图放大。',
    );
    assert.equal(
      await refusal(await portrait(300, 1300)),
      'photo-too-narrow: 照片是 300×1300 像素，长边超过短边的 4 倍，不像人像照片。请换一张，或裁剪后重新导入。',
    );
  });

  it('has more than 40 megapixels, and costs neither time nor memory', async () => {
    const huge = { width: 16_000, height: 16_000, channels: 3, background: '#808080' } as const;
    const bomb = await sharp({ create: huge, limitInputPixels: false }).png().toBuffer();
    let said: string | undefined;
    const cost = await costOf(async () => (said = await refusal(bomb)));
    assert.equal(said, 'photo-too-many-pixels: 照片的像素超过上限 4000 万。请缩小后另存为 JPEG。');
    assert.ok(cost < 400, `${cost} times the yardstick`);
  });

  it('has more than 20 MB', async () => {
    const padded = Buffer.concat([await portrait(), Buffer.alloc(20 * 1024 * 1024)]);
    assert.equal(await refusal(padded), 'photo-too-large: 照片有 21 MB，超过上限 20 MB。请另存为较小的 JPEG。');
  });

  it('moves', async () => {
    const frames = [await noise(400, 400).png().toBuffer(), await noise(400, 400).png().toBuffer()];
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    assert.equal(await refusal(moving), 'photo-moving: 这是一个动图，不是照片。请另存为单张的 JPEG。');
  });

  const still = Buffer.alloc(40);
  const kinds: [string, Buffer][] = [
    ['苹果手机的 HEIC 格式', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), still])],
    [' GIF 格式', Buffer.concat([Buffer.from('GIF89a'), still])],
    [' PDF 文件', Buffer.from('%PDF-1.7\n')],
    [
      ' SVG 图形或网页',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"/>'),
    ],
    [' SVG 图形或网页', Buffer.from('\uFEFF \n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['压缩包或 Office 文档', Buffer.from('PK\u0003\u0004............')],
    ['无法识别的文件', Buffer.from('李明的照片')],
  ];
  for (const [kind, bytes] of kinds) {
    it(`is${kind.startsWith(' ') ? '' : ' '}${kind} by its first bytes`, async () => {
      assert.equal(
        await refusal(bytes),
        `photo-wrong-kind: 照片是${kind}，不能采用。请用看图软件另存为 JPEG（.jpg）后重新导入，只改后缀名没有用。`,
      );
    });
  }

  it('is AVIF, TIFF or a real GIF, although the decoder could', async () => {
    for (const format of ['avif', 'tiff', 'gif'] as const) {
      assert.match(await refusal(await noise(400, 400).toFormat(format).toBuffer()), /^photo-wrong-kind/);
    }
  });

  it('is empty', async () => {
    assert.equal(await refusal(Buffer.alloc(0)), 'photo-empty: 照片文件是空的。请重新传一份。');
  });

  it('is only a header in front of rubbish', async () => {
    assert.match(
      await refusal(Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xfe, Buffer.alloc(500, 65))])),
      /^photo-damaged/,
    );
  });
});

/** Four corners of four colours: a turned or mirrored picture shows at once. */
function colourAt(x: number, y: number): [number, number, number] {
  if (y < 300) return x < 200 ? [200, 30, 30] : [30, 200, 30];
  return x < 200 ? [30, 30, 200] : [200, 200, 30];
}
