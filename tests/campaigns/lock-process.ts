import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Said } from './lock-commands.ts';

/** A process of its own that carries out orders one after another, until it is killed. */
export interface Hand {
  child: ChildProcess;
  /** What it said; `undefined` when it was killed before it could. */
  carryOut(order: Order, content: string): Promise<Said | undefined>;
}

export async function aHand(): Promise<Hand> {
  const child = fork(join(import.meta.dirname, 'lock-worker.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(child, 'message');
  return {
    child,
    carryOut(order, content) {
      return new Promise((resolve) => {
        const heard = (said: Said): void => done(said);
        const gone = (): void => done(undefined);
        const done = (said: Said | undefined): void => {
          child.off('message', heard);
          child.off('exit', gone);
          resolve(said);
        };
        child.on('message', heard);
        child.on('exit', gone);
        child.send({ order, content });
      });
    },
  };
}

export async function dismissed({ child }: Hand): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
