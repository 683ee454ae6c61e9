import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Instant } from '#core/calendar/plain-date.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import type { Link } from './link.ts';
import type { DeskRecord } from './record.ts';
import { commandLine } from './words.ts';

/** A verb at work in a process of its own, so that the desk answers meanwhile. */
export interface Job {
  id: string;
  at: Instant;
  title: string;
  command: string;
  /** What the command has said of its steps, in order. */
  lines: readonly string[];
  /** Absent while it works. */
  exit: number | undefined;
  text: string;
  next: readonly Link[];
}

export interface Jobs {
  start(job: { title: string; verb: string; words: readonly string[]; next: readonly Link[] }): Job;
  find(id: string): Job | undefined;
  /** Those at work. */
  running(): Job[];
  /** Calls `tell` at every new line and at the end; returns what stops it. */
  follow(id: string, tell: () => void): () => void;
  stop(): void;
}

export function jobsOf(
  record: DeskRecord,
  clock: () => Instant,
  script = (verb: string): string => join(ROOT, 'scripts', `${verb}.ts`),
): Jobs {
  const jobs = new Map<string, Job & { lines: string[] }>();
  const followers = new Map<string, Set<() => void>>();
  const children = new Set<ReturnType<typeof spawn>>();
  const tellAll = (id: string): void => followers.get(id)?.forEach((tell) => tell());
  return {
    start({ title, verb, words, next }) {
      const id = randomBytes(8).toString('hex');
      const job: Job & { lines: string[] } = {
        id,
        at: clock(),
        title,
        command: commandLine(verb, words),
        lines: [],
        exit: undefined,
        text: '',
        next,
      };
      jobs.set(id, job);
      // Where the desk was started: there a content folder named in passing is the same one.
      const child = spawn(process.execPath, [script(verb), ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
      children.add(child);
      const said: string[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
      createInterface({ input: child.stderr }).on('line', (line) => {
        job.lines.push(line);
        tellAll(id);
      });
      const ended = async (exit: number): Promise<void> => {
        if (job.exit !== undefined) return;
        children.delete(child);
        // What a refusal says stands on standard error.
        job.text = said.length > 0 ? said.join('\n') : job.lines.filter((line) => !/^[…✓]/.test(line)).join('\n');
        await record
          .add({ id, at: job.at, title, command: job.command, exit, text: job.text, next: [...next] })
          .catch(() => undefined);
        job.exit = exit;
        tellAll(id);
      };
      child.on('error', (error) => {
        job.lines.push(`这一步没有能够开始：${error.message}`);
        void ended(1);
      });
      child.on('close', (code) => void ended(code ?? 1));
      return job;
    },
    find: (id) => jobs.get(id),
    running: () => [...jobs.values()].filter(({ exit }) => exit === undefined),
    follow(id, tell) {
      const set = followers.get(id) ?? new Set();
      followers.set(id, set.add(tell));
      return () => set.delete(tell);
    },
    stop: () => children.forEach((child) => child.kill()),
  };
}
