import { dirname, join } from 'node:path';
import type { VerifierKey } from '#core/evidence/signed-note.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { type Disk, diskReason } from '#pipeline/content/disk.ts';
import { holderText } from '#pipeline/content/holder-text.ts';
import { clearAround, isLock, takeLock } from '#pipeline/content/lock.ts';
import { ownerHere } from '#pipeline/content/owner.ts';
import {
  appFolder,
  compareVersions,
  type Home,
  isProgram,
  type Platform,
  VERSION_FILE,
  versionOf,
  versionsText,
} from './layout.ts';
import { readPackage, type SignedPackage } from './read-package.ts';

/** What an update does to a machine; a test brings its own. */
export interface UpdateEffects {
  disk: Disk;
  /** Lets a file be started, where systems ask for that. */
  makeRunnable: (file: string) => Promise<void>;
  /** Whether a version that lies unpacked starts at all. */
  starts: (app: string) => Promise<boolean>;
  /** Called with how many of how many files lie unpacked. */
  progress?: (done: number, of: number) => void;
}

interface Updated {
  from: string;
  to: string;
  /** Versions that were removed: only the one before stays. */
  removed: string[];
}

const WORK = '.update';
const LOCK = '.update-lock';
const UNTOUCHED = '现在的版本保持原样。';

/** Verifies a package against the version that runs; nothing is written. */
export async function planUpdate(
  home: Home,
  file: string,
  key: VerifierKey,
  platform: Platform,
): Promise<SignedPackage> {
  const fresh = await readPackage(file, key, platform);
  const order = compareVersions(fresh.version, home.current);
  if (order > 0) return fresh;
  throw order === 0
    ? new Refusal('update-same', `${file} 就是现在运行的 ${home.current}，不用更新。`)
    : new Refusal(
        'update-older',
        `${file} 是 ${fresh.version}，比现在运行的 ${home.current} 旧。要退回更新以前的一版，用 --back。${UNTOUCHED}`,
      );
}

/** Unpacks a verified package beside the version that runs, starts it once, and only then has it run the next time. */
export async function applyUpdate(home: Home, fresh: SignedPackage, effects: UpdateEffects): Promise<Updated> {
  const { disk } = effects;
  return changing(home, disk, async () => {
    const work = join(home.folder, WORK);
    const app = join(home.folder, appFolder(fresh.version));
    await disk.remove(work);
    // Of an update that was cut off before it counted; neither the version that runs nor the one before it.
    await disk.remove(app);
    try {
      await unpack(join(work, 'app'), fresh, effects);
      await disk.rename(join(work, 'app'), app);
      if (!(await effects.starts(app))) {
        throw new Refusal('update-not-starting', `新版 ${fresh.version} 在这台电脑上启动不了，没有换上。${UNTOUCHED}`);
      }
      await switchVersion(home.folder, disk, fresh.version, home.current);
    } catch (error) {
      await disk.remove(app).catch(() => undefined);
      throw error;
    } finally {
      await disk.remove(work).catch(() => undefined);
    }
    return {
      from: home.current,
      to: fresh.version,
      removed: await dropOlder(home.folder, disk, fresh.version, home.current),
    };
  });
}

/** Has the version before run again. What the office wrote meanwhile stays as it is. */
export async function goBack(home: Home, disk: Disk): Promise<Updated> {
  const { folder, current, previous } = home;
  if (previous === undefined || !(await disk.exists(join(folder, appFolder(previous))))) {
    throw new Refusal('update-no-previous', `没有更新以前的一版可以退回，一直用的是 ${current}。`);
  }
  return changing(home, disk, async () => {
    await switchVersion(folder, disk, previous, current);
    return { from: current, to: previous, removed: [] };
  });
}

async function unpack(
  to: string,
  fresh: SignedPackage,
  { disk, makeRunnable, progress }: UpdateEffects,
): Promise<void> {
  const made = new Set<string>();
  for (const [index, { path, read }] of fresh.files.entries()) {
    const file = join(to, path);
    if (!made.has(dirname(file))) await disk.makeFolder(dirname(file));
    made.add(dirname(file));
    await disk.write(file, await read());
    if (isProgram(path)) await makeRunnable(file);
    progress?.(index + 1, fresh.files.length);
  }
  for (const folder of made) await disk.syncFolder(folder);
}

async function switchVersion(folder: string, disk: Disk, current: string, previous: string): Promise<void> {
  const fresh = join(folder, `${VERSION_FILE}.partial`);
  await disk.remove(fresh);
  try {
    await disk.write(fresh, new TextEncoder().encode(versionsText(current, previous)));
    await disk.rename(fresh, join(folder, VERSION_FILE));
  } catch (error) {
    await disk.remove(fresh).catch(() => undefined);
    throw error;
  }
  // It counts from here on; a version that runs must not be cleared away for want of this.
  await disk.syncFolder(folder).catch(() => undefined);
}

/** The version that runs now, from which this was asked, is the one before from here on: its files are in use. */
async function dropOlder(folder: string, disk: Disk, ...kept: readonly string[]): Promise<string[]> {
  const removed: string[] = [];
  for (const { name, kind } of await disk.list(folder)) {
    const version = kind === 'folder' ? versionOf(name) : undefined;
    if (version === undefined || kept.includes(version)) continue;
    const isGone = await disk.remove(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (isGone) removed.push(version);
  }
  return removed;
}

async function changing<T>(home: Home, disk: Disk, change: () => Promise<T>): Promise<T> {
  const file = join(home.folder, LOCK);
  try {
    const taken = await takeLock(disk, file, await ownerHere('update', Date.now()), { patience: 0 });
    if (!isLock(taken)) throw new Refusal('update-busy', `${holderText(taken, home.folder, file)}${UNTOUCHED}`);
    try {
      await clearAround(disk, taken);
      return await change();
    } finally {
      await taken.release();
    }
  } catch (error) {
    if (error instanceof Refusal || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Refusal('update-not-written', `写不了 ${home.folder}：${diskReason(error)}。${UNTOUCHED}`);
  }
}
