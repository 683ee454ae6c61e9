import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#pipeline/release/site-files.ts';
import { KeptFiles } from './kept-files.ts';
import { memoryKey } from './memory-key.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * What builds of one content folder for one path remember from one to the next. It can be thrown away at any time and the bytes of the
 * site are the same. It lies below `.cache`, which no release takes along, and nothing that publishes asks it.
 */
export class BuildMemory {
  /** Bundles are shared by all contents. */
  readonly bundles: { folder: string; key: Buffer };
  readonly files: KeptFiles;
  private readonly folder: string;
  private readonly key: Buffer;

  private constructor(root: string, folder: string, key: Buffer) {
    this.bundles = { folder: join(root, '.cache/bundles'), key };
    this.files = new KeptFiles(join(folder, 'files'));
    this.folder = folder;
    this.key = key;
  }

  /** @returns undefined where there is no secret to know it by */
  static async open(
    root: string,
    content: string,
    { base, cache = join(root, '.cache') }: { base: string; cache?: string },
  ): Promise<BuildMemory | undefined> {
    const key = await memoryKey();
    if (!key) return undefined;
    const all = join(cache, 'memory');
    const name = sha256(JSON.stringify([content, base])).slice(0, 16);
    await forgetOld(all, name);
    return new BuildMemory(root, join(all, name), key);
  }

  /** @param name of what is remembered; `undefined` where there is nothing, or nothing that was written here */
  recall<T>(name: string): Promise<T | undefined> {
    return readSealed<T>(join(this.folder, `${name}.sealed`), this.key);
  }

  /** All of it, once a part of it was something else than it said. */
  forget(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  async remember(name: string, value: unknown): Promise<void> {
    await writeSealed(join(this.folder, `${name}.sealed`), this.key, value);
    const used = new Date();
    await utimes(this.folder, used, used);
  }
}

/** What was remembered turned out to be something else than was written down; the site has to be made without it. */
export class SpoiledMemory extends Error {}

const MOST_CONTENTS = 6;

async function forgetOld(folder: string, own: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name !== own);
  const used = await Promise.all(
    names.map(async (name) => ({
      name,
      at: await stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  const old = used.sort((a, b) => b.at - a.at).slice(MOST_CONTENTS - 1);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })));
}
