import { randomBytes } from 'node:crypto';
import { readFile, readlink, statfs } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename } from 'node:path';
import { z } from 'zod';

/**
 * Who holds a lock: enough to name him to a colleague, and to tell a living holder from a dead one after a number of a process was given
 * out again, after a restart, and from inside a container. Empty where the system does not say.
 */
export const ownerSchema = z.object({
  /** Of this one holding; two holdings of one process differ. Begins with the number of the process, for what was left unfinished. */
  token: z.string().regex(/^[0-9a-f]{16}$/),
  user: z.string(),
  host: z.string(),
  /** `/etc/machine-id`: two computers may have one name. */
  machine: z.string(),
  /** Changes at each start of the machine. */
  boot: z.string(),
  /** In which a number of a process has its meaning: each container has its own. */
  space: z.string(),
  pid: z.int().positive(),
  /** Start of the process in clock ticks since boot. */
  started: z.string(),
  /** An instant, ISO. */
  since: z.iso.datetime(),
  /** What runs, as typed behind `npm run`. */
  verb: z.string(),
});

export type Owner = z.infer<typeof ownerSchema>;

/** `foreign`: this machine cannot know, so that only a person may decide. */
export type Standing = 'alive' | 'dead' | 'foreign';

/** This machine as far as it can judge an owner; a test brings its own. */
export interface Here {
  host: string;
  machine: string;
  boot: string;
  space: string;
  /** Start of a running process, '' where the system does not say; `undefined`: no such process. */
  processAt: (pid: number) => Promise<{ started: string } | undefined>;
  /** Whether a folder lies on a share that other machines may write to as well. */
  isShared: (folder: string) => Promise<boolean>;
}

/** What this process was started as: `act` for `scripts/act.ts`. */
export function verbHere(): string {
  return basename(process.argv[1] ?? '', '.ts');
}

export async function ownerHere(verb: string, now: number): Promise<Owner> {
  const { host, machine, boot, space, processAt } = await here();
  return {
    token: process.pid.toString(16).padStart(8, '0') + randomBytes(4).toString('hex'),
    user: userName(),
    host,
    machine,
    boot,
    space,
    pid: process.pid,
    started: (await processAt(process.pid))?.started ?? '',
    since: new Date(now).toISOString(),
    verb,
  };
}

/** Never by time: a lock is dead only when this very machine knows that the process is gone. */
export async function standingOf(owner: Owner, folder: string, machine: Here): Promise<Standing> {
  if (owner.host !== machine.host || owner.machine !== machine.machine) return 'foreign';
  if (owner.boot !== machine.boot) {
    // The same machine, started anew; unless another one of the same name may have written to a share.
    return owner.machine === '' || (await machine.isShared(folder)) ? 'foreign' : 'dead';
  }
  if (owner.space !== machine.space) return 'foreign';
  const running = await machine.processAt(owner.pid);
  return running !== undefined && running.started === owner.started ? 'alive' : 'dead';
}

/** Whether the process of which a token tells is gone from this machine: all that can be known of a file that it did not finish. */
export async function isGone(token: string, machine: Here): Promise<boolean> {
  return (await machine.processAt(Number.parseInt(token.slice(0, 8), 16))) === undefined;
}

export async function here(): Promise<Here> {
  const line = async (file: string): Promise<string> => (await readFile(file, 'utf8').catch(() => '')).trim();
  const [machine, boot, space] = await Promise.all([
    line('/etc/machine-id'),
    line('/proc/sys/kernel/random/boot_id'),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return { host: hostname(), machine, boot, space, processAt, isShared };
}

async function processAt(pid: number): Promise<{ started: string } | undefined> {
  if (!isRunning(pid)) return undefined;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program stands in brackets and may hold spaces; behind it come the state and, as 20th word, the start.
  const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A process that ended and waits for its parent to notice holds nothing any more.
  if (words[0] === 'Z' || words[0] === 'X') return undefined;
  return { started: words[19] ?? '' };
}

/** On this machine; a number may have been given out again. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** NFS, SMB (two kinds), CIFS, FUSE (sshfs and the like), 9p, Ceph, AFS: `statfs(2)`, `linux/magic.h`. */
const NETWORK = [0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x01021997, 0x00c36400, 0x5346414f];

async function isShared(folder: string): Promise<boolean> {
  const found = await statfs(folder).catch(() => undefined);
  return found === undefined || NETWORK.includes(found.type >>> 0);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
