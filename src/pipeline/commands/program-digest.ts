import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/**
 * Tells one state of the program from another, so that nothing outlives the code that made it: every byte below the places named, the
 * version of Node, and what else decides.
 * @param places files and folders below the repository; `package-lock.json` stands for the libraries
 */
export async function programDigest(places: readonly string[], ...more: readonly string[]): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify([process.versions.node, ...more]));
  for (const name of places) await addTree(digest, join(ROOT, name), name);
  return digest.digest('hex');
}

async function addTree(digest: Hash, path: string, name: string): Promise<void> {
  if ((await stat(path)).isDirectory()) {
    for (const entry of (await readdir(path)).sort()) await addTree(digest, join(path, entry), `${name}/${entry}`);
    return;
  }
  const bytes = await readFile(path);
  digest.update(`${name}\0${bytes.length}\0`).update(bytes);
}
