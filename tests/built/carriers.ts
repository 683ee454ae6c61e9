import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { columnsOf, type PeopleShard } from '#core/search/people-index.ts';

/** A piece of text that leaves a page as a whole, and where in the output it stands. */
export interface Carried {
  file: string;
  /** `title`, `og:title`, `textarea`, `li`, `.name`. */
  where: string;
  text: string;
}

type HtmlNode = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What is read, shared or found of a site, file by file: every title, attribute, block of text, entry, cell and line of it. */
export async function carriersOf(site: string): Promise<Carried[]> {
  const files = await readdir(site, { recursive: true });
  const texts = files.filter(
    (file) => /\.(?:html|json|xml|csv|ics|vcf|txt)$/.test(file) && !file.startsWith('evidence'),
  );
  const found = await Promise.all(
    texts.sort().map(async (file) => carriersIn(file, await readFile(join(site, file), 'utf8'))),
  );
  return found.flat();
}

function carriersIn(file: string, text: string): Carried[] {
  const carried = (where: string, one: string): Carried => ({ file, where, text: one.replace(/\s+/g, ' ').trim() });
  if (/^search\/people\/[^/]*(?<!-ids)\.json$/.test(file)) {
    const [names = [], employers = [], , titles = []] = columnsOf(JSON.parse(text) as PeopleShard);
    return names.map((name, row) => carried('entry', `${name} ${employers[row] ?? ''} ${titles[row] ?? ''}`));
  }
  if (file.endsWith('.html')) return inNode(parse(text)).map(([where, one]) => carried(where, one));
  if (file.endsWith('.json')) return inJson(JSON.parse(text)).map(([where, one]) => carried(where, one));
  // An element of XML by itself, of the other formats a line.
  const pieces = file.endsWith('.xml') ? text.split(/<[^>]*>/) : text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  return pieces.filter((one) => one.trim() !== '').map((one) => carried('line', one));
}

const BLOCKS = new Set(
  'title p li td th dd dt h1 h2 h3 h4 figcaption caption option summary legend label a button textarea'.split(' '),
);

function inNode(node: HtmlNode): [where: string, text: string][] {
  if (!('childNodes' in node)) return [];
  const below = node.childNodes.flatMap(inNode);
  if (!defaultTreeAdapter.isElementNode(node)) return below;
  const { tagName, attrs } = node;
  // What is copied as plain text is read line by line.
  const own = attrs.flatMap(({ name, value }) =>
    value.split('\n').map((line): [string, string] => [nameOf(node, name), line]),
  );
  if (tagName === 'style') return [];
  if (tagName === 'script') {
    const isData = attrs.some(({ name, value }) => name === 'type' && value.endsWith('json'));
    return isData ? inJson(JSON.parse(textOf(node))) : [];
  }
  if (tagName === 'textarea') {
    const text = textOf(node);
    const lines = text.split('\n').filter((line) => !line.includes('<p'));
    return [...lines.map((line): [string, string] => [tagName, line]), ...own, ...inNode(parseFragment(text))];
  }
  return BLOCKS.has(tagName) ? [[tagName, textOf(node)], ...own, ...below] : [...own, ...below];
}

function nameOf({ attrs }: Element, name: string): string {
  const of = attrs.find((one) => ['property', 'name', 'itemprop'].includes(one.name))?.value;
  return name === 'content' && of !== undefined ? of : name;
}

function textOf(node: HtmlNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Every text, and the texts of one object together: what stands beside a name in data is said of it. */
function inJson(value: unknown, where = ''): [where: string, text: string][] {
  if (typeof value === 'string') return [[where, value], ...(value.includes('<') ? inNode(parseFragment(value)) : [])];
  if (Array.isArray(value)) return value.flatMap((one) => inJson(one, where));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const texts = entries.flatMap(([, one]) => (typeof one === 'string' ? [one] : []));
  return [[`${where}.`, texts.join(' ')], ...entries.flatMap(([key, one]) => inJson(one, `${where}.${key}`))];
}
