import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { qrModules, qrPath, qrSvg } from '#site/qr.ts';
import { qrPng } from '../../src/pages/qr/_png.ts';

describe('a QR code', () => {
  for (const address of [
    'https://a.cn/',
    'https://gongshi.example.org/gongjiang/weihai-chief-technician/2026/objection/',
  ]) {
    it(`of ${address} is read by an independent decoder`, async () => {
      const { size, d } = qrPath(qrModules(address, 'M'));
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 6}" height="${size * 6}"><path fill="#fff" d="M0 0h${size}v${size}H0"/><path d="${d}"/></svg>`;
      const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      assert.equal(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data, address);
    });
  }

  it('is the same picture as SVG and as PNG of one bit, whatever number of pixels makes a row', async () => {
    for (const scale of [1, 3, 12]) {
      const modules = qrModules(`https://gongshi.example.org/${'a'.repeat(scale * 9)}/`, 'Q');
      const grey = async (picture: Uint8Array): Promise<Buffer> =>
        sharp(picture).flatten({ background: '#fff' }).greyscale().raw().toBuffer();
      const png = qrPng(modules, scale);
      const { width, height, bitsPerSample, channels } = await sharp(png).metadata();
      assert.deepEqual(
        [width, height, bitsPerSample, channels],
        [modules.length * scale, modules.length * scale, 1, 1],
      );
      assert.deepEqual(await grey(png), await grey(Buffer.from(qrSvg(modules, scale))));
    }
  });

  it('keeps a quiet zone of four modules', () => {
    const { size, d } = qrPath(qrModules('https://a.cn/', 'M'));
    const runs = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    assert.ok(runs.length > 0);
    for (const [x = 0, y = 0, length = 0] of runs) {
      assert.ok(x >= 4 && y >= 4 && x + length <= size - 4 && y < size - 4);
    }
  });
});
