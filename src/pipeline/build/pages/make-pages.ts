import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HandedOver } from '#core/records/handed-over.ts';
import { type BuildMemory, SpoiledMemory } from '#pipeline/build/memory/build-memory.ts';
import { openBundle } from './bundle.ts';
import type { PageTold } from './page-facts.ts';
import { type RenderedPage, renderPages } from './render-pages.ts';

export interface PageOrder extends HandedOver {
  root: string;
  staging: string;
  /** Folder of the site to be written. */
  site: string;
  /** Folder of the content. */
  folder: string;
  base: string;
}

export interface MadePages {
  /** What every page says, by file; of the pages left as they were it is remembered. */
  told: ReadonlyMap<string, PageTold>;
  /** SHA-256 that each file put in place from memory must still have. */
  kept: ReadonlyMap<string, string>;
  /** To be called for a site that was found in order. @returns the digests of files that memory asks for from now on */
  remember(): Promise<string[]>;
}

interface KnownPage {
  key: string;
  digest: string;
  told?: PageTold;
}

interface PageRecord {
  /** Digest of the bundle under which the keys hold. */
  bundle: string;
  pages: Map<string, KnownPage>;
}

const RECORD = 'pages';

/** Makes every page of the site: those of which nothing has changed come from memory, where there is one. */
export async function makePages(order: PageOrder, memory?: BuildMemory): Promise<MadePages> {
  const { root, base, staging, content } = order;
  const origin = new URL(content.site.data.address).origin;
  if (memory) await mkdir(memory.bundles.folder, { recursive: true });
  const bundle = await openBundle({ root, base, origin, staging }, memory?.bundles);
  const record = await memory?.recall<PageRecord>(RECORD);
  const known = record?.bundle === bundle.digest ? record.pages : new Map<string, KnownPage>();
  const pages = await renderPages({
    ...order,
    bundle,
    origin,
    known: new Map([...known].map(([file, { key }]) => [file, key])),
  });
  const told = new Map<string, PageTold>();
  const kept = new Map<string, string>();
  const next = new Map<string, KnownPage>();
  for (const page of pages) {
    const one = page.digest === undefined ? known.get(page.file) : whole(page);
    if (page.digest === undefined) {
      if (!one || !(await memory?.files.put(one.digest, join(order.site, page.file))))
        throw new SpoiledMemory(page.file);
      kept.set(page.file, one.digest);
    }
    if (one) next.set(page.file, one);
    const says = page.told ?? one?.told;
    if (says) told.set(page.file, says);
  }
  return {
    told,
    kept,
    remember: async () => {
      for (const [file, { digest }] of next)
        if (!kept.has(file)) await memory?.files.take(digest, join(order.site, file));
      await memory?.remember(RECORD, { bundle: bundle.digest, pages: next } satisfies PageRecord);
      return [...next.values()].map(({ digest }) => digest);
    },
  };
}

/** A page that says what it is made of can be known again. */
function whole({ key, digest, told }: RenderedPage): KnownPage | undefined {
  return key === undefined || digest === undefined ? undefined : { key, digest, ...(told && { told }) };
}
