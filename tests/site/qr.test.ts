import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { qrPath } from '#site/qr.ts';

describe('a QR code', () => {
  for (const address of [
    'https://a.cn/',
    'https://gongshi.example.org/gongjiang/weihai-chief-technician/2026/objection/',
  ]) {
    it(`of ${address} is read by an independent decoder`, async () => {
      const { size, d } = qrPath(address);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 6}" height="${size * 6}"><path fill="#fff" d="M0 0h${size}v${size}H0"/><path d="${d}"/></svg>`;
      const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      assert.equal(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data, address);
    });
  }

  it('keeps a quiet zone of four modules', () => {
    const { size, d } = qrPath('https://a.cn/');
    const runs = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    assert.ok(runs.length > 0);
    for (const [x = 0, y = 0, length = 0] of runs) {
      assert.ok(x >= 4 && y >= 4 && x + length <= size - 4 && y < size - 4);
    }
  });
});
