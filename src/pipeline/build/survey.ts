import { SpoiledMemory } from '#pipeline/build/memory/build-memory.ts';
import { type SiteFiles, siteFiles } from '#pipeline/release/site-files.ts';

/**
 * Reads every byte of a site once, whatever is remembered of it.
 * @param kept the digest that each file put in place from memory was said to have
 */
export async function survey(site: string, kept: readonly ReadonlyMap<string, string>[]): Promise<SiteFiles> {
  const files = await siteFiles(site);
  for (const [file, digest] of kept.flatMap((one) => [...one]))
    if (files.get(file) !== digest) throw new SpoiledMemory(file);
  return files;
}
