import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Disk } from '#pipeline/content/disk.ts';
import { holderText } from '#pipeline/content/holder-text.ts';
import { clearAround, isLock, type Lock, takeLock } from '#pipeline/content/lock.ts';
import { ownerHere, verbHere } from '#pipeline/content/owner.ts';
import { currentOf } from '#pipeline/release/current.ts';

/** The one folder a publication works in; its lock and everything unfinished lie in it. */
const WORK = '.publishing';
const LOCK = 'lock';
/** Names the release that is being put in place, for whoever mends after a publisher that was killed. */
const RELEASE = 'release';

export interface TakenTarget {
  /** The folder to work in. */
  work: string;
  /** Ends the publication: nothing unfinished stays. */
  release(): Promise<void>;
}

/**
 * Takes the target for this process. What a dead publisher left is mended first; a living one is waited for, then refused.
 * @param patience in milliseconds
 */
export async function takeTarget(disk: Disk, target: string, release: string, patience: number): Promise<TakenTarget> {
  const work = join(target, WORK);
  const lock = await lockOn(disk, target, patience);
  try {
    await clearAround(disk, lock);
    await mend(disk, target);
    await disk.write(join(work, RELEASE), new TextEncoder().encode(release));
  } catch (error) {
    await end(disk, work, lock);
    throw error;
  }
  return { work, release: () => end(disk, work, lock) };
}

async function lockOn(disk: Disk, target: string, patience: number): Promise<Lock> {
  const work = join(target, WORK);
  const file = join(work, LOCK);
  const owner = await ownerHere(verbHere(), Date.now());
  for (;;) {
    await disk.makeFolder(work);
    const taken = await takeLock(disk, file, owner, { patience }).catch(async (error: NodeJS.ErrnoException) => {
      // A publisher that ends takes its folder with it, and another one comes in between.
      if (error.code === 'ENOENT' && !(await disk.exists(work)) && (await disk.exists(target))) return undefined;
      await disk.removeEmpty(work).catch(() => undefined);
      throw error;
    });
    if (taken === undefined) continue;
    if (isLock(taken)) return taken;
    throw new Refusal('publisher-busy', `${holderText(taken, target, file)}网站保持原样。`);
  }
}

/** What a killed publisher left: its release, unless it went live, its record, and what it worked on. */
async function mend(disk: Disk, target: string): Promise<void> {
  const work = join(target, WORK);
  const release = new TextDecoder().decode(await disk.read(join(work, RELEASE)).catch(() => new Uint8Array()));
  const live = await currentOf(disk, target);
  if (/^[\w-]+$/.test(release) && (typeof live !== 'object' || live.release !== release)) {
    await disk.remove(join(target, 'releases', release));
    await disk.remove(join(target, 'manifests', release));
  }
  await clear(disk, work);
}

async function end(disk: Disk, work: string, lock: Lock): Promise<void> {
  try {
    await clear(disk, work);
    await lock.release();
    await disk.removeEmpty(work);
  } catch {
    // The next publication finds a dead owner and mends.
  }
}

/** Everything but the lock and who waits for it. */
async function clear(disk: Disk, work: string): Promise<void> {
  for (const { name } of await disk.list(work)) {
    if (name !== LOCK && !name.startsWith(`${LOCK}-`)) await disk.remove(join(work, name));
  }
}
