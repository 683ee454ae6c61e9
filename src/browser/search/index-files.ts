import { PeopleIndex } from '#core/search/find-people.ts';
import { shardOf } from '#core/search/grams.ts';
import type { PageDirectory } from '#core/search/page-directory.ts';
import { type PeopleDirectory, type PeopleShard, simplifiedOf } from '#core/search/people-index.ts';

/** People enough for a first answer; earlier years follow it. */
const AT_FIRST = 3000;

/** The files of the index as the browser fetches them, each once. @param root of the site, relative to this page */
export class IndexFiles {
  readonly #root: URL;
  readonly #fetched = new Map<string, Promise<unknown>>();

  constructor(root: URL) {
    this.#root = root;
  }

  async open(): Promise<OpenIndex> {
    const directory = await this.#json<PeopleDirectory>('search/people.json');
    return new OpenIndex(this, directory);
  }

  shard(name: string): Promise<PeopleShard> {
    return this.#json(`search/people/${name}.json`);
  }

  ids(name: string): Promise<string[]> {
    return this.#json(`search/people/${name}-ids.json`);
  }

  pages(): Promise<PageDirectory> {
    return this.#json('search/pages.json');
  }

  /** The file in which a pair of characters stands. */
  async grams(gram: string, shards: number): Promise<string> {
    return this.text(`search/text/${shardOf(gram, shards)}.txt`);
  }

  address(path: string): string {
    return new URL(path, this.#root).href;
  }

  text(path: string): Promise<string> {
    return this.#once(path, (response) => response.text());
  }

  #json<T>(path: string): Promise<T> {
    return this.#once(path, (response) => response.json() as Promise<T>);
  }

  #once<T>(path: string, read: (response: Response) => Promise<T>): Promise<T> {
    let fetched = this.#fetched.get(path) as Promise<T> | undefined;
    if (!fetched) {
      fetched = fetch(this.address(path)).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${path}`);
        return read(response);
      });
      this.#fetched.set(path, fetched);
      // A failed request may succeed the next time.
      fetched.catch(() => this.#fetched.delete(path));
    }
    return fetched;
  }
}

/** The people loaded so far. */
export class OpenIndex {
  readonly files: IndexFiles;
  readonly directory: PeopleDirectory;
  readonly simple: ReadonlyMap<string, string>;
  readonly people: PeopleIndex;

  constructor(files: IndexFiles, directory: PeopleDirectory) {
    this.files = files;
    this.directory = directory;
    this.simple = simplifiedOf(directory);
    this.people = new PeopleIndex(directory, this.simple);
  }

  get total(): number {
    return this.directory.shards.reduce((sum, { people }) => sum + people, 0);
  }

  get isWhole(): boolean {
    return this.directory.shards.every(({ name }) => this.people.has(name));
  }

  /** Loads the latest years, as many as a first answer needs. */
  async first(): Promise<void> {
    let people = 0;
    await this.#load((shard) => (people += shard.people) - shard.people < AT_FIRST);
  }

  rest(): Promise<void> {
    return this.#load(() => true);
  }

  /** Loads the shards in which people of these numbers stand. */
  having(numbers: readonly number[]): Promise<void> {
    let first = 0;
    return this.#load(({ people }) => {
      const [from, to] = [first, (first += people)];
      return numbers.some((number) => number >= from && number < to);
    });
  }

  async #load(wanted: (shard: PeopleDirectory['shards'][number]) => boolean): Promise<void> {
    const missing = this.directory.shards.filter((shard) => wanted(shard) && !this.people.has(shard.name));
    await Promise.all(
      missing.map(async ({ name }) => {
        const shard = await this.files.shard(name);
        if (!this.people.has(name)) this.people.add(name, shard);
      }),
    );
  }
}
