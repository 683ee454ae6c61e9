import { lstat, mkdir, readdir } from 'node:fs/promises';
import type { Finding } from '#core/catalogue/finding.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { TreeFile } from './content-tree.ts';
import { contentDisk, diskReason } from './disk.ts';
import { isOwnPlace } from './places.ts';
import { parseTree } from './read-content.ts';

/** Path below the content folder → text. */
export type NewFiles = ReadonlyMap<string, string>;

/** What the strict reader would say about new files in the tree they go to. */
export function readerFindings(files: NewFiles, around: readonly TreeFile[] = []): Finding[] {
  const fresh = [...files].map(([path, text]): TreeFile => {
    const bytes = new TextEncoder().encode(text);
    return { path, kind: 'file', size: bytes.length, bytes };
  });
  return parseTree([...around, ...fresh]).findings.filter(
    ({ level, where }) => level === 'error' && (files.has(where.file) || around.length === 0),
  );
}

/** Refuses a folder in which something lies; what an interrupted command left there is not an office's. */
export async function refuseFilled(folder: string): Promise<void> {
  if ((await readdir(folder).catch(() => [])).some((name) => !isOwnPlace(name))) {
    throw new Refusal('folder-exists', `${folder} 里已经有文件，没有覆盖。请换一个目录，或先移走它。`);
  }
}

/** Runs `fill` in a folder that is made for it, and is gone again when nothing was put in. */
export async function inNewFolder<T>(folder: string, fill: () => Promise<T>): Promise<T> {
  const there = await lstat(folder).catch(() => undefined);
  if (there && !there.isDirectory()) {
    throw new Refusal('folder-exists', `${folder} 不是一个文件夹，没有覆盖。请换一个名称。`);
  }
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Refusal('not-written', `建不了文件夹 ${folder}：${diskReason(error)}。请检查上级文件夹能不能写。`);
  });
  try {
    return await fill();
  } finally {
    if (!there) await contentDisk.removeEmpty(folder).catch(() => undefined);
  }
}
