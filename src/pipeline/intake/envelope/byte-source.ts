import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** Bytes that may be many: a film is looked at in pieces, and from front to back. */
export interface ByteSource {
  size: number;
  /** Fewer bytes than asked for at the end, or where the file is damaged. @param from never before the end of the last piece */
  read: (from: number, length: number) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
    close: () => Promise.resolve(),
  };
}

/** A stretch of a file on disk. */
export async function sourceOfFile(path: string, stretch?: { from: number; size: number }): Promise<ByteSource> {
  const file = await open(path, 'r');
  const whole = (await file.stat()).size;
  const { from: start, size } = stretch ?? { from: 0, size: whole };
  return {
    size,
    read: async (from, length) => {
      const wanted = Math.max(0, Math.min(length, size - from));
      const piece = Buffer.alloc(wanted);
      const { bytesRead } = await file.read(piece, 0, wanted, start + from);
      return piece.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

/** Inflates on the way and forgets what was passed over: a film of a gigabyte takes no more room than one of a megabyte. */
export function inflating(packed: ByteSource, size: number): ByteSource {
  const stream = Readable.from(pieces(packed)).pipe(createInflateRaw());
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let at = 0;
  let kept: Buffer = Buffer.alloc(0);
  // Whatever is wrong with the stream shows as fewer bytes; nobody else waits for it.
  stream.on('error', () => undefined);
  const more = async (): Promise<Buffer | undefined> => {
    if (at > size) return undefined;
    const next = await iterator.next().catch(() => undefined);
    return next && !next.done ? next.value : undefined;
  };
  return {
    size,
    read: async (from, length) => {
      const end = Math.min(from + length, size);
      const parts: Buffer[] = [];
      for (let missing = end - from; missing > 0;) {
        if (kept.length === 0) {
          const next = await more();
          if (!next) break;
          kept = next;
        }
        const skipped = Math.min(Math.max(0, from - at), kept.length);
        kept = kept.subarray(skipped);
        at += skipped;
        if (at < from) continue;
        const taken = kept.subarray(0, missing);
        parts.push(taken);
        kept = kept.subarray(taken.length);
        at += taken.length;
        missing -= taken.length;
        from += taken.length;
      }
      return Buffer.concat(parts);
    },
    close: async () => {
      stream.destroy();
      await packed.close();
    },
  };
}

const PIECE = 256 * 1024;

async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += PIECE) {
    const piece = await source.read(at, PIECE);
    if (piece.length === 0) return;
    yield piece;
  }
}
