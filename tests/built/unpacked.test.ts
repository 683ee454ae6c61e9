import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { type Browser, chromium } from 'playwright';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { publishArchive } from '#pipeline/release/archive.ts';
import { builtSite } from '#tests/built-site.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
let folder: string;
let server: Server;
let root: string;
let browser: Browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangbang-unpacked-'));
  await publishArchive(await builtSite(), join(folder, 'site.zip'));
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(join(folder, 'site.zip'))))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  // As plain as a portal's: files by their names, nothing else.
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(
      /^\/(?:gongshi\/|a\/b\/c\/)?/,
      '',
    );
    readFile(join(folder, 'site', path.endsWith('/') || path === '' ? `${path}index.html` : path)).then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream' })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  browser = await chromium.launch({
    executablePath: findBrowser(() => undefined),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
after(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

describe('the archive, unpacked on a plain server', () => {
  for (const path of ['/', '/gongshi/', '/a/b/c/']) {
    it(`leads from page to page, finds and shows everything below ${path}`, async () => {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400 || !new URL(response.url()).pathname.startsWith(path)) failed.push(response.url());
      });
      page.on('pageerror', (error) => failed.push(error.message));
      await page.goto(root + path);
      await page.getByRole('link', { name: '查看公示' }).click();
      assert.match((await page.textContent('h1')) ?? '', /公示/);
      await page.locator('[data-people] a').first().click();
      const name = (await page.textContent('h1')) ?? '';
      assert.ok(name.length >= 2);
      await page.getByRole('searchbox').fill(name);
      await page.keyboard.press('Enter');
      await page.locator('#found', { hasText: '网页' }).waitFor();
      await page.locator('#hits a').first().click();
      assert.equal(await page.textContent('h1'), name);
      await page.getByRole('link', { name: '历届名单' }).click();
      await page.getByRole('link', { name: '核对本站' }).click();
      await page.getByRole('button', { name: '开始核对' }).click();
      await page.locator('#verdict', { hasText: '无法判断' }).waitFor();
      assert.deepEqual(
        failed.filter((address) => !address.includes('/evidence/')),
        [],
      );
      await page.close();
    });
  }
});
