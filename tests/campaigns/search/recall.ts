import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PeopleIndex } from '#core/search/find-people.ts';
import { queryWords } from '#core/search/fold.ts';
import { documentsOf, inAll, shardOf, tellingGrams } from '#core/search/grams.ts';
import type { PageDirectory } from '#core/search/page-directory.ts';
import { passageOf } from '#core/search/passage.ts';
import { type PeopleDirectory, type PeopleShard, simplifiedOf } from '#core/search/people-index.ts';
import { there } from '#tests/there.ts';
import type { Corpus } from './corpus.ts';
import { level, pagesOf, peopleOf } from './oracle.ts';
import type { Query } from './queries.ts';
import { pagesIn } from './site.ts';

export interface KindScore {
  kind: string;
  queries: number;
  /** Found of what the oracle finds, and of what was found what the oracle has; over all queries of the kind. */
  recall: number;
  precision: number;
  /** Files read for a query on average, compressed, in bytes; the people index is counted once and elsewhere. */
  bytes: number;
}

/** Asks the files of a laid out site every query, through the same functions as the page, and compares with brute force. */
export async function scoreRecall(
  corpus: Corpus,
  site: string,
  queries: readonly Query[],
  gzip: (path: string) => Promise<number>,
): Promise<KindScore[]> {
  const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(site, path), 'utf8')) as T;
  const directory = await json<PeopleDirectory>('search/people.json');
  const simple = simplifiedOf(directory);
  const people = new PeopleIndex(directory, simple);
  const ids: string[] = [];
  for (const { name } of directory.shards) {
    people.add(name, await json<PeopleShard>(`search/people/${name}.json`));
    ids.push(...(await json<string[]>(`search/people/${name}-ids.json`)));
  }
  const { shards, pages } = await json<PageDirectory>('search/pages.json');
  const addresses = [...ids.map((id) => `people/${id}/`), ...pages.map(({ address }) => address)];
  const texts = pagesIn(corpus);
  const levelled = texts.map(({ address, text }) => ({ address, text: level(text) }));
  const textOf = new Map(texts.map(({ address, text }) => [address, text]));
  const scores = new Map<string, { queries: number; expected: number; found: number; right: number; bytes: number }>();
  for (const { kind, text } of queries) {
    const words = queryWords(text, simple);
    let expected: Set<string>;
    let found: string[];
    let bytes = 0;
    if (/字$/.test(kind)) {
      expected = pagesOf(text, levelled);
      const grams = [...new Set(words.flatMap(tellingGrams))];
      const files = [...new Set(grams.map((gram) => `search/text/${shardOf(gram, shards)}.txt`))];
      for (const file of files) bytes += await gzip(file);
      const lists = await Promise.all(
        grams.map(async (gram) =>
          documentsOf(gram, await readFile(join(site, `search/text/${shardOf(gram, shards)}.txt`), 'utf8')),
        ),
      );
      const candidates = inAll(lists).map((number) => there(addresses[number]));
      // The page reads what it shows, six at a time.
      for (const address of candidates.slice(0, 6)) bytes += await gzip(`${address}index.html`);
      found = candidates.filter((address) => passageOf(textOf.get(address) ?? '', words, simple));
    } else {
      expected = peopleOf(text, corpus);
      found = people.find(words).map(({ number }) => there(ids[number]));
    }
    const score = scores.get(kind) ?? { queries: 0, expected: 0, found: 0, right: 0, bytes: 0 };
    scores.set(kind, score);
    score.queries += 1;
    score.expected += expected.size;
    score.found += found.length;
    score.right += found.filter((one) => expected.has(one)).length;
    score.bytes += bytes;
  }
  return [...scores].map(([kind, { queries: count, expected, found, right, bytes }]) => ({
    kind,
    queries: count,
    recall: expected === 0 ? 1 : right / expected,
    precision: found === 0 ? 1 : right / found,
    bytes: Math.round(bytes / count),
  }));
}
