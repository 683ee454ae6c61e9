import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Disk } from './disk.ts';
import { CHANGE } from './places.ts';

/**
 * A change of several files that is all or nothing, also when the plug is pulled:
 *   .jiangbang-change/new/<n>       the new bytes of the n-th file
 *   .jiangbang-change/old/<n>       the bytes that were there
 *   .jiangbang-change/journal.json  what is to be done; from the moment it stands there, the change counts
 *   .jiangbang-change/undo.json     the same file under another name: the change is to be taken back
 * Without either of the two nothing has been touched.
 */
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** What comes from a disk is not believed: no way out of the content folder, nothing hidden but the one list of what a version history leaves out. */
const pathSchema = z.string().regex(/^\.gitignore$|^(?!\.)[^\\/\0]+(?:\/(?!\.)[^\\/\0]+)*$/);

export const journalSchema = z.strictObject({
  version: z.literal(1),
  /** Whose change it is, for the sentence about it. */
  verb: z.string(),
  user: z.string(),
  since: z.iso.datetime(),
  /** Digests of the bytes before and after; absent: there was no file, or is to be none. */
  files: z.array(z.strictObject({ path: pathSchema, before: sha256Schema.optional(), after: sha256Schema.optional() })),
  /** Folders that are new, outer ones first. */
  folders: z.array(pathSchema),
});

export type Journal = z.infer<typeof journalSchema>;

export type Direction = 'forward' | 'back';

const NAMES: Record<Direction, string> = { forward: 'journal.json', back: 'undo.json' };

export const journalFile = (content: string, direction: Direction): string => join(content, CHANGE, NAMES[direction]);
export const staged = (content: string, which: 'new' | 'old', index: number): string =>
  join(content, CHANGE, which, String(index));

/** Whether a change that counts is under way, and which way it goes. */
export async function directionOf(disk: Disk, content: string): Promise<Direction | undefined> {
  if (await disk.exists(journalFile(content, 'back'))) return 'back';
  return (await disk.exists(journalFile(content, 'forward'))) ? 'forward' : undefined;
}

export async function readJournal(disk: Disk, content: string, direction: Direction): Promise<Journal> {
  const file = journalFile(content, direction);
  const text = new TextDecoder().decode(await disk.read(file));
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal(
      'journal-unreadable',
      `${file} 读不懂：它记着上一次没有写完的改动。请从备份恢复内容目录，再删除 ${join(content, CHANGE)}。什么也没有改动。`,
    );
  }
}

export function digestOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** `undefined` when there is no such file. */
export async function bytesAt(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  try {
    return await disk.read(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Puts every file where the journal says; what is there already is left. Can be done again after an interruption at any point. */
export async function carryOut(disk: Disk, content: string, journal: Journal, direction: Direction): Promise<void> {
  const forward = direction === 'forward';
  if (forward) for (const folder of journal.folders) await disk.makeFolder(join(content, folder));
  for (const [index, { path, before, after }] of journal.files.entries()) {
    const wanted = forward ? after : before;
    const target = join(content, path);
    if (digestOf(await bytesAt(disk, target)) === wanted) continue;
    if (wanted === undefined) await disk.remove(target);
    else await disk.rename(staged(content, forward ? 'new' : 'old', index), target);
  }
  if (!forward) for (const folder of journal.folders.toReversed()) await disk.removeEmpty(join(content, folder));
  const touched = new Set(['', ...journal.files.flatMap(({ path }) => foldersAbove(path))]);
  for (const folder of touched)
    if (await disk.exists(join(content, folder))) await disk.syncFolder(join(content, folder));
}

/** Ends the change: the journal goes first, then what belonged to it, which is litter from then on. */
export async function closeJournal(disk: Disk, content: string, direction: Direction): Promise<void> {
  await disk.remove(journalFile(content, direction));
  await disk.remove(join(content, CHANGE)).catch(() => undefined);
}

/** `a/b/c.md` → `a`, `a/b`. */
export function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
}
