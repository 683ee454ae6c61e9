import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { followed } from '#pipeline/release/current.ts';
import { type Copy, decoder, nothing, take } from './copy.ts';
import { fromAddress } from './copy-from-address.ts';

/** A folder, a zip of ours, or an address. */
export async function copyOf(named: string): Promise<Copy> {
  if (/^https?:\/\//.test(named)) return fromAddress(named);
  const place = await followed(named);
  const found = await stat(place).catch(() => undefined);
  if (!found) throw new Refusal('copy-missing', `找不到 ${place}。请写文件夹、.zip 文件，或者 https://… 的网址。`);
  return found.isDirectory() ? fromFolder(place) : fromArchive(place);
}

async function fromFolder(folder: string): Promise<Copy> {
  const taken = nothing();
  const walk = async (below: string): Promise<void> => {
    for (const { name, kind } of await realDisk.list(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      if (kind === 'folder') await walk(path);
      else if (kind === 'file') take(path, await readFile(join(folder, path)), taken);
      // A link is no file of a release, whatever it points to.
      else taken.files.set(path, kind);
    }
  };
  await walk('');
  const text = (path: string): Promise<string | undefined> =>
    readFile(join(folder, path)).then(
      (bytes) => decoder.decode(bytes),
      () => undefined,
    );
  return { ...taken, unreached: [], habits: [], text };
}

/** Unpacked into memory: `site/` of an archive of ours, or the archive of a site as it is. */
async function fromArchive(file: string): Promise<Copy> {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(await readFile(file));
  } catch {
    throw new Refusal('copy-unreadable', `${file} 不是完整的压缩包，打不开。`);
  }
  const isOurs = Object.keys(entries).some((path) => path.startsWith('site/evidence/') || path === 'site/index.html');
  const taken = nothing();
  const own = new Map<string, Uint8Array>();
  for (const [path, bytes] of Object.entries(entries)) {
    if (path.endsWith('/') || (isOurs && !path.startsWith('site/'))) continue;
    const below = isOurs ? path.slice('site/'.length) : path;
    own.set(below, bytes);
    take(below, bytes, taken);
  }
  const text = (path: string): Promise<string | undefined> => {
    const bytes = own.get(path);
    return Promise.resolve(bytes && decoder.decode(bytes));
  };
  return { ...taken, unreached: [], habits: [], text };
}
