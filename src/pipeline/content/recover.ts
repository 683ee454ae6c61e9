import { join } from 'node:path';
import { chinaDate, chinaTime } from '#core/calendar/plain-date.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { type Disk, diskReason } from './disk.ts';
import {
  bytesAt,
  carryOut,
  closeJournal,
  digestOf,
  type Direction,
  directionOf,
  foldersAbove,
  type Journal,
  journalFile,
  readJournal,
  staged,
} from './journal.ts';
import { CHANGE } from './places.ts';

/**
 * Under the lock: completes or takes back what an interrupted command left, and clears away what never counted. Can itself be interrupted.
 * @returns what was done, in one sentence; `undefined` when there was nothing to tell
 */
export async function recover(disk: Disk, content: string): Promise<string | undefined> {
  const direction = await directionOf(disk, content);
  if (direction === undefined) {
    if (await disk.exists(join(content, CHANGE))) await disk.remove(join(content, CHANGE));
    return undefined;
  }
  const journal = await readJournal(disk, content, direction);
  await refuseLinks(disk, content, journal);
  await refuseEdited(disk, content, journal);
  const way = await wayOut(disk, content, journal, direction);
  if (direction === 'forward' && way === 'forward') {
    try {
      await carryOut(disk, content, journal, 'forward');
      await closeJournal(disk, content, 'forward');
      return told(journal, 'forward');
    } catch {
      // What cannot be completed is taken back.
    }
  }
  await takeBack(disk, content, journal);
  return told(journal, 'back');
}

/** What was there before comes back. Where even that fails, the journal stays for the next command. */
export async function takeBack(disk: Disk, content: string, journal: Journal): Promise<void> {
  try {
    if ((await directionOf(disk, content)) === 'forward') {
      await disk.rename(journalFile(content, 'forward'), journalFile(content, 'back'));
    }
    await carryOut(disk, content, journal, 'back');
    await closeJournal(disk, content, 'back');
  } catch (error) {
    throw notFinished(content, error);
  }
}

export function notFinished(content: string, error: unknown): Refusal {
  return new Refusal(
    'not-finished',
    `${content} 里有一次改动只写了一半，现在补不完也撤不回：${diskReason(error)}。请排除原因，再运行任何一个命令（例如 npm run check）：它会先把这次改动补完或撤回，并说明是哪一种。`,
  );
}

/** A folder that is a link leads out of the content. */
export async function refuseLinks(disk: Disk, content: string, { files }: Journal): Promise<void> {
  for (const folder of new Set(files.flatMap(({ path }) => foldersAbove(path)))) {
    const link = await disk.linkTarget(join(content, folder)).catch(() => undefined);
    if (link !== undefined) {
      throw new Refusal(
        'link-in-content',
        `${join(content, folder)} 是一个链接，不能往里面写。请换成真正的文件夹，再重新运行。`,
      );
    }
  }
}

/** What a person wrote since the interruption is nobody's to write over. */
async function refuseEdited(disk: Disk, content: string, journal: Journal): Promise<void> {
  const edited: string[] = [];
  for (const { path, before, after } of journal.files) {
    const present = digestOf(await bytesAt(disk, join(content, path)));
    if (present !== undefined && present !== before && present !== after) edited.push(path);
  }
  if (edited.length === 0) return;
  throw new Refusal(
    'change-edited',
    `${about(journal)}中途断了，其后 ${edited.join('、')} 又被手工改过，没有动它。请先把手工改过的文件移到内容目录以外，再运行同一条命令：断掉的改动会先补完，然后再把手工的改动写进去。`,
  );
}

/** Forward when everything new lies ready, otherwise back when everything old does. */
async function wayOut(disk: Disk, content: string, journal: Journal, direction: Direction): Promise<Direction> {
  if (direction === 'forward' && (await isReady(disk, content, journal, 'forward'))) return 'forward';
  if (await isReady(disk, content, journal, 'back')) return 'back';
  throw new Refusal(
    'journal-unreadable',
    `${about(journal)}中途断了，留下的文件也不完整，补不完也撤不回。请从备份恢复内容目录，再删除 ${join(content, CHANGE)}。什么也没有改动。`,
  );
}

async function isReady(disk: Disk, content: string, { files }: Journal, way: Direction): Promise<boolean> {
  for (const [index, { path, before, after }] of files.entries()) {
    const wanted = way === 'forward' ? after : before;
    if (wanted === undefined || digestOf(await bytesAt(disk, join(content, path))) === wanted) continue;
    const ready = await bytesAt(disk, staged(content, way === 'forward' ? 'new' : 'old', index));
    if (digestOf(ready) !== wanted) return false;
  }
  return true;
}

function told(journal: Journal, way: Direction): string {
  const count = journal.files.length;
  return way === 'forward'
    ? `${about(journal)}中途断了，现在已经补完（${count} 个文件）。`
    : `${about(journal)}没有写完，现在已经撤回，${count} 个文件与那以前一样。`;
}

function about({ verb, user, since }: Journal): string {
  const at = Date.parse(since);
  const by = user === '' ? '' : `${user}，`;
  return `上一次的 npm run ${verb}（${by}北京时间 ${chinaDate(at)} ${chinaTime(at)}）`;
}
