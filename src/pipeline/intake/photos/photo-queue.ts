import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { EncodedPhoto, PhotoFault } from './photo-encode.ts';
import type { Focus } from './photo-focus.ts';
import type { Encode } from './photo-sources.ts';
import type { PhotoJob } from './photo-worker.ts';

type Result = EncodedPhoto | PhotoFault;
type Source = Parameters<Encode>[0] & { focus?: Focus | undefined };

/**
 * Encodes photos beside everything else, in threads of their own, each picture once: a plan is shown while a minute's work is still under
 * way. What is ready is answered at once, what is not is waited for by whoever wants to write.
 */
export class PhotoQueue {
  private readonly ready = new Map<string, Result>();
  private readonly open = new Map<string, Source>();
  private readonly workers = new Set<Promise<void>>();
  private readonly threads: number;
  private closed = false;

  constructor(threads = 2) {
    this.threads = threads;
  }

  /** For `ImportEffects`. */
  readonly encode = (source: Source): ReturnType<Encode> => {
    const key = keyOf(source);
    const known = this.ready.get(key);
    if (known) return Promise.resolve(known);
    if (!this.open.has(key)) {
      this.open.set(key, source);
      this.start();
    }
    return Promise.resolve({ waiting: true });
  };

  /** How many of those asked for are done. */
  get progress(): { done: number; of: number } {
    return { done: this.ready.size, of: this.ready.size + this.open.size };
  }

  /** Once nothing is left to do. */
  async settled(): Promise<void> {
    while (this.workers.size > 0) await Promise.all(this.workers);
  }

  /** Once one more is done, or nothing is left. */
  async changed(): Promise<void> {
    if (this.workers.size === 0) return;
    await new Promise<void>((resolve) => this.listeners.add(resolve));
  }

  private readonly listeners = new Set<() => void>();

  private tell(): void {
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }

  /** Files of these names have changed. */
  forget(): void {
    this.ready.clear();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.open.clear();
    await this.settled();
  }

  private start(): void {
    if (this.workers.size >= this.threads) return;
    const work = this.drain().finally(() => {
      this.workers.delete(work);
      this.tell();
      // One may have come in while this thread was closing.
      if (this.unclaimed().length > 0 && !this.closed) this.start();
    });
    this.workers.add(work);
  }

  private readonly claimed = new Set<string>();

  private unclaimed(): [string, Source][] {
    return [...this.open].filter(([key]) => !this.claimed.has(key));
  }

  private async drain(): Promise<void> {
    let worker: Worker | undefined;
    try {
      for (;;) {
        const [next] = this.unclaimed();
        if (!next || this.closed) return;
        const [key, { read, view, focus }] = next;
        this.claimed.add(key);
        const bytes = await read();
        let result: Result;
        if (bytes instanceof Uint8Array) {
          worker ??= startWorker();
          const done = await encodedBy(worker, { bytes, view, focus });
          if (done === undefined) worker = undefined;
          result = done ?? { code: 'photo-damaged', args: {} };
        } else result = bytes;
        this.ready.set(key, result);
        this.open.delete(key);
        this.claimed.delete(key);
        this.tell();
      }
    } finally {
      await worker?.terminate();
    }
  }
}

function keyOf({ place, view, focus }: Source): string {
  return JSON.stringify([place, view, focus]);
}

/** `undefined` where the thread came to an end of its own. */
function encodedBy(worker: Worker, job: PhotoJob): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const settle = (result: Result | undefined): void => {
      worker.off('message', settle);
      worker.off('error', stop);
      resolve(result);
    };
    const stop = (): void => {
      void worker.terminate();
      settle(undefined);
    };
    worker.once('message', settle);
    worker.once('error', stop);
    worker.postMessage(job);
  });
}

function startWorker(): Worker {
  const compiled = getCompileCacheDir();
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), {
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled },
    execArgv: ['--no-warnings'],
    stdin: false,
  });
  worker.on('error', () => undefined);
  return worker;
}
