import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HABITS, isPackedCopy, refusedEndings, withoutAddedReturns } from '#pipeline/release/host-habits.ts';
import { sha256, type SiteFiles, siteFiles } from '#pipeline/release/site-files.ts';
import { pageText } from './page-text.ts';

/** One thing that a reader gets otherwise than it was built. */
export interface Difference {
  path: string;
  sentence: string;
}

const TYPES: Record<string, RegExp> = {
  html: /^text\/html\b/,
  css: /^text\/css\b/,
  js: /^(?:application|text)\/javascript\b/,
  json: /^application\/json\b/,
  svg: /^image\/svg\+xml\b/,
  webp: /^image\/webp\b/,
  png: /^image\/png\b/,
  ics: /^text\/calendar\b/,
  xml: /^(?:application|text)\/(?:\w+\+)?xml\b/,
  txt: /^text\/plain\b/,
  wasm: /^application\/wasm\b/,
};

/** What the web server, not the page, has to say of every page; docs/hosting gives the reasons. */
const HEADERS: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /origin|no-referrer/,
  'content-security-policy': /frame-ancestors/,
};

/** Pages under `embed/` are made for other sites' frames: a header that forbids framing would leave them blank there. */
const isEmbed = (path: string): boolean => path.startsWith('embed/');

/** Fetches every file of a site from where it is served and says what differs; headers are judged on pages only. */
export async function compareLive(
  site: string,
  address: string,
): Promise<{ files: number; differences: Difference[] }> {
  const base = address.endsWith('/') ? address : `${address}/`;
  const all = await siteFiles(site);
  // Of a release with packed copies beside its files a reader gets them in place of the files.
  const files = new Map([...all].filter(([path]) => !isPackedCopy(path, (of) => all.has(of))));
  const first = await gotten(new URL(base));
  const home = first && sha256(first.body);
  const queue = [...files];
  const differences: Difference[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, digest] = next;
      for (const sentence of await compareFile(site, { base, home }, path, digest))
        differences.push({ path, sentence });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  const sorted = differences.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: files.size, differences: withoutRefusedTypes(files, sorted) };
}

/** Types that the server gives to nobody are one matter, whatever the status of each file. */
function withoutRefusedTypes(files: SiteFiles, differences: readonly Difference[]): Difference[] {
  const refused = new Set(differences.filter(({ sentence }) => REFUSED.test(sentence)).map(({ path }) => path));
  const endings = refusedEndings(files.keys(), refused);
  const withheld = new Set([...endings.values()].flat());
  const sentence = HABITS.types([...endings.keys()].join('、'));
  return differences.map((one) => (withheld.has(one.path) ? { path: one.path, sentence } : one));
}

const REFUSED = /^状态是 4\d\d，/;

async function compareFile(
  site: string,
  { base, home }: { base: string; home: string | undefined },
  path: string,
  digest: string,
): Promise<string[]> {
  const got = await gotten(new URL(path.replace(/(^|\/)index\.html$/, '$1'), base));
  if (!got) return ['没有回答。'];
  const found: string[] = [];
  let { answer, body } = got;
  if (path.endsWith('/index.html') && (answer.status !== 200 || (sha256(body) !== digest && sha256(body) === home))) {
    // Whether the folder's own page is there at all, and is as built, is another question.
    const named = await gotten(new URL(path, base));
    if (named?.answer.status === 200) {
      found.push(HABITS.folder);
      ({ answer, body } = named);
    }
  }
  if (answer.status !== 200) return [`状态是 ${answer.status}，应当是 200。`];
  if (sha256(body) !== digest) found.push(await howDifferent(site, path, digest, body));
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
  const type = answer.headers.get('content-type') ?? '没有写';
  if (TYPES[extension] && !TYPES[extension].test(type)) found.push(`文件类型是“${type}”，浏览器可能打不开。`);
  if (extension !== 'html') return found;
  if (!/utf-8/i.test(type)) found.push(`文件类型“${type}”没有注明 utf-8，旧浏览器可能显示乱码。`);
  return [...found, ...headerSentences(path, answer.headers)];
}

async function gotten(address: URL): Promise<{ answer: Response; body: Uint8Array } | undefined> {
  try {
    const answer = await fetch(address, {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(15_000),
    });
    return { answer, body: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

async function howDifferent(site: string, path: string, digest: string, body: Uint8Array): Promise<string> {
  const plain = withoutAddedReturns(body);
  if (plain && sha256(plain) === digest) return HABITS.lineEnd;
  const built = await readFile(join(site, path), 'utf8');
  const live = new TextDecoder().decode(body);
  if (/\.(?:css|js|svg|xml|json)$/.test(path) && withoutSpace(built) === withoutSpace(live)) return HABITS.squeezed;
  if (!path.endsWith('.html')) return '内容与成品不同。';
  if (pageText(built) !== pageText(live)) return '文字与成品不同：可能被改动，或缓存里还是旧的一版。';
  return isSubset(elementsOf(live), elementsOf(built)) ? HABITS.squeezed : HABITS.inserted;
}

/** What loads or runs, each with how often it stands in a page. */
function elementsOf(html: string): Map<string, number> {
  const found = html.match(/<(?:script|iframe|link|img|style|object|embed|meta|form)\b|\son\w+\s*=/gi) ?? [];
  return new Map([...Map.groupBy(found, (one) => one.trim().toLowerCase())].map(([name, of]) => [name, of.length]));
}

function isSubset(some: ReadonlyMap<string, number>, of: ReadonlyMap<string, number>): boolean {
  return [...some].every(([name, count]) => count <= (of.get(name) ?? 0));
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

function headerSentences(path: string, headers: Headers): string[] {
  const found = Object.entries(HEADERS)
    .filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
    .map(([name]) => `响应头缺少 ${name}。`);
  const frames = headers.get('x-frame-options');
  if (isEmbed(path) && frames) found.push(`响应头 X-Frame-Options: ${frames} 使别的网站嵌不了这个网页。`);
  if (!isEmbed(path) && !frames) found.push('响应头缺少 x-frame-options。');
  return found;
}
