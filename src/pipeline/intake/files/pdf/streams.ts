import { inflateSync } from 'node:zlib';

const MOST_STREAM = 64 * 1024 * 1024;
const MOST_STREAMS = 50_000;

/**
 * Whether a stream of a PDF grows beyond anything that a page of a list needs: pdf.js inflates what it is given, whatever it becomes. Streams
 * are found by their word alone, so that no directory of the file can hide one; what is no deflate is passed over.
 */
export function hasHugeStream(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', at - 3, at) === 'end') continue;
    if ((count += 1) > MOST_STREAMS) return true;
    const from = at + 6 + (buffer[at + 6] === 0x0d ? 1 : 0) + 1;
    // The low four bits of its first byte say deflate, and both bytes together are a multiple of 31 (RFC 1950).
    const [first = 0, second = 0] = [buffer[from], buffer[from + 1]];
    if ((first & 0x0f) !== 8 || (first * 256 + second) % 31 !== 0) continue;
    try {
      inflateSync(buffer.subarray(from), { maxOutputLength: MOST_STREAM });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return true;
    }
  }
  return false;
}
