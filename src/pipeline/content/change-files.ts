import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { TreeFile } from './content-tree.ts';
import { textOf } from './text-file.ts';

/** Path below the content folder → the new text, or `undefined` where the file goes. */
export type Changes = ReadonlyMap<string, string | undefined>;

/**
 * Several files at once, all of them or none: everything new is written beside its place first; if putting in place fails half way,
 * what was there comes back.
 */
export async function changeFiles(directory: string, changes: Changes): Promise<void> {
  const staged = new Map<string, string>();
  const done: { path: string; before: Uint8Array | undefined }[] = [];
  try {
    for (const [path, text] of changes) {
      if (text === undefined) continue;
      const partial = `${join(directory, path)}.partial-${process.pid}`;
      await mkdir(dirname(partial), { recursive: true });
      staged.set(path, partial);
      await writeDown(partial, text);
    }
    for (const [path] of changes) {
      const target = join(directory, path);
      const before = await readFile(target).catch(() => undefined);
      done.push({ path, before });
      const partial = staged.get(path);
      if (partial === undefined) await rm(target, { force: true });
      else await rename(partial, target);
    }
  } catch (error) {
    for (const { path, before } of done) await putBack(join(directory, path), before);
    for (const partial of staged.values()) await rm(partial, { force: true }).catch(() => undefined);
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Refusal('not-written', `写不了 ${directory} 里的文件（${code}）。请检查写入的权限；原有文件保持原样。`);
  }
}

/** The tree as it would be afterwards, for the strict reader to judge before anything is written. */
export function changedTree(tree: readonly TreeFile[], changes: Changes): TreeFile[] {
  const kept = tree.filter(({ path }) => !changes.has(path));
  const fresh = [...changes].flatMap(([path, text]): TreeFile[] => {
    if (text === undefined) return [];
    const bytes = new TextEncoder().encode(text);
    return [{ path, kind: 'file', size: bytes.length, bytes }];
  });
  return [...kept, ...fresh];
}

/** The text of a file as the strict reader sees it. */
export function textAt(tree: readonly TreeFile[], path: string): string {
  const file = tree.find((one) => one.path === path);
  const read = file && textOf(file);
  if (!read || !('text' in read)) throw new Refusal('file-unreadable', `读不了 ${path}。请先运行 npm run check。`);
  return read.text;
}

async function writeDown(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function putBack(path: string, before: Uint8Array | undefined): Promise<void> {
  if (before === undefined) await rm(path, { force: true }).catch(() => undefined);
  else
    await open(path, 'w')
      .then((file) => file.writeFile(before).finally(() => file.close()))
      .catch(() => undefined);
}
