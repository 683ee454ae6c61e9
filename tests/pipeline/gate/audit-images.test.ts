import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { Chance } from '#tests/core/privacy/chance.ts';
import { mobileNumber } from '#tests/core/privacy/private-values.ts';

const mobile = mobileNumber(new Chance(41));
const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
type Format = (typeof FORMATS)[number];

function picture(): Sharp {
  return sharp({ create: { width: 16, height: 16, channels: 3, background: '#a03020' } });
}

async function clean(format: Format): Promise<Buffer> {
  return picture().toFormat(format).toBuffer();
}

function found(name: string, bytes: Uint8Array): string[] {
  return auditTree([{ path: name, bytes }], new AllowList()).findings.map(({ kind, where }) =>
    `${kind} ${where}`.trim(),
  );
}

describe('pictures as the import writes them', () => {
  for (const format of FORMATS) {
    it(`${format} without metadata passes, under any name`, async () => {
      assert.deepEqual(found(`a.${format}`, await clean(format)), []);
      assert.deepEqual(found('a.txt', await clean(format)), []);
    });

    it(`${format} with anything behind its end stops`, async () => {
      const bytes = Buffer.concat([await clean(format), Buffer.from(`tel ${mobile}`)]);
      const kinds = found(`a.${format}`, bytes);
      // A box file has no end mark: bytes behind it make it unreadable.
      assert.ok(
        kinds.some((kind) => kind.startsWith(format === 'avif' ? 'unreadable' : 'image-metadata 图片结尾之后的内容')),
        kinds.join(),
      );
      if (format !== 'avif')
        assert.ok(
          kinds.some((kind) => kind.startsWith('mobile-number')),
          kinds.join(),
        );
    });

    it(`${format} cut short is refused`, async () => {
      const bytes = await clean(format);
      assert.deepEqual(
        found(`a.${format}`, bytes.subarray(0, bytes.length - 12)).map((kind) => kind.split(' ')[0]),
        ['unreadable'],
      );
    });
  }

  it('colour profile and progressive scans are structure', async () => {
    assert.deepEqual(found('a.jpg', await picture().withIccProfile('srgb').jpeg({ progressive: true }).toBuffer()), []);
    assert.deepEqual(found('a.png', await picture().withIccProfile('srgb').png().toBuffer()), []);
    assert.deepEqual(found('a.webp', await picture().withIccProfile('srgb').webp().toBuffer()), []);
  });
});

describe('pictures that say more than they show', () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    it(`EXIF in ${format}, and the value in it`, async () => {
      const bytes = await picture()
        .withExif({ IFD0: { Artist: `Zhang ${mobile}` } })
        .toFormat(format)
        .toBuffer();
      const kinds = found(`a.${format}`, bytes);
      assert.ok(
        kinds.some((kind) => /^image-metadata EXIF/.test(kind)),
        kinds.join(),
      );
      assert.ok(
        kinds.some((kind) => kind.startsWith('mobile-number')),
        kinds.join(),
      );
    });

    it(`XMP in ${format}`, async () => {
      const xmp =
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';
      const kinds = found(`a.${format}`, await picture().withXmp(xmp).toFormat(format).toBuffer());
      assert.ok(kinds.length > 0 && kinds.every((kind) => kind.startsWith('image-metadata')), kinds.join());
    });
  }

  it('comments and IPTC of a JPEG', async () => {
    const jpeg = await clean('jpeg');
    const segment = (marker: number, body: string): Buffer => {
      const head = Buffer.from([0xff, marker, 0, 0]);
      head.writeUInt16BE(Buffer.byteLength(body) + 2, 2);
      return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(body), jpeg.subarray(2)]);
    };
    assert.deepEqual(found('a.jpg', segment(0xfe, 'x')), ['image-metadata 图片注释']);
    assert.deepEqual(found('a.jpg', segment(0xed, 'Photoshop 3.0\0')), ['image-metadata IPTC']);
    assert.deepEqual(found('a.jpg', segment(0xec, 'Ducky')), ['image-metadata 附加数据']);
    assert.deepEqual(found('a.jpg', segment(0xe0, 'JFXX\0\x10')), ['image-metadata 附加数据']);
  });

  it('text chunks of a PNG, compressed ones too, times and private chunks', async () => {
    const png = await clean('png');
    const chunk = (name: string, body: Uint8Array): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length);
      head.write(name, 4, 'latin1');
      return Buffer.concat([png.subarray(0, 33), head, body, Buffer.alloc(4), png.subarray(33)]);
    };
    assert.deepEqual(found('a.png', chunk('tEXt', Buffer.from(`Author\0${mobile}`))), [
      'image-metadata 文字块',
      'mobile-number 文字块',
    ]);
    assert.deepEqual(found('a.png', chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(mobile)]))), [
      'image-metadata 文字块',
      'mobile-number 文字块',
    ]);
    assert.deepEqual(
      found('a.png', chunk('iTXt', Buffer.concat([Buffer.from('Author\0\x01\0zh\0\0'), deflateSync(mobile)]))),
      ['image-metadata 文字块', 'mobile-number 文字块'],
    );
    assert.deepEqual(found('a.png', chunk('tIME', Buffer.alloc(7))), ['image-metadata 时间']);
    assert.deepEqual(found('a.png', chunk('prVt', Buffer.from('x'))), ['image-metadata 附加数据']);
  });

  it('comments of a GIF', async () => {
    const gif = await clean('gif');
    const body = Buffer.concat([Buffer.from([0x21, 0xfe, mobile.length]), Buffer.from(mobile), Buffer.of(0)]);
    const bytes = Buffer.concat([gif.subarray(0, -1), body, Buffer.of(0x3b)]);
    assert.deepEqual(found('a.gif', bytes), ['image-metadata 图片注释', 'mobile-number 图片注释']);
  });

  it('a picture inside of a page', async () => {
    const bytes = await picture()
      .withExif({ IFD0: { Artist: 'x' } })
      .jpeg()
      .toBuffer();
    assert.deepEqual(found('a.html', Buffer.from(`<img src="data:image/jpeg;base64,${bytes.toString('base64')}">`)), [
      'image-metadata data: EXIF 或 XMP',
    ]);
    assert.deepEqual(
      found('a.html', Buffer.from(`<img src="data:image/png;base64,${(await clean('png')).toString('base64')}">`)),
      [],
    );
  });

  it('icons: the pictures in them, and what stands behind them', async () => {
    const png = await clean('png');
    const icon = (picture: Uint8Array, tail = ''): Buffer => {
      const head = Buffer.alloc(22);
      head.writeUInt16LE(1, 2);
      head.writeUInt16LE(1, 4);
      head.writeUInt32LE(picture.length, 14);
      head.writeUInt32LE(22, 18);
      return Buffer.concat([head, picture, Buffer.from(tail)]);
    };
    assert.deepEqual(found('favicon.ico', icon(png)), []);
    assert.deepEqual(found('favicon.ico', icon(png, 'x')), ['image-metadata']);
  });
});
