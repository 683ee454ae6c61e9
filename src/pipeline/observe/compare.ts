import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256, siteFiles } from '#pipeline/release/site-files.ts';
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
  const files = await siteFiles(site);
  const queue = [...files];
  const differences: Difference[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, digest] = next;
      for (const sentence of await compareFile(site, base, path, digest)) differences.push({ path, sentence });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return { files: files.size, differences: differences.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

async function compareFile(site: string, base: string, path: string, digest: string): Promise<string[]> {
  const answer = await fetch(new URL(path.replace(/(^|\/)index\.html$/, '$1'), base), {
    headers: { 'cache-control': 'no-cache' },
    signal: AbortSignal.timeout(15_000),
  }).catch(() => undefined);
  if (!answer) return ['没有回答。'];
  const body = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) return [`状态是 ${answer.status}，应当是 200。`];
  const found: string[] = [];
  if (sha256(body) !== digest) found.push(await howDifferent(site, path, body));
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
  const type = answer.headers.get('content-type') ?? '没有写';
  if (TYPES[extension] && !TYPES[extension].test(type)) found.push(`文件类型是“${type}”，浏览器可能打不开。`);
  if (extension !== 'html') return found;
  if (!/utf-8/i.test(type)) found.push(`文件类型“${type}”没有注明 utf-8，旧浏览器可能显示乱码。`);
  return [...found, ...headerSentences(path, answer.headers)];
}

async function howDifferent(site: string, path: string, body: Uint8Array): Promise<string> {
  if (!path.endsWith('.html')) return '内容与成品不同。';
  const built = pageText(await readFile(join(site, path), 'utf8'));
  const live = pageText(new TextDecoder().decode(body));
  return built === live
    ? '文字与成品相同，但文件不同：可能有人在网页里插入了代码，例如统计或悬浮窗。'
    : '文字与成品不同：可能被改动，或缓存里还是旧的一版。';
}

function headerSentences(path: string, headers: Headers): string[] {
  const found = Object.entries(HEADERS)
    .filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
    .map(([name]) => `响应头缺少 ${name}。`);
  const frames = headers.get('x-frame-options');
  if (isEmbed(path) && frames) found.push(`响应头 X-Frame-Options: ${frames} 使别的网站嵌不了这个网页。`);
  if (!isEmbed(path) && !frames) found.push('响应头缺少 x-frame-options。');
  return found;
}
