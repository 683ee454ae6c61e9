import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Disk } from '#pipeline/content/disk.ts';

/** Who publishes: enough to tell a living publisher from a dead one, also after the number of a process was given out again. */
interface Owner {
  host: string;
  pid: number;
  /** Start of the process in clock ticks since boot, from /proc; empty where there is no such file. */
  started: string;
  /** The release this run will put in place. */
  release: string;
}

/** The one folder a publication works in. Being there, it is the lock; everything unfinished lies in it. */
export const WORK = '.publishing';

/**
 * Takes the target for this process. What a dead publisher left is mended first; a living one is waited for, then refused.
 * @param patience in milliseconds
 * @returns the folder to work in
 */
export async function takeTarget(disk: Disk, target: string, release: string, patience: number): Promise<string> {
  const work = join(target, WORK);
  const mine = `${work}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const until = Date.now() + patience;
  // First what the dead left, then a folder of one's own: killed between the two, a run leaves one thing, not two.
  await mendLitter(disk, target);
  if (await disk.exists(work)) {
    const other = await ownerOf(disk, work);
    if (other === undefined || !(await isAlive(other))) await mend(disk, target, other);
  }
  await disk.makeFolder(mine);
  try {
    const owner: Owner = { host: hostname(), pid: process.pid, started: await startOf(process.pid), release };
    await disk.write(join(mine, 'owner.json'), new TextEncoder().encode(JSON.stringify(owner)));
    for (;;) {
      try {
        // Renaming onto a folder that is not empty fails: of two publishers one wins.
        await disk.rename(mine, work);
        return work;
      } catch (error) {
        if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
      const other = await ownerOf(disk, work);
      if (other === undefined || !(await isAlive(other))) await mend(disk, target, other);
      else if (Date.now() >= until) {
        throw new Refusal(
          'publisher-busy',
          `另一个发布正在进行（${other.host} 的进程 ${other.pid}）。请等它结束后再发布，或用 --wait 秒数 等候。网站保持原样。`,
        );
      } else await wait(100);
    }
  } catch (error) {
    await disk.remove(mine).catch(() => undefined);
    throw error;
  }
}

/** What a killed publisher left: its release, unless it went live, its record, and the folder it worked in. */
async function mend(disk: Disk, target: string, owner: Owner | undefined): Promise<void> {
  const work = join(target, WORK);
  const live = await disk.linkTarget(join(target, 'current'));
  if (owner && /^[\w-]+$/.test(owner.release) && live !== `releases/${owner.release}`) {
    await disk.remove(join(target, 'releases', owner.release));
    await disk.remove(join(target, 'manifests', owner.release));
  }
  const aside = `${work}-${process.pid}-dead`;
  await disk.rename(work, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  // Another run may have mended first and taken the target in between: what is alive goes back where it was.
  const moved = await ownerOf(disk, aside);
  if (moved && (moved.pid !== owner?.pid || moved.release !== owner.release)) await disk.rename(aside, work);
  else await disk.remove(aside);
}

/** Folders that never became the lock, of processes that are gone. */
async function mendLitter(disk: Disk, target: string): Promise<void> {
  for (const { name } of await disk.list(target)) {
    const pid = /^\.publishing-(\d+)-\w+$/.exec(name)?.[1];
    if (pid === undefined) continue;
    const owner = await ownerOf(disk, join(target, name));
    const alive = owner ? await isAlive(owner) : isRunning(Number(pid));
    if (!alive) await disk.remove(join(target, name));
  }
}

async function ownerOf(disk: Disk, work: string): Promise<Owner | undefined> {
  const bytes = await disk.read(join(work, 'owner.json')).catch(() => undefined);
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Owner;
  } catch {
    return undefined;
  }
}

async function isAlive({ host, pid, started }: Owner): Promise<boolean> {
  // A process of another machine cannot be asked: the target stays taken until a person removes the folder.
  if (host !== hostname()) return true;
  return isRunning(pid) && (started === '' || (await startOf(pid)) === started);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program stands in brackets and may hold spaces; the start is the 20th word behind it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
