import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { finding } from '#core/catalogue/finding.ts';
import type { Done, Job } from './read-worker.ts';

/**
 * Enough for a roster many times over, on a slow machine too: loading the readers alone takes 0.7 s of the processor here. What is counted is
 * the thread's own work, for a machine may be busy with something else; a thread that does nothing at all is given up as well.
 */
const SECONDS = { busy: 4, longest: 30 };
const MEGABYTES = 400;

/** Reads files one after the other in a thread of its own, which is stopped when a file takes too long or too much memory. */
export class FileReader {
  private worker: Worker | undefined;

  read(job: Job): Promise<Done> {
    const worker = (this.worker ??= startWorker());
    return new Promise((resolve) => {
      const began = performance.now();
      let before: number | undefined;
      const settle = (done: Done): void => {
        clearInterval(timer);
        worker.off('message', settle);
        worker.off('error', stop);
        resolve(done);
      };
      const stop = (): void => {
        this.worker = undefined;
        void worker.terminate();
        settle({ refusal: finding('import-too-slow', { file: job.file }) });
      };
      const look = async (): Promise<void> => {
        const used = await usedSeconds(worker);
        before ??= used;
        if (used - before > SECONDS.busy || performance.now() - began > SECONDS.longest * 1000) stop();
      };
      // A thread that has just ended has no time of its own any more.
      const timer = setInterval(() => void look().catch(() => undefined), 100);
      worker.once('message', settle);
      // Out of memory, or a fault that the thread could not answer for.
      worker.once('error', stop);
      worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

async function usedSeconds(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1e6;
}

function startWorker(): Worker {
  // What this process has compiled, the thread need not compile again; more than that it does not learn of the machine.
  const compiled = getCompileCacheDir();
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled },
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 64 },
    stdin: false,
    stdout: true,
    stderr: true,
  });
  // A thread that is being stopped may still complain; nobody waits for it then.
  worker.on('error', () => undefined);
  return worker;
}
