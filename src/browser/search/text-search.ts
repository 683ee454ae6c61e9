import type { SearchFilter } from '#core/search/find-people.ts';
import { queryWords } from '#core/search/fold.ts';
import { documentsOf, inAll, tellingGrams } from '#core/search/grams.ts';
import { type Passage, passageOf } from '#core/search/passage.ts';
import { simplifiedOf } from '#core/search/people-index.ts';
import type { OpenIndex } from './index-files.ts';

export interface TextHit {
  address: string;
  title: string;
  passage: Passage;
}

/** The pages that hold a piece of text, read one after another: a page is shown only if it has the words side by side. */
export class TextSearch {
  readonly #index: OpenIndex;
  readonly #query: string;
  #words: readonly string[] = [];
  #simple: ReadonlyMap<string, string> = new Map();
  #found: number[] = [];
  #candidates: number[] = [];

  constructor(index: OpenIndex, query: string) {
    this.#index = index;
    this.#query = query;
  }

  /** Finds the pages that may have the words. @returns the people among them; none where no word has two characters */
  async start(): Promise<number[] | undefined> {
    const { files, total } = this.#index;
    const directory = await files.pages();
    this.#simple = simplifiedOf(directory);
    this.#words = queryWords(this.#query, this.#simple);
    const grams = [...new Set(this.#words.flatMap(tellingGrams))];
    if (grams.length === 0) return undefined;
    const texts = await Promise.all(grams.map((gram) => files.grams(gram, directory.shards)));
    this.#found = inAll(grams.map((gram, at) => documentsOf(gram, texts[at] ?? '')));
    return this.#found.filter((number) => number < total);
  }

  /** Leaves out who is shown already and what a filter excludes. @returns how many pages are left */
  async narrow(filter: SearchFilter, shown: ReadonlySet<number>): Promise<number> {
    const { files, total, people, directory } = this.#index;
    const { pages } = await files.pages();
    const isOpen = Object.values(filter).every((value) => value === undefined);
    const left = this.#found.filter((number) => {
      if (shown.has(number)) return false;
      if (isOpen) return true;
      if (number < total) return people.isLeft(number, filter);
      const at = pages[number - total]?.round;
      const round = at === undefined ? undefined : directory.rounds[at];
      if (filter.district !== undefined || filter.trade !== undefined) return false;
      return (
        (filter.programme === undefined || round?.programme === filter.programme) &&
        (filter.year === undefined || round?.year === filter.year) &&
        (filter.state === undefined || round?.state === filter.state)
      );
    });
    // Notices, results and guides stand before single people.
    this.#candidates = [...left.filter((number) => number >= total), ...left.filter((number) => number < total)];
    return this.#candidates.length;
  }

  get left(): number {
    return this.#candidates.length;
  }

  /** The next pages, at most `count`, and no more than twice as many read; those that turn out not to have the words are passed over. */
  async next(count: number): Promise<TextHit[]> {
    const hits: TextHit[] = [];
    for (let reads = 2 * count; hits.length < count && reads > 0 && this.#candidates.length > 0;) {
      const batch = this.#candidates.splice(0, Math.min(count - hits.length, reads));
      reads -= batch.length;
      const read = await Promise.all(batch.map((number) => this.#read(number)));
      hits.push(...read.filter((hit) => hit !== undefined));
    }
    return hits;
  }

  async #read(number: number): Promise<TextHit | undefined> {
    const address = await this.#addressOf(number);
    if (address === undefined) return undefined;
    const { title, text } = readPage(await this.#index.files.text(address));
    const passage = passageOf(text, this.#words, this.#simple);
    return passage && { address, title, passage };
  }

  async #addressOf(number: number): Promise<string | undefined> {
    const { files, total, directory } = this.#index;
    if (number >= total) return (await files.pages()).pages[number - total]?.address;
    let row = number;
    for (const { name, people } of directory.shards) {
      if (row < people) return `people/${(await files.ids(name))[row]}/`;
      row -= people;
    }
    return undefined;
  }
}

/** Title and text of a page of this site; its styles and scripts are none of this page's policy. */
function readPage(html: string): { title: string; text: string } {
  const parts = [/<title>[\s\S]*?<\/title>/, /<main[\s\S]*<\/main>/].map((part) => part.exec(html)?.[0] ?? '');
  const bare = parts.join('').replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
  const page = new DOMParser().parseFromString(bare, 'text/html');
  page.querySelectorAll('template, [data-pagefind-ignore]').forEach((unseen) => unseen.remove());
  const text = (page.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ');
  return { title: page.title.replace(/ · [^·]*$/, ''), text };
}
