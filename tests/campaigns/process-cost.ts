import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

export interface Ran {
  /** Of the processor, everything below the process included. */
  seconds: number;
  /** The most that it and everything below it held at once. */
  megabytes: number;
  stdout: string;
  stderr: string;
}

/** Runs Node and looks every 50 ms at what it costs; Linux alone tells. */
export async function ran(words: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['--no-warnings', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')));
  const most = { seconds: 0, megabytes: 0 };
  let over = false;
  const looking = (async () => {
    while (!over) {
      const now = await costOf(child.pid ?? 0);
      most.seconds = Math.max(most.seconds, now.seconds);
      most.megabytes = Math.max(most.megabytes, now.megabytes);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  await new Promise((resolve) => child.once('close', resolve));
  over = true;
  await looking;
  return { ...most, ...said };
}

/** proc(5): what a process and those it has waited for used, and what it and all below it hold now. */
export async function costOf(pid: number): Promise<{ seconds: number; megabytes: number }> {
  const all = (await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(statOf))).filter(
    (one) => one !== undefined,
  );
  const below = new Set([pid]);
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const one of all) if (below.has(one.parent)) below.add(one.pid);
  }
  const own = all.filter((one) => below.has(one.pid));
  return {
    seconds: own.reduce((sum, one) => sum + one.ticks, 0) / 100,
    megabytes: own.reduce((sum, one) => sum + one.pages, 0) / 256,
  };
}

async function statOf(
  name: string,
): Promise<{ pid: number; parent: number; ticks: number; pages: number } | undefined> {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
  // The name of the program may hold anything, brackets too.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 22) return undefined;
  const at = (index: number): number => Number(fields[index]);
  return { pid: Number(name), parent: at(1), ticks: at(11) + at(12) + at(13) + at(14), pages: at(21) };
}
