import { readFileSync, unlinkSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Given } from '#pipeline/commands/define-command.ts';
import type { WAIT } from '#pipeline/commands/shared-options.ts';
import { contentDisk, type Disk, diskReason } from './disk.ts';
import { holderText } from './holder-text.ts';
import { clearAround, isLock, type Lock, takeLock } from './lock.ts';
import { ownerHere } from './owner.ts';
import { LOCK } from './places.ts';
import { recover } from './recover.ts';
import { type Stamps, stampsOf } from './stamps.ts';

/** A content folder under this process's lock; only with it can anything be changed. */
export interface Held {
  content: string;
  disk: Disk;
  lock: Lock;
  /** The folder as it was when the reading began. */
  stamps: Stamps;
}

export interface Writer {
  /** What runs, as typed behind `npm run`: for the colleague who has to wait. */
  verb: string;
  /** How long to wait for another command, in milliseconds; some seconds unless said otherwise. */
  patience?: number | undefined;
  disk?: Disk;
}

/** In milliseconds. */
export function patienceOf(given: Given<typeof WAIT>): number | undefined {
  const seconds = given.wholeNumber('wait', 0, 86_400);
  return seconds === undefined ? undefined : seconds * 1000;
}

/**
 * Everything from the first look into a content folder to the last byte written, as one step beside which no other command writes: a plan
 * is made from what it will be put over. What an interrupted command left is completed or taken back first.
 */
export async function writing<T>(content: string, writer: Writer, work: (held: Held) => Promise<T>): Promise<T> {
  const { verb, patience = PATIENCE, disk = contentDisk } = writer;
  if (!(await lstat(content).catch(() => undefined))?.isDirectory()) {
    throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  }
  const lock = await lockOn(disk, content, verb, patience);
  const forget = releaseAtExit(lock);
  try {
    await cleared(disk, content, lock);
    return await work({ content, disk, lock, stamps: await stampsOf(content) });
  } finally {
    // A lock that cannot be removed belongs to a process that is gone in a moment.
    await lock.release().catch(() => undefined);
    forget();
  }
}

const PATIENCE = 5000;

async function lockOn(disk: Disk, content: string, verb: string, patience: number): Promise<Lock> {
  const file = join(content, LOCK);
  const taken = await takeLock(disk, file, await ownerHere(verb, Date.now()), {
    patience,
    onWait: (holder) => {
      if (process.stderr.isTTY)
        process.stderr.write(`${holderText(holder, content, file)}\n… 等候中，最多 ${Math.ceil(patience / 1000)} 秒\n`);
    },
  }).catch((error: unknown) => {
    throw new Refusal('not-written', `写不了 ${content} 里的文件：${diskReason(error)}。原有文件保持原样。`);
  });
  if (isLock(taken)) return taken;
  throw new Refusal('content-busy', `${holderText(taken, content, file)}什么也没有写入。`);
}

async function cleared(disk: Disk, content: string, lock: Lock): Promise<void> {
  try {
    const told = await recover(disk, content);
    if (told !== undefined) process.stderr.write(`${told}\n`);
    await clearAround(disk, lock);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('not-written', `写不了 ${content} 里的文件：${diskReason(error)}。原有文件保持原样。`);
  }
}

/** Interrupted from the keyboard, too, a process leaves no lock behind: on a share no other machine could know that it is gone. */
function releaseAtExit({ file, owner }: Lock): () => void {
  const release = (): void => {
    try {
      if (readFileSync(file, 'utf8').includes(owner.token)) unlinkSync(file);
    } catch {
      // Gone already, or out of reach: the next command finds a dead owner.
    }
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', release);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', release);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return forget;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
