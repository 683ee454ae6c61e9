import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { hasHugeStream } from '#pipeline/intake/files/pdf/streams.ts';

const MEGABYTE = 1024 * 1024;
const streams = (...contents: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...contents.flatMap((content) => [
      Buffer.from('1 0 obj\n<<>>\nstream\r\n'),
      content,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  ]);
const packed = (size: number): Buffer => deflateSync(Buffer.alloc(size, 0x20), { level: 9 });

describe('a stream of a PDF', () => {
  it('is huge where it grows beyond 64 MB, wherever it stands', () => {
    assert.equal(hasHugeStream(streams(packed(65 * MEGABYTE))), true);
    assert.equal(hasHugeStream(streams(packed(100), Buffer.from('plain'), packed(65 * MEGABYTE))), true);
  });

  it('is none where it stays below, is no deflate, or ends early', () => {
    assert.equal(hasHugeStream(streams(packed(MEGABYTE), packed(MEGABYTE))), false);
    assert.equal(
      hasHugeStream(streams(Buffer.from('BT /F1 12 Tf (abc) Tj ET'), Buffer.from([0xff, 0xd8, 0xff]))),
      false,
    );
    assert.equal(hasHugeStream(streams(packed(65 * MEGABYTE).subarray(0, 200))), false);
    assert.equal(hasHugeStream(new Uint8Array()), false);
  });
});
