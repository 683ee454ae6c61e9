import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT_FOLDER } from '#core/records/root-file.ts';
import { isOwnPlace } from './places.ts';

/** One file of a content folder as it lies on disk, before anybody interprets it. */
export interface TreeFile {
  /** Below the content folder, with `/`. */
  path: string;
  kind: 'file' | 'link';
  /** In bytes. */
  size: number;
  /** Present for text files up to their limit; photos are only listed. */
  bytes?: Uint8Array;
}

const MAX_TEXT_BYTES = 256 * 1024;
/**
 * Every approved text of a round stands in one file, and what a former approval had otherwise: 50 people of 2,500 characters are 400 KB.
 * What an import leaves of a person are some 2 KB of digests.
 */
const MAX_RECORD_BYTES = 1024 * 1024;

/** In bytes. */
export function textLimit(path: string): number {
  return /\/(?:approval|imported)\.json$/.test(path) ? MAX_RECORD_BYTES : MAX_TEXT_BYTES;
}

/** Lists a content folder and reads its texts; follows no link. `undefined` when there is no such folder. */
export async function readTree(directory: string): Promise<TreeFile[] | undefined> {
  const root = await lstat(directory).catch(() => undefined);
  if (!root?.isDirectory()) return undefined;
  return walk(directory, '');
}

async function walk(root: string, below: string): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (below === '' && isOwnPlace(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    // The office's own version history is no content.
    if (path === '.git') continue;
    if (entry.isDirectory()) files.push(...(await walk(root, path)));
    else if (!isLitter(entry.name)) files.push(await one(join(root, path), path, entry.isFile() ? 'file' : 'link'));
  }
  return files;
}

async function one(absolute: string, path: string, kind: TreeFile['kind']): Promise<TreeFile> {
  const { size } = await lstat(absolute);
  const readable =
    kind === 'file' && size <= textLimit(path) && (/\.(?:md|json|vtt)$/.test(path) || path.startsWith(ROOT_FOLDER));
  return { path, kind, size, ...(readable && { bytes: await readFile(absolute) }) };
}

/** What operating systems, Office and a version history leave lying about. */
function isLitter(name: string): boolean {
  return ['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep', '.gitignore'].includes(name) || name.startsWith('~$');
}
