import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CONTENT_RECORD } from '#pipeline/build/content-record.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { type SiteFiles, siteFiles } from '#pipeline/release/site-files.ts';
import type { Seal } from './seal.ts';

/** Lends a copy of a site with its evidence in it, for targets that take a folder as it is. */
export async function withSealedCopy<T>(
  site: string,
  seal: Seal,
  ledger: string | undefined,
  use: (sealed: string) => Promise<T>,
  inspected?: SiteFiles,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-sealed-'));
  try {
    const sealed = join(folder, 'site');
    const all = inspected ?? (await siteFiles(site));
    for (const path of all.keys()) {
      await mkdir(dirname(join(sealed, path)), { recursive: true });
      await copyFile(join(site, path), join(sealed, path));
    }
    await refuseChanging(sealed, all);
    const files = new Map([...all].filter(([path]) => !path.startsWith('evidence/')));
    const read = (path: string): Promise<Uint8Array> => readFile(join(sealed, path));
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

/** What is sealed is the copy, so that it has to be what was read before. */
async function refuseChanging(sealed: string, files: SiteFiles): Promise<void> {
  const found = await siteFiles(sealed);
  const wrong = [...files].filter(([path, digest]) => found.get(path) !== digest).map(([path]) => path);
  if (wrong.length === 0) return;
  throw new Refusal(
    'site-altered',
    `成品在发布时被改动：${wrong.slice(0, 5).join('、')}。可能正在重新生成。请等 build 结束后再发布。网站保持原样。`,
  );
}
