import { spawn } from 'node:child_process';
import { ROOT } from '#pipeline/commands/root.ts';
import { Tally } from './tally.ts';

/** One program as one test: its output goes to standard error, its exit code decides. */
export function program(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Tally> {
  const what = [name, ...args].join(' ');
  return new Promise((resolve) => {
    const child = spawn(name, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
    child.on('error', (error) => resolve(new Tally().fail(`${what}\n${error.message}`)));
    child.on('exit', (code, signal) =>
      resolve(code === 0 ? new Tally().pass() : new Tally().fail(`${what}\nended with ${code ?? signal}`)),
    );
  });
}
