import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { HandedOver } from '#core/records/handed-over.ts';
import type { Bundle } from './bundle.ts';
import type { PageTold } from './page-facts.ts';

/** What the thread is given. */
export interface RenderOrder extends HandedOver {
  bundle: Bundle;
  /** Folder of the site to be written. */
  site: string;
  /** Folder of the content, for its photos. */
  folder: string;
  base: string;
  origin: string;
  /** The key of each file that need not be rendered where it still has that key. */
  known: ReadonlyMap<string, string>;
}

/** One file of the site. */
export interface RenderedPage {
  file: string;
  /** Digest of all that the file is made of, where it says so; it holds for one bundle. */
  key?: string;
  /** SHA-256 of its bytes; absent where it was not rendered, since its key is the known one. */
  digest?: string;
  /** Of a page that was rendered. */
  told?: PageTold;
}

/** Renders in a thread of its own, which takes its memory along when it ends. */
export function renderPages(order: RenderOrder): Promise<RenderedPage[]> {
  const compiled = getCompileCacheDir();
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
    workerData: order,
    env: {
      ...process.env,
      JIANGBANG_CONTENT: order.folder,
      ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }),
    },
    execArgv: ['--no-warnings'],
  });
  const pages: RenderedPage[] = [];
  worker.on('message', (page: RenderedPage) => pages.push(page));
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve(pages);
      else reject(new Error(`the thread of the pages ended with ${code}`));
    });
  });
}
