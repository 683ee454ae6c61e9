import { open } from 'node:fs/promises';
import type { FilmSource } from '#core/film/film-facts.ts';

/** Opens a file for somebody who reads pieces of it. */
export async function withFile<T>(path: string, read: (source: FilmSource) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await read({
      size,
      piece: async (from, to) => {
        const bytes = new Uint8Array(to - from);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        if (bytesRead < bytes.length) throw new RangeError('past the end');
        return new DataView(bytes.buffer);
      },
    });
  } finally {
    await file.close();
  }
}
