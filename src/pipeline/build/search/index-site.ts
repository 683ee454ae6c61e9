import type { Content } from '#core/records/content.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import {
  type BuiltPeople,
  otherDocuments,
  personDocument,
  readBuiltPeople,
  readingFrom,
  type SearchDocument,
  type TextReader,
} from './documents.ts';
import type { SearchMemory } from './search-memory.ts';
import { TextIndex, writePageDirectory } from './text-index.ts';
import { hasWordIndex, writeWordIndex } from './word-index.ts';

/** Writes the two indexes of text beside the pages: pairs of characters for any piece of prose, and words by year. */
export async function indexSite(
  site: string,
  content: Content,
  read?: TextReader,
  memory?: Pick<SearchMemory, 'part'>,
): Promise<void> {
  const built = await readBuiltPeople(site);
  await indexDocuments(site, built, hiddenNames(content, built), read, memory);
}

/** Pagefind takes 0.43 MB of memory for each page of an index. */
const IN_ONE_INDEX = 250;

/**
 * People's pages are read year by year, so that the texts of one index alone are held, and once for each index: what Pagefind needs is
 * given back before the pairs of characters are collected. The few other pages are kept throughout.
 */
export async function indexDocuments(
  site: string,
  built: BuiltPeople,
  hidden: ReadonlySet<string>,
  read: TextReader = readingFrom(site),
  memory: Pick<SearchMemory, 'part'> = NONE,
): Promise<void> {
  const { rounds } = built.directory;
  const others = await otherDocuments(site, read, built, hidden);
  // What belongs to no round stands with the latest year, which every search reads first.
  const yearOf = (round: number | undefined): number => rounds[round ?? 0]?.year ?? 0;
  const years = [...new Set([...rounds.map(({ year }) => year), ...others.map(({ round }) => yearOf(round))])];
  const people = async function* (year: number): AsyncGenerator<SearchDocument> {
    for (const person of built.people.filter(({ round }) => yearOf(round) === year))
      yield personDocument(read, person, hidden);
  };
  const words: string[] = [];
  /** Digests of the texts of each index, in the order in which they are numbered. */
  const texts: string[] = [];
  for (const year of hasWordIndex() ? years : []) {
    let documents = others.filter(({ round }) => yearOf(round) === year);
    let part = 0;
    const write = async (): Promise<void> => {
      part += 1;
      const folder = `pagefind/${year}${part === 1 ? '' : `-${part}`}`;
      const given = documents;
      const filters = given.map(({ round }) => {
        const of = round === undefined ? undefined : rounds[round];
        return of && [of.programme, of.state];
      });
      texts.push(sha256(JSON.stringify(given.map(({ address, text }) => [address, text]))));
      await memory.part(['words', folder, given.map(withoutRound), filters], () =>
        writeWordIndex(site, folder, given, rounds),
      );
      words.push(folder);
      documents = [];
    };
    for await (const document of people(year)) {
      documents.push(document);
      if (documents.length >= IN_ONE_INDEX) await write();
    }
    if (documents.length > 0) await write();
  }
  const pages = others.map(({ address, title, round }) => ({ address, title, ...(round !== undefined && { round }) }));
  await memory.part(['text', texts, others.map(({ text }) => text), pages, words], async () => {
    const text = new TextIndex();
    for (const year of years) {
      for await (const document of people(year)) text.add(document);
      text.pack();
    }
    others.forEach((document) => text.add(document));
    const shards = await text.write(site);
    const directory = await writePageDirectory(site, { shards, words, pages, ...text.pairs });
    return [...Array.from({ length: shards }, (_, number) => `search/text/${number}.txt`), directory];
  });
}

const NONE: Pick<SearchMemory, 'part'> = {
  part: async (_given, make) => {
    await make();
  },
};

/** The number of a round is its place among all, and moves when another is added. */
function withoutRound({ address, title, text, district, trade }: SearchDocument): string[] {
  return [address, title, text, district, trade];
}

/** Every name of the content that the people index does not have: withdrawn, faded, not conferred, still under embargo. */
function hiddenNames(content: Content, { people }: BuiltPeople): Set<string> {
  const known = new Set(people.map(({ name }) => name));
  const all = content.programmes.flatMap(({ rounds }) =>
    rounds.flatMap((round) => round.people.map(({ data }) => data.name)),
  );
  return new Set(all.filter((name) => !known.has(name)));
}
