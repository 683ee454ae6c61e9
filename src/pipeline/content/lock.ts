import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Disk } from './disk.ts';
import { type Here, here, type Owner, ownerSchema, type Standing, standingOf } from './owner.ts';

/** Somebody else has it. */
export interface Holder {
  /** Absent when what lies there cannot be read. */
  owner: Owner | undefined;
  standing: Standing | 'unreadable';
}

export interface Lock {
  file: string;
  owner: Owner;
  /** A person may have removed the file, and somebody else have taken it since. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

export interface Waiting {
  /** In milliseconds. */
  patience: number;
  /** Called once, before the first wait. */
  onWait?: (holder: Holder) => void;
  machine?: Here;
}

/**
 * Takes a lock: a file that names its owner, made whole under a name of its own and then linked to the name of the lock, which succeeds
 * for one alone. Everything that changes a content folder or a folder with published sites goes through here.
 * @returns the lock, or who has it when the patience is over
 */
export async function takeLock(disk: Disk, file: string, owner: Owner, waiting: Waiting): Promise<Lock | Holder> {
  const machine = waiting.machine ?? (await here());
  const until = Date.now() + waiting.patience;
  const mine = `${file}-${owner.token}`;
  try {
    for (let told = false; ; told = true) {
      const holder = await attempt({ disk, machine, mine, owner }, file);
      if (holder === undefined) return lockOf(disk, file, owner);
      if (Date.now() >= until) return holder;
      if (!told) waiting.onWait?.(holder);
      await pause(Math.min(50, Math.max(1, until - Date.now())));
    }
  } finally {
    await disk.remove(mine).catch(() => undefined);
  }
}

export function isLock(taken: Lock | Holder): taken is Lock {
  return 'release' in taken;
}

/** Who has a lock now; `undefined` when nobody has. */
export async function holderOf(disk: Disk, file: string, machine?: Here): Promise<Holder | undefined> {
  let text: string;
  try {
    text = new TextDecoder().decode(await disk.read(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return { owner: undefined, standing: 'unreadable' };
  }
  const owner = ownerIn(text);
  if (!owner) return { owner, standing: 'unreadable' };
  return { owner, standing: await standingOf(owner, dirname(file), machine ?? (await here())) };
}

/** Under the lock: what takers that are gone left beside it. */
export async function clearAround(disk: Disk, { file }: Pick<Lock, 'file'>): Promise<void> {
  for (const { name } of await disk.list(dirname(file))) {
    if (!name.startsWith(`${basename(file)}-`)) continue;
    const left = join(dirname(file), name);
    const { standing } = (await holderOf(disk, left)) ?? { standing: 'dead' };
    if (standing === 'dead' || standing === 'unreadable') await disk.remove(left);
  }
}

interface Taker {
  disk: Disk;
  machine: Here;
  /** The file with this owner in it. */
  mine: string;
  owner: Owner;
}

/**
 * The lock of a dead owner passes on in two steps: first the right to succeed this very owner is taken, a lock itself; whoever has it
 * looks once more whether that owner is still there, and puts his own file over it. Of two who come at once one gets the right; one who
 * comes late gets it too, but finds another owner, and lets go.
 */
async function attempt(taker: Taker, file: string): Promise<Holder | undefined> {
  const { disk, machine } = taker;
  for (;;) {
    if (await linked(taker, file)) return undefined;
    const holder = await holderOf(disk, file, machine);
    if (holder === undefined) continue;
    if (holder.standing !== 'dead' || !holder.owner) return holder;
    const { token } = holder.owner;
    const right = `${file}-after-${token}`;
    const rival = await attempt(taker, right);
    if (rival) return rival;
    try {
      if ((await holderOf(disk, file, machine))?.owner?.token === token) {
        await disk.rename(right, file);
        return undefined;
      }
    } finally {
      // Gone when it has become the lock.
      await disk.remove(right).catch(() => undefined);
    }
  }
}

async function linked({ disk, mine, owner }: Taker, file: string): Promise<boolean> {
  // What is unfinished beside a lock may be cleared away by its holder.
  if (!(await disk.exists(mine))) await disk.write(mine, new TextEncoder().encode(`${JSON.stringify(owner)}\n`));
  try {
    await disk.hardLink(mine, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !(await disk.exists(mine))) return false;
    // Windows answers EPERM where the lock lies there but is just being removed, or a scanner has it open: it is held, for a moment.
    const isTaken = code === 'EEXIST' || (HELD.includes(code ?? '') && (await lies(disk, file)));
    if (!isTaken) throw error;
    // A network share may answer a link it has made as if it had not.
    return (
      ownerIn(new TextDecoder().decode(await disk.read(file).catch(() => new Uint8Array())))?.token === owner.token
    );
  }
}

const HELD = ['ENOTEMPTY', 'EPERM', 'EACCES', 'EBUSY'];

/** Something that cannot even be looked at lies there, too. */
async function lies(disk: Disk, file: string): Promise<boolean> {
  return disk.exists(file).catch(() => true);
}

function lockOf(disk: Disk, file: string, owner: Owner): Lock {
  const isHeld = async (): Promise<boolean> =>
    ownerIn(new TextDecoder().decode(await disk.read(file).catch(() => new Uint8Array())))?.token === owner.token;
  return {
    file,
    owner,
    isHeld,
    async release() {
      if (await isHeld()) await disk.remove(file);
    },
  };
}

function ownerIn(text: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
