import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwnPlace } from './places.ts';

/** Path below a content folder → what changes whenever its file is written, replaced or moved. */
export type Stamps = ReadonlyMap<string, string>;

/** Every file as the system last saw it change; by these, not by bytes, it is cheap to know that nobody touched anything meanwhile. */
export async function stampsOf(content: string): Promise<Stamps> {
  const stamps = new Map<string, string>();
  await walk(content, '', stamps);
  return stamps;
}

/** The first path below `scope` that differs. */
export function firstDifference(before: Stamps, after: Stamps, scope = ''): string | undefined {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.find((path) => path.startsWith(scope) && before.get(path) !== after.get(path));
}

async function walk(root: string, below: string, stamps: Map<string, string>): Promise<void> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (below === '' && isOwnPlace(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) await walk(root, path, stamps);
    else stamps.set(path, stampOf(await lstat(join(root, path), { bigint: true }).catch(() => undefined)));
  }
}

function stampOf(about: BigIntStats | undefined): string {
  return about === undefined ? '' : [about.ino, about.size, about.mtimeNs, about.ctimeNs].join(' ');
}
