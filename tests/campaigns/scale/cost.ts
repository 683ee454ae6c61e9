import { spawn } from 'node:child_process';
import { costOf } from '../process-cost.ts';

export interface Cost {
  /** Of the processor, everything below the process included. */
  seconds: number;
  /** The most that it and everything below it held at once. */
  megabytes: number;
  stdout: string;
}

/** Runs a program and looks every 50 ms at what it costs; Linux alone tells. What fails ends the campaign with its words. */
export async function costOfRunning(program: string, words: readonly string[], cwd: string): Promise<Cost> {
  const child = spawn(program, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')));
  const most = { seconds: 0, megabytes: 0 };
  let code: number | null | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('close', (status) => {
      code = status;
      resolve();
    });
  });
  while (code === undefined) {
    const now = await costOf(child.pid ?? 0);
    most.seconds = Math.max(most.seconds, now.seconds);
    most.megabytes = Math.max(most.megabytes, now.megabytes);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  if (code !== 0) throw new Error(`${program} ${words.join(' ')}\n${said.stdout}${said.stderr}`);
  return { ...most, stdout: said.stdout };
}
