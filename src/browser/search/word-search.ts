import type { SearchFilter } from '#core/search/find-people.ts';
import type { OpenIndex } from './index-files.ts';

export interface WordHit {
  address: string;
  title: string;
  /** Escaped by Pagefind, with <mark>. */
  excerpt: string;
}

interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean }): Promise<void>;
  mergeIndex(address: string, options?: { baseUrl: string }): Promise<void>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }> }[] }>;
}

/** Words anywhere in a page, by Pagefind: a year to begin with, the others when they are asked for. */
export class WordSearch {
  readonly #index: OpenIndex;
  #pagefind: Promise<Pagefind> | undefined;
  /** How often Pagefind was opened: what failed once to load stays failed under its address. */
  #opened = 0;
  #merged = 1;

  constructor(index: OpenIndex) {
    this.#index = index;
  }

  /** A site of the portable edition has no index of words. */
  async isThere(): Promise<boolean> {
    return (await this.#index.files.pages()).words.length > 0;
  }

  /** Whether there are earlier pages that were not searched yet. */
  async hasMore(): Promise<boolean> {
    return (await this.#index.files.pages()).words.length > this.#merged;
  }

  mergeAll(): Promise<void> {
    return this.#with(async (pagefind) => {
      const { words } = await this.#index.files.pages();
      for (const folder of words.slice(this.#merged)) {
        await pagefind.mergeIndex(this.#index.files.address(folder), { baseUrl: '/' });
        this.#merged += 1;
      }
    });
  }

  find(query: string, filter: SearchFilter, count: number): Promise<{ hits: WordHit[]; total: number }> {
    const { programme, district, trade, state } = filter;
    const stated = Object.entries({ programme, district, trade, state }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return this.#with(async (pagefind) => {
      const { results } = await pagefind.search(query, { filters: Object.fromEntries(stated) });
      const data = await Promise.all(results.slice(0, count).map((result) => result.data()));
      const hits = data.map(({ url, excerpt, meta }) => ({
        address: url.replace(/^\//, ''),
        title: meta.title ?? url,
        excerpt,
      }));
      return { hits, total: results.length };
    });
  }

  /** Pagefind keeps what failed to load: after any failure the next question opens it anew. */
  async #with<T>(ask: (pagefind: Pagefind) => Promise<T>): Promise<T> {
    try {
      return await ask(await (this.#pagefind ??= this.#open()));
    } catch (error) {
      this.#pagefind = undefined;
      this.#merged = 1;
      throw error;
    }
  }

  async #open(): Promise<Pagefind> {
    const { words } = await this.#index.files.pages();
    this.#opened += 1;
    const again = this.#opened > 1 ? `?${this.#opened}` : '';
    // Its own folder beside this page; the address is no module of the bundle.
    const pagefind = (await import(
      /* @vite-ignore */ this.#index.files.address(`${words[0]}/pagefind.js${again}`)
    )) as Pagefind;
    // Its worker is a second script of the same size, and is given up by a clock where a device is slow.
    await pagefind.options({ baseUrl: '/', noWorker: true });
    return pagefind;
  }
}
