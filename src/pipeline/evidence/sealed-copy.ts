import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CONTENT_RECORD } from '#pipeline/build/content-record.ts';
import { siteFiles } from '#pipeline/release/site-files.ts';
import type { Seal } from './seal.ts';

/** Lends a copy of a site with its evidence in it, for targets that take a folder as it is. */
export async function withSealedCopy<T>(
  site: string,
  seal: Seal,
  ledger: string | undefined,
  use: (sealed: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-sealed-'));
  try {
    const sealed = join(folder, 'site');
    await cp(site, sealed, { recursive: true });
    const files = new Map([...(await siteFiles(site))].filter(([path]) => !path.startsWith('evidence/')));
    const read = (path: string): Promise<Uint8Array> => readFile(join(site, path));
    const content = new TextDecoder().decode(await read(CONTENT_RECORD)).trim();
    const made = await seal.make({ files, carried: new Map(), read, content, ledger });
    for (const [name, text] of made.files) {
      await mkdir(dirname(join(sealed, 'evidence', name)), { recursive: true });
      await writeFile(join(sealed, 'evidence', name), text);
    }
    return await use(sealed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
