import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';

export interface DeskProcess {
  /** A way in that is good once. */
  address: string;
  /** Without a word of warning. */
  kill: () => Promise<void>;
}

/** The desk in a process of its own, as `npm run desk` starts it. */
export async function deskProcess(content: string): Promise<DeskProcess> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/desk.ts'), '--content', content, '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.trimEnd().endsWith('}')) break;
  }
  const { address } = JSON.parse(said) as { address: string };
  return {
    address,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
