import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { columnsOf, type PeopleDirectory, type PeopleShard } from '#core/search/people-index.ts';
import { firstElement, visibleText } from '#pipeline/build/built-page.ts';

type HtmlNode = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** A page whose text can be found. */
export interface SearchDocument {
  /** Below the site's root, with a slash at the end: `people/abcd/`. */
  address: string;
  title: string;
  text: string;
  /** Index of its round in the directory of people. */
  round: number | undefined;
  district: string;
  trade: string;
}

/** The built people index, and who stands where in it. */
export interface BuiltPeople {
  directory: PeopleDirectory;
  people: { id: string; name: string; round: number; district: string; trade: string }[];
}

export async function readBuiltPeople(site: string): Promise<BuiltPeople> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(site, 'search', name), 'utf8'));
  const directory = (await read('people.json')) as PeopleDirectory;
  const people: BuiltPeople['people'] = [];
  for (const { name } of directory.shards) {
    const shard = (await read(`people/${name}.json`)) as PeopleShard;
    const ids = (await read(`people/${name}-ids.json`)) as string[];
    const [names = [], , trades = [], , districts = []] = columnsOf(shard);
    let row = 0;
    for (const [round, count] of shard.rounds) {
      for (const end = row + count; row < end; row += 1) {
        const [id = '', name = '', district = '', trade = ''] = [ids[row], names[row], districts[row], trades[row]];
        people.push({ id, name, round, district, trade });
      }
    }
  }
  return { directory, people };
}

/** What a page says that can be found, whoever may be in no index included. */
export interface PageText {
  title: string;
  text: string;
}

/** The text of the page at an address below the site. */
export type TextReader = (address: string) => Promise<PageText>;

export function readingFrom(site: string): TextReader {
  return async (address) => pageText(address, parse(await readFile(join(site, address, 'index.html'), 'utf8')));
}

export function pageText(address: string, tree: HtmlNode): PageText {
  const title = firstElement(tree, ({ tagName }) => tagName === 'title');
  const main = firstElement(tree, (element) => has(element, 'data-pagefind-body'));
  const text = main ? visibleText(main, (element) => has(element, 'data-pagefind-ignore')) : '';
  return {
    title: (title ? visibleText(title) : address).replace(/ · [^·]*$/, '').trim(),
    text: text.replace(/\s+/g, ' ').trim(),
  };
}

/** @param hidden names that are in no index; where a page tells of them they are left out of its text */
export async function personDocument(
  read: TextReader,
  { id, round, district, trade }: BuiltPeople['people'][number],
  hidden: ReadonlySet<string>,
): Promise<SearchDocument> {
  const address = `people/${id}/`;
  const { title, text } = await read(address);
  return { address, title, text: without(text, hidden), round, district, trade };
}

/** Every other page with text to find, by address. */
export async function otherDocuments(
  site: string,
  read: TextReader,
  { directory, people }: BuiltPeople,
  hidden: ReadonlySet<string>,
): Promise<SearchDocument[]> {
  const own = new Set(people.map(({ id }) => `people/${id}/`));
  const addresses = (await Array.fromAsync(glob('**/index.html', { cwd: site })))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'index.html'.length))
    .filter((address) => !own.has(address) && !/^(?:embed|pagefind)\//.test(address))
    .sort();
  const documents: SearchDocument[] = [];
  for (const address of addresses) {
    const { title, text } = await read(address);
    const at = directory.rounds.findIndex(({ id }) => address.startsWith(`${id}/`));
    const left = without(text, hidden);
    if (left !== '')
      documents.push({ address, title, text: left, round: at < 0 ? undefined : at, district: '', trade: '' });
  }
  return documents;
}

function without(text: string, hidden: ReadonlySet<string>): string {
  let left = text;
  for (const name of hidden) if (left.includes(name)) left = left.replaceAll(name, '\uFFFC');
  return left;
}

function has(element: Element, name: string): boolean {
  return element.attrs.some((attribute) => attribute.name === name);
}
