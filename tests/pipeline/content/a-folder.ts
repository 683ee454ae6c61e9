import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Changes } from '#pipeline/content/change-files.ts';
import { contentDisk, type Disk } from '#pipeline/content/disk.ts';
import { aFolder, snapshot } from '#tests/office.ts';

/** A folder with three files, as far from real content as a change of files may be. */
export async function threeFiles(): Promise<string> {
  const content = join(await aFolder(), 'content');
  await put(content, { 'site.json': 'site', 'round/list.md': 'list of before', 'round/photos/gone.jpg': 'a photo' });
  return content;
}

export async function put(content: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
}

/** A text replaced, a photo taken away, a record and a picture in new folders: everything a change can be. */
export const CHANGES: Changes = new Map<string, string | Uint8Array | undefined>([
  ['round/acts/2024-09-12-extension.md', 'a record'],
  ['round/list.md', 'list of after'],
  ['round/photos/gone.jpg', undefined],
  ['round/pictures/large/new.jpg', new Uint8Array([255, 216, 0, 1])],
]);

export const BEFORE = { 'round/list.md': 'list of before', 'round/photos/gone.jpg': 'a photo', 'site.json': 'site' };
export const AFTER = {
  'round/acts/2024-09-12-extension.md': 'a record',
  'round/list.md': 'list of after',
  'round/pictures/large/new.jpg': Buffer.from([255, 216, 0, 1]).toString('latin1'),
  'site.json': 'site',
};

/** Every file below the folder, whoever it belongs to. */
export async function filesOf(content: string): Promise<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(await snapshot(content)).map(([path, text]) => [
      path,
      Buffer.from(text, 'base64').toString('latin1'),
    ]),
  );
}

/** Folders too: an empty one that was not there before is a change as well. */
export async function namesIn(content: string): Promise<string[]> {
  return (await readdir(content, { recursive: true })).sort();
}

export const textOf = (path: string): Promise<string> => readFile(path, 'utf8');

/** What changes a disk, in the order it is asked. */
const CHANGING = ['makeFolder', 'write', 'hardLink', 'rename', 'syncFolder', 'remove', 'removeEmpty'];

/** The pulled plug: after so many steps nothing happens any more, whatever is tried, and the last step may have half happened. */
export function dyingAfter(steps: number): { disk: Disk; isDead: () => boolean } {
  let done = 0;
  return { disk: guarded(() => (done += 1) > steps, 'ECRASH'), isDead: () => done > steps };
}

/** Fails at one step, or at that one and all behind it. */
export function failingAt(step: number, code: string, andOn: boolean): { disk: Disk; reached: () => boolean } {
  let done = 0;
  const fails = (): boolean => {
    done += 1;
    return andOn ? done >= step : done === step;
  };
  return { disk: guarded(fails, code), reached: () => done >= step };
}

/** Tells every step that changes the disk, as `write round/list.md`. */
export function watched(content: string, tell: (step: string) => void): Disk {
  return new Proxy(contentDisk, {
    get(disk, name: keyof Disk) {
      if (!CHANGING.includes(name)) return disk[name].bind(disk);
      return (...given: unknown[]) => {
        const paths = given.filter((one) => typeof one === 'string').map((one) => relative(content, one) || '.');
        tell([name, ...paths].join(' '));
        return (disk[name] as (this: void, ...given: unknown[]) => unknown)(...given);
      };
    },
  });
}

function guarded(fails: () => boolean, code: string): Disk {
  return new Proxy(contentDisk, {
    get(disk, name: keyof Disk) {
      if (!CHANGING.includes(name)) return disk[name].bind(disk);
      return (...given: unknown[]) =>
        fails()
          ? Promise.reject(Object.assign(new Error(code), { code }))
          : (disk[name] as (this: void, ...given: unknown[]) => unknown)(...given);
    },
  });
}
