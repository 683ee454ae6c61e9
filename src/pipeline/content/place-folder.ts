import { chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseTree } from './read-content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { TreeFile } from './content-tree.ts';
import type { Finding } from '#core/catalogue/finding.ts';

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

/**
 * Puts a folder in place whole or not at all: written beside the content folder, then renamed. An existing folder stays as it is.
 * @param files by path below `folder`
 */
export async function placeFolder(folder: string, files: NewFiles, besides: string): Promise<void> {
  const target = resolve(folder);
  await refuseExisting(target);
  await mkdir(dirname(resolve(besides)), { recursive: true }).catch(refuseUnwritable(besides));
  const staging = await mkdtemp(`${resolve(besides)}.partial-`).catch(refuseUnwritable(besides));
  try {
    // A temporary folder is its maker's alone; this one will be everybody's.
    await chmod(staging, 0o755);
    for (const [path, text] of files) {
      const file = join(staging, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await mkdir(dirname(target), { recursive: true });
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    refuseUnwritable(folder)(error);
  }
}

async function refuseExisting(target: string): Promise<void> {
  const inside = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Refusal('folder-exists', `${target} 不是一个文件夹，没有覆盖。请换一个名称。`);
  });
  if (inside === undefined) return;
  if (inside.length > 0) {
    throw new Refusal(
      'folder-exists',
      `${basename(target)} 已经存在，里面有文件，没有覆盖。请换一个名称，或先移走它。`,
    );
  }
  await rmdir(target);
}

function refuseUnwritable(where: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Refusal) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Refusal('not-written', `写不了 ${where}（${code}）。请检查上级文件夹是否存在、有没有写入的权限。`);
  };
}
