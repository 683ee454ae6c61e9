import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { buildInto } from '../built-site.ts';
import { INERT } from '../evil/payloads.ts';
import { plantedContent } from '../evil/planted.ts';

/** The page of the person in whose file the payloads are planted, and the notice that lists them. */
const PAGES = ['people/gbnq6wn/', 'weihai-chief-technician/2026/notice/'];

// One build for both.
test.describe.configure({ mode: 'serial' });

let site: string;
let content: string;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  content = await plantedContent(INERT);
  site = await buildInto({ content });
});
test.afterAll(async () => {
  await rm(dirname(site), { recursive: true });
  await rm(dirname(content), { recursive: true });
});

const HEADERS: Record<string, string>[] = [
  {},
  { 'Content-Security-Policy': "frame-ancestors 'self'", 'X-Content-Type-Options': 'nosniff' },
];
for (const headers of HEADERS) {
  test(`hostile text stays text, ${Object.keys(headers).length > 0 ? 'with' : 'without'} headers`, async ({ page }) => {
    const server = await serve(site, headers);
    const port = (server.address() as { port: number }).port;
    const origin = `http://127.0.0.1:${port}`;
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strangers.push(request.url());
    });
    for (const address of PAGES) {
      await page.goto(`${origin}/${address}`);
      // The words are there for everyone to see …
      await expect(page.locator('body')).toContainText('globalThis.evil=1');
      // … and nothing of them acts.
      expect(await page.evaluate(() => (globalThis as { evil?: unknown }).evil)).toBeUndefined();
      expect(
        await page.locator('main script:not([type="module"]), iframe, object, embed, [onerror], [onload]').count(),
      ).toBe(0);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
    }
    expect(strangers).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });
}

async function serve(root: string, headers: Record<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = join(root, new URL(request.url ?? '/', 'http://x').pathname, 'index.html');
    readFile(path).then(
      (html) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
