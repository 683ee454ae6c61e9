import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { TreeFile } from './content-tree.ts';
import { type Disk, diskReason } from './disk.ts';
import {
  bytesAt,
  carryOut,
  closeJournal,
  digestOf,
  foldersAbove,
  type Journal,
  journalFile,
  journalSchema,
  staged,
} from './journal.ts';
import { CHANGE } from './places.ts';
import { refuseLinks, takeBack } from './recover.ts';
import { firstDifference, stampsOf } from './stamps.ts';
import { textOf } from './text-file.ts';
import type { Held } from './writing.ts';

/** Path below the content folder → the new text or bytes, or `undefined` where the file goes. */
export type Changes = ReadonlyMap<string, string | Uint8Array | undefined>;

/**
 * Several files at once, all of them or none, also when the process is killed half way: the next command completes what counts already
 * and clears away what does not.
 * @param held the content folder under this process's lock: nobody changes what is not his
 * @param scope the part of the folder the changes were planned from; what somebody edited by hand there since is not written over
 */
export async function changeFiles(held: Held, changes: Changes, scope = ''): Promise<void> {
  const { content, disk, lock } = held;
  if (!(await lock.isHeld())) {
    throw new Refusal('lock-lost', `${lock.file} 被移走了，不能确定只有这一个命令在写。什么也没有写入，请重新运行。`);
  }
  const touched = firstDifference(held.stamps, await stampsOf(content), scope);
  if (touched !== undefined) {
    throw new Refusal('content-changed', `${touched} 在计划以后被改动过，没有写入。请重新运行同一条命令。`);
  }
  const journal = await prepared(held, changes).catch(async (error: unknown) => {
    await disk.remove(join(content, CHANGE)).catch(() => undefined);
    throw notWritten(content, error);
  });
  let inPlace = false;
  try {
    await commit(disk, content);
    await carryOut(disk, content, journal, 'forward');
    inPlace = true;
    await closeJournal(disk, content, 'forward');
  } catch (error) {
    const counts = await disk.exists(journalFile(content, 'forward'));
    if (counts) await takeBack(disk, content, journal);
    else await disk.remove(join(content, CHANGE)).catch(() => undefined);
    if (counts || !inPlace) throw notWritten(content, error);
  }
  held.stamps = await stampsOf(content);
}

/** Everything new and everything old laid ready and made durable. */
async function prepared({ content, disk, lock: { owner } }: Held, changes: Changes): Promise<Journal> {
  const files: Journal['files'] = [];
  const folders = new Set<string>();
  await disk.makeFolder(join(content, CHANGE));
  for (const part of ['new', 'old']) await disk.makeFolder(join(content, CHANGE, part));
  for (const [index, [path, text]] of [...changes].entries()) {
    const fresh = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const there = await bytesAt(disk, join(content, path));
    if (fresh) await disk.write(staged(content, 'new', index), fresh);
    if (there) await disk.write(staged(content, 'old', index), there);
    const [before, after] = [digestOf(there), digestOf(fresh)];
    files.push({ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
    for (const folder of fresh ? foldersAbove(path) : []) {
      if (!(await disk.exists(join(content, folder)))) folders.add(folder);
    }
  }
  const { verb, user, since } = owner;
  const journal = journalSchema.parse({ version: 1, verb, user, since, files, folders: [...folders] });
  await refuseLinks(disk, content, journal);
  await disk.write(partialJournal(content), new TextEncoder().encode(`${JSON.stringify(journal)}\n`));
  for (const part of ['new', 'old', '']) await disk.syncFolder(join(content, CHANGE, part));
  await disk.syncFolder(content);
  return journal;
}

/** From here on the change counts. */
async function commit(disk: Disk, content: string): Promise<void> {
  await disk.rename(partialJournal(content), journalFile(content, 'forward'));
  await disk.syncFolder(join(content, CHANGE));
}

function partialJournal(content: string): string {
  return `${journalFile(content, 'forward')}.partial`;
}

function notWritten(content: string, error: unknown): unknown {
  if (error instanceof Refusal || (error as NodeJS.ErrnoException).code === undefined) return error;
  return new Refusal('not-written', `写不了 ${content} 里的文件：${diskReason(error)}。原有文件保持原样。`);
}

/** The tree as it would be afterwards, for the strict reader to judge before anything is written. */
export function changedTree(tree: readonly TreeFile[], changes: ReadonlyMap<string, string | undefined>): TreeFile[] {
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
