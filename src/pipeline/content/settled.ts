import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { contentDisk, type Disk } from './disk.ts';
import { holderText } from './holder-text.ts';
import { directionOf } from './journal.ts';
import { clearAround, type Holder, holderOf, isLock, takeLock } from './lock.ts';
import { here, isGone, ownerHere, verbHere } from './owner.ts';
import { CHANGE, isOwnPlace, LOCK } from './places.ts';
import { notFinished, recover } from './recover.ts';
import { firstDifference, stampsOf } from './stamps.ts';

/**
 * Reads a content folder as it is before or after a change, never in between. A change that another command is putting in place is waited
 * for, one that was interrupted is completed or taken back, and when something changed while `read` was under way, it reads anew.
 * Takes no lock: a colleague who only looks holds nobody up.
 */
export async function settled<T>(content: string, read: () => Promise<T>, disk: Disk = contentDisk): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    await settle(content, disk);
    const before = await stampsOf(content);
    const outcome = await read().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const under = await directionOf(disk, content);
    const touched = firstDifference(before, await stampsOf(content));
    if (under === undefined && touched === undefined) {
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    }
    if (attempt === MOST_ATTEMPTS) {
      throw new Refusal(
        'content-moving',
        `${touched ?? content} 一直在变动，读不出一个确定的状态。请等改动结束后再试。`,
      );
    }
  }
}

const MOST_ATTEMPTS = 20;
/** In milliseconds: putting in place takes a fraction of a second. */
const PATIENCE = 10_000;

/** Leaves the folder with no change under way. */
async function settle(content: string, disk: Disk): Promise<void> {
  const file = join(content, LOCK);
  const until = Date.now() + PATIENCE;
  for (;;) {
    const own = (await readdir(content).catch(() => [])).filter(isOwnPlace);
    if (own.length === 0) return;
    const direction = await directionOf(disk, content);
    const holder = await holderOf(disk, file);
    const isFree = holder === undefined || holder.standing === 'dead';
    if (direction === undefined && (!isFree || !(await isLitter(disk, content, own)))) return;
    const busy = isFree ? await mended(disk, content, direction !== undefined) : holder;
    if (busy === undefined) return;
    if (Date.now() >= until) throw new Refusal('content-busy', holderText(busy, content, file));
    await pause(20);
  }
}

/** Whether anything there belongs to a process that is gone. */
async function isLitter(disk: Disk, content: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    if (name === CHANGE) return true;
    const standing = (await holderOf(disk, join(content, name)))?.standing;
    if (standing === 'dead' || (standing === 'unreadable' && (await isUnfinished(name)))) return true;
  }
  return false;
}

/** The file of a taker that was cut off before it had put its name in. */
async function isUnfinished(name: string): Promise<boolean> {
  const token = name.startsWith(`${LOCK}-`) ? name.slice(LOCK.length + 1) : '';
  return /^[0-9a-f]{16}$/.test(token) && isGone(token, await here());
}

/** @returns who came first, if somebody did */
async function mended(disk: Disk, content: string, counts: boolean): Promise<Holder | undefined> {
  try {
    const owner = await ownerHere(verbHere(), Date.now());
    const lock = await takeLock(disk, join(content, LOCK), owner, { patience: 0 });
    if (!isLock(lock)) return lock;
    try {
      const told = await recover(disk, content);
      if (told !== undefined) process.stderr.write(`${told}\n`);
      await clearAround(disk, lock);
    } finally {
      await lock.release().catch(() => undefined);
    }
  } catch (error) {
    // Litter alone troubles no reader, who may have no right to write at all.
    if (counts) throw error instanceof Refusal ? error : notFinished(content, error);
  }
  return undefined;
}
