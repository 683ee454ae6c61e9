import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { documentsOf, gramsOf, inAll, shardOf } from '#core/search/grams.ts';
import type { PageDirectory } from '#core/search/page-directory.ts';
import { there } from '#tests/there.ts';

/** The files of a built site's search, read whole, as somebody would who looks for a name in them. */
export interface SearchFiles {
  /** Where a name can still be found: 人选, 文字, 词. */
  placesOf(name: string): string[];
}

export async function readSearchFiles(site: string): Promise<SearchFiles> {
  const people = await texts(site, 'search/people*/**/*.json', 'search/people.json');
  const { shards } = JSON.parse(await readFile(join(site, 'search/pages.json'), 'utf8')) as PageDirectory;
  const grams = await Promise.all(
    Array.from({ length: shards }, (_, number) => readFile(join(site, `search/text/${number}.txt`), 'utf8')),
  );
  const words: string[] = [];
  for await (const file of glob('pagefind/**/*.pf_*', { cwd: site })) {
    words.push(
      gunzipSync(await readFile(join(site, file)))
        .toString('utf8')
        .replaceAll('\u200B', ''),
    );
  }
  return {
    placesOf: (name) => [
      ...(people.some((text) => text.includes(name)) ? ['人选'] : []),
      ...(inAll(
        [...gramsOf(name.replaceAll('·', ''))].map((gram) => documentsOf(gram, there(grams[shardOf(gram, shards)]))),
      ).length > 0
        ? ['文字']
        : []),
      ...(words.some((text) => text.includes(name)) ? ['词'] : []),
    ],
  };
}

async function texts(site: string, ...patterns: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(patterns, { cwd: site })) found.push(await readFile(join(site, file), 'utf8'));
  return found;
}
