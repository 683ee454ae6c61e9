import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import type { Query } from './queries.ts';

export interface BrowserScore {
  /** Everything a fresh page fetched until its first answer, compressed, its own HTML and script included. */
  firstAnswerBytes: number;
  /** From the last key to the people shown, in milliseconds, on a processor slowed four times: the 95th of 100. */
  answer95: number;
  answers: number;
  /** Everything fetched for a piece of prose, page and people included, on a fresh page: the mean and the most. */
  proseBytes: number;
  proseMost: number;
  /** Of the pieces of prose, how many led to their page. */
  proseFound: string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Types the queries into the built search page in Chromium. */
export async function scoreBrowser(
  site: string,
  people: readonly Query[],
  prose: readonly (Query & { address: string })[],
): Promise<BrowserScore> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    readFile(join(site, path.endsWith('/') ? `${path}index.html` : path)).then(
      (bytes) => {
        const type = TYPES[extname(path) || '.html'] ?? 'application/octet-stream';
        const packed = type === 'application/octet-stream' ? bytes : gzipSync(bytes);
        response
          .writeHead(200, { 'content-type': type, ...(packed !== bytes && { 'content-encoding': 'gzip' }) })
          .end(packed);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/search/`;
  const browser = await chromium.launch({
    executablePath: findBrowser(() => undefined),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    return {
      ...(await answers(await browser.newContext(), root, people)),
      ...(await proseAnswers(browser, root, prose)),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

type Context = Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newContext']>>;

async function measured(context: Context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { page, session, bytes: () => bytes };
}

async function answers(context: Context, root: string, queries: readonly Query[]) {
  const { page, session, bytes } = await measured(context);
  await page.goto(`${root}?q=${encodeURIComponent(queries[0]?.text ?? '王')}`);
  await page.locator('#found', { hasText: '人选' }).waitFor();
  const firstAnswerBytes = bytes();
  await page.locator('#found', { hasText: '网页' }).waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times: number[] = [];
  for (const { text } of queries.slice(1)) {
    const box = page.getByRole('searchbox');
    await box.fill('');
    await page.waitForTimeout(50);
    times.push(
      // The last key is set by hand, so that the time begins with it.
      await box.evaluate(
        (input, query) =>
          new Promise<number>((resolve) => {
            const list = document.querySelector('#found') ?? document.body;
            const start = performance.now();
            const observer = new MutationObserver(() => {
              if (!list.textContent.startsWith(`“${query}”`)) return;
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - start));
            });
            observer.observe(list, { childList: true, characterData: true, subtree: true });
            (input as HTMLInputElement).value = query;
            input.dispatchEvent(new InputEvent('input', { data: query }));
          }),
        text,
      ),
    );
  }
  await page.close();
  times.sort((a, b) => a - b);
  return {
    firstAnswerBytes,
    answers: times.length,
    answer95: Math.round(times[Math.ceil(times.length * 0.95) - 1] ?? 0),
  };
}

async function proseAnswers(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  root: string,
  queries: readonly (Query & { address: string })[],
) {
  const all: number[] = [];
  let found = 0;
  for (const { text, address } of queries) {
    const context = await browser.newContext();
    const { page, bytes } = await measured(context);
    await page.goto(`${root}?q=${encodeURIComponent(text)}`);
    await page.locator('#found', { hasText: /网页\d/ }).waitFor();
    all.push(bytes());
    const hrefs = await page
      .locator('#hits a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    if (hrefs.some((href) => href.endsWith(`/${address}`))) found += 1;
    await context.close();
  }
  return {
    proseBytes: Math.round(all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)),
    proseMost: Math.max(0, ...all),
    proseFound: `${found} / ${all.length}`,
  };
}
