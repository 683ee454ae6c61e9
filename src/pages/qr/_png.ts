import { crc32, deflateSync } from 'node:zlib';
import type { QrModules } from '#site/qr.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** One bit a pixel, grey: 0 is black and 1 white (PNG third edition, 11.2.1). */
const ONE_BIT_GREY = [1, 0, 0, 0, 0];

/** A code as a picture for print, every module `scale` pixels wide: black and white need no more than a bit each. */
export function qrPng(modules: QrModules, scale: number): Uint8Array<ArrayBuffer> {
  const side = modules.length * scale;
  const rows = modules.flatMap((row) => {
    // In front of each row stands its filter: none.
    const line = Buffer.alloc(1 + Math.ceil(side / 8));
    for (let x = 0; x < side; x += 1) {
      if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
    return Array<Buffer>(scale).fill(line);
  });
  const head = Buffer.alloc(8);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', Buffer.concat([head, Buffer.from(ONE_BIT_GREY)])),
      chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** Length, name, body and the check sum of the latter two (PNG third edition, 5.3). */
function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
