import { basename, dirname, join } from 'node:path';
import { type Disk, realDisk } from '#pipeline/content/disk.ts';

/** The name under which a target folder says which of its releases is served. */
export const CURRENT = 'current';

/**
 * Which release a target serves. `current` is a link to `releases/<id>`, and where no links can be made a pointer: a file with that one
 * line in it.
 * @returns the id; `undefined` where nothing is served yet; `'foreign'` where `current` is neither
 */
export async function currentOf(
  disk: Disk,
  folder: string,
): Promise<{ release: string; kind: 'link' | 'pointer' } | 'foreign' | undefined> {
  const found = (await disk.list(folder)).find(({ name }) => name === CURRENT);
  if (!found) return undefined;
  if (found.kind === 'link') {
    const target = await disk.linkTarget(join(folder, CURRENT));
    return target === undefined ? undefined : { release: target.replace(/^releases\//, ''), kind: 'link' };
  }
  if (found.kind !== 'file') return 'foreign';
  const release = releaseIn(await disk.read(join(folder, CURRENT)));
  return release === undefined ? 'foreign' : { release, kind: 'pointer' };
}

/** A pointer as it is written. */
export function pointerTo(release: string): Uint8Array {
  return new TextEncoder().encode(`releases/${release}\n`);
}

/** The folder that is meant by a path which a person typed: a pointer stands for the release it names. */
export async function followed(path: string, disk: Disk = realDisk): Promise<string> {
  if (basename(path) !== CURRENT) return path;
  const folder = dirname(path);
  const current = await currentOf(disk, folder).catch(() => undefined);
  return typeof current === 'object' && current.kind === 'pointer' ? join(folder, 'releases', current.release) : path;
}

/** Written by hand it may end in CRLF, have a byte order mark, and a backslash. */
function releaseIn(bytes: Uint8Array): string | undefined {
  return /^releases[/\\]([\w-]+)\s*$/.exec(new TextDecoder().decode(bytes.subarray(0, 500)))?.[1];
}
