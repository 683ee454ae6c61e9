import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';

type HtmlNode = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** One page of the output, as far as the inspection needs to know it. */
export interface BuiltPage {
  /** Address below the site's root, `weihai-craftsman/2023/notice/`; the home page is the empty string. */
  address: string;
  title: string;
  /** Values of `id`, for links with `#`. */
  anchors: ReadonlySet<string>;
  /** Targets a reader may follow. */
  links: string[];
  /** Targets the browser fetches by itself. */
  resources: string[];
  /** People named in a list, by the list's `data-people`: id and visible name, in order. */
  lists: ReadonlyMap<string, { id: string; name: string }[]>;
  /** What a reader sees, head, scripts and styles left out; white space folded. */
  text: string;
}

/** Reads a page's HTML as a browser would. */
export function readPage(address: string, html: string): BuiltPage {
  return pageOf(address, parse(html));
}

/** `people/abcd/` of `people/abcd/index.html`; a page that is no folder keeps its name. */
export function pageAddress(file: string): string {
  return file.replace(/(?:^|(?<=\/))index\.html$/, '');
}

/** The same of a page whose tree is there already. */
export function pageOf(address: string, root: HtmlNode): BuiltPage {
  const anchors = new Set<string>();
  const links: string[] = [];
  const resources: string[] = [];
  const lists = new Map<string, { id: string; name: string }[]>();
  let title = '';
  const visit = (node: HtmlNode, list: { id: string; name: string }[] | undefined): void => {
    if (!('childNodes' in node)) return;
    let inside = list;
    if (defaultTreeAdapter.isElementNode(node)) {
      const get = (name: string): string | undefined => node.attrs.find((attribute) => attribute.name === name)?.value;
      const id = get('id');
      if (id !== undefined) anchors.add(id);
      if (node.tagName === 'title' && title === '') title = textOf(node);
      const href = get('href');
      if (href !== undefined && (node.tagName === 'a' || node.tagName === 'area')) links.push(href);
      if (href !== undefined && node.tagName === 'link' && fetched(get('rel'))) resources.push(href);
      if (href !== undefined && node.tagName === 'link' && get('rel') === 'alternate') links.push(href);
      for (const name of ['src', 'poster', 'data']) {
        const target = get(name);
        if (target !== undefined && FETCHING.has(node.tagName)) resources.push(target);
      }
      const srcset = FETCHING.has(node.tagName) ? (get('srcset') ?? '') : '';
      resources.push(...srcset.split(',').flatMap((one) => one.trim().split(/\s/)[0] || []));
      const listName = get('data-people');
      if (listName !== undefined) lists.set(listName, (inside = lists.get(listName) ?? []));
      const person = href === undefined ? undefined : /(?:^|\/)people\/([^/]+)\/$/.exec(href)?.[1];
      if (inside && node.tagName === 'a' && person !== undefined) inside.push({ id: person, name: textOf(node) });
    }
    for (const child of node.childNodes) visit(child, inside);
  };
  visit(root, undefined);
  return { address, title, anchors, links, resources, lists, text: visibleText(root).replace(/\s+/g, ' ').trim() };
}

const FETCHING = new Set(['img', 'script', 'iframe', 'source', 'video', 'audio', 'embed', 'object', 'track', 'input']);

const UNSEEN = new Set(['head', 'script', 'style', 'template']);
/** Elements whose text runs on with what stands around them. */
const RUNNING = new Set(['a', 'b', 'em', 'i', 'small', 'span', 'strong', 'u', 'wbr', 'ins', 'del']);

/** What a reader sees of a part of a page; blocks are set off by spaces. `skip` leaves elements out. */
export function visibleText(node: HtmlNode, skip: (element: Element) => boolean = () => false): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node) || UNSEEN.has(node.nodeName)) return '';
  if (defaultTreeAdapter.isElementNode(node) && skip(node)) return '';
  const text = node.childNodes.map((child) => visibleText(child, skip)).join('');
  return RUNNING.has(node.nodeName) ? text : ` ${text} `;
}

function fetched(rel: string | undefined): boolean {
  return /(?:^|\s)(?:stylesheet|icon|preload|modulepreload|prefetch|manifest|apple-touch-icon)(?:\s|$)/.test(rel ?? '');
}

function textOf(node: Element): string {
  const collect = (at: HtmlNode): string => {
    if (defaultTreeAdapter.isTextNode(at)) return at.value;
    return 'childNodes' in at ? at.childNodes.map(collect).join('') : '';
  };
  return collect(node).replace(/\s+/g, ' ').trim();
}

/** The first element of a page, in the order of its text, that is wanted. */
export function firstElement(node: HtmlNode, wanted: (element: Element) => boolean): Element | undefined {
  if (defaultTreeAdapter.isElementNode(node) && wanted(node)) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = firstElement(child, wanted);
    if (found) return found;
  }
  return undefined;
}
