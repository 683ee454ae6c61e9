import { readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { labelOf } from '#pipeline/intake/envelope/envelope-file.ts';
import type { ImportSession } from './session-folder.ts';

/**
 * Takes a file out of a batch by the name that the list of files shows. @returns whether there was one: what lies in a ZIP goes with the
 * ZIP alone, and of two that look the same once their numbers are covered none is taken for the other
 */
export async function leaveOut({ folder }: ImportSession, label: string): Promise<boolean> {
  const root = join(folder, 'files');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const parts = relative(root, path).split(sep);
      return labelOf({ folders: parts.slice(0, -1), name: parts.at(-1) ?? '' }) === label;
    });
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return false;
  await rm(only, { force: true });
  return true;
}
