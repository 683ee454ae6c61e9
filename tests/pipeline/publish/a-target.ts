import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Disk, realDisk } from '#pipeline/content/disk.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';

/** A small site whose pages all carry one word, so that a page of another release is told at once. */
export async function siteOf(word: string, pages = 5): Promise<string> {
  const site = await mkdtemp(join(tmpdir(), 'jiangbang-site-'));
  const asset = `_astro/style.${createHash('sha256').update(word).digest('hex').slice(0, 8)}.css`;
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  };
  await put(asset, `/* ${word} */`);
  await put('index.html', `<link rel="stylesheet" href="${asset}"><p>${word}</p>`);
  await put('unchanged.txt', 'the same in every release\n');
  for (let page = 1; page < pages; page += 1) {
    await put(`notice-${page}/index.html`, `<link rel="stylesheet" href="../${asset}"><p>${word}</p>`);
  }
  return site;
}

export async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'jiangbang-target-'));
}

/** Every file that is served, with its digest, read apart from the product's own code. */
export async function served(target: string): Promise<Record<string, string>> {
  const current = join(target, 'current');
  const entries = await readdir(`${current}/`, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    files[file.slice(current.length + 1)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return files;
}

export async function liveName(target: string): Promise<string> {
  return (await readlink(join(target, 'current'))).replace('releases/', '');
}

const START = Date.parse('2026-11-25T10:00:00+08:00');

/** Publishes sites with these words one minute apart. */
export async function publishedTarget(...words: string[]): Promise<string> {
  const folder = await emptyFolder();
  for (const [index, word] of words.entries()) {
    const now = START + index * 60_000;
    await publishFolder({ disk: realDisk, folder }, await siteOf(word), { now, first: true });
  }
  return folder;
}

/** A minute that lies behind everything `publishedTarget` did. */
export function later(minutes = 0): number {
  return START + (60 + minutes) * 60_000;
}

/** A disk on which every change fails from some step on, as a full or unplugged one does. */
export function faulty(fails: () => boolean, code: string): Disk {
  const changing = ['makeFolder', 'write', 'hardLink', 'symbolicLink', 'rename', 'syncFolder'];
  return new Proxy(realDisk, {
    get(disk, name: keyof Disk) {
      if (!changing.includes(name)) return disk[name].bind(disk);
      return (...given: unknown[]) =>
        fails()
          ? Promise.reject(Object.assign(new Error(code), { code }))
          : (disk[name] as (this: void, ...given: unknown[]) => unknown)(...given);
    },
  });
}
