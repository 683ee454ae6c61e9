import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { finding } from '#core/catalogue/finding.ts';
import type { Done, Job } from './read-worker.ts';

/** Enough for a roster many times over; a busy machine gets more patience than a busy thread. */
const SECONDS = { patient: 3.5, busy: 2.5, longest: 20 };
const MEGABYTES = 400;

/** Reads files one after the other in a thread of its own, which is stopped when a file takes too long or too much memory. */
export class FileReader {
  private worker: Worker | undefined;

  read(job: Job): Promise<Done> {
    const worker = (this.worker ??= startWorker());
    return new Promise((resolve) => {
      const start = { wall: performance.now(), used: usedSeconds() };
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
      const timer = setInterval(() => {
        const wall = (performance.now() - start.wall) / 1000;
        const busy = usedSeconds() - start.used > SECONDS.busy;
        if (wall > SECONDS.longest || (wall > SECONDS.patient && busy)) stop();
      }, 100);
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

/** Of the whole process: while a file is read, nothing else runs in it. */
function usedSeconds(): number {
  const { user, system } = process.cpuUsage();
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
