import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { type Disk, realDisk } from '#pipeline/content/disk.ts';

/** Path below the site, with `/` → SHA-256 in hexadecimal, in code-unit order of the paths. */
export type SiteFiles = ReadonlyMap<string, string>;

/** `build`'s record of the files it inspected. It lies in the site, so that the two are never apart, and is never published. */
export const INSPECTED = 'evidence/inspected.txt';

/** Reads every file of a site but that record. A symbolic link, a socket or a name that no portal takes is refused, all of them at once. */
export async function siteFiles(folder: string, disk: Disk = realDisk): Promise<SiteFiles> {
  const refused: string[] = [];
  const paths: string[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const { name, kind } of await disk.list(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      if (kind === 'folder') await walk(path);
      else if (path === INSPECTED && kind === 'file') continue;
      else if (kind === 'file' && /^[\x21-\x7e]+$/.test(name) && !/["\\]/.test(name)) paths.push(path);
      else refused.push(kind === 'link' ? `${path}（符号链接）` : path);
    }
  };
  await walk('');
  if (refused.length > 0) {
    throw new Refusal(
      'site-foreign',
      `成品 ${folder} 里有不能发布的东西：${refused.join('、')}。请删除，并重新运行 npm run build。网站保持原样。`,
    );
  }
  const files = new Map<string, string>();
  for (const path of paths.sort((a, b) => (a < b ? -1 : 1)))
    files.set(path, sha256(await disk.read(join(folder, path))));
  return files;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Files whose name follows from their bytes: they may stay beside a newer release, so that a page loaded before finds its own. */
export function isHashedAsset(path: string): boolean {
  return (
    /^_astro\//.test(path) ||
    /^pagefind\/[\d-]+\/(?:fragment|index|filter)\//.test(path) ||
    /^pagefind\/.*\.pf_/.test(path)
  );
}
