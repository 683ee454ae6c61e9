import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { builtSite } from '#tests/built-site.ts';

/** One that shows no window, and so knows no clock but this. */
const PAGE = 'about/';
let site: string;
let server: Server;
let browser: Browser;
let address: string;
/** What the served page bears instead of its own instants, and what the server's clock says. */
let served: { clock?: string; due: string; date?: string };

before(async () => {
  site = await builtSite();
  server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\/$/, '/index.html');
    readFile(join(site, path), 'utf8').then(
      (html) => {
        const clock = served.clock === undefined ? '' : ` data-clock="${served.clock}"`;
        const page = html.replace(/ data-clock="[^"]*"/, clock).replace(/data-due="[^"]*"/, `data-due="${served.due}"`);
        response.sendDate = false;
        if (served.date !== undefined) response.setHeader('date', new Date(served.date).toUTCString());
        response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${PAGE}`;
  browser = await chromium.launch({
    executablePath: findBrowser(() => undefined),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2100-01-01T00:00:00Z';

async function isTold(bears: typeof served): Promise<boolean> {
  served = bears;
  const page = await browser.newPage();
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    return await page.locator('[data-due]').isVisible();
  } finally {
    await page.close();
  }
}

describe('a page past the instant at which the site should have been built again', () => {
  it('bears that instant: of the sample, what due names next', async () => {
    const html = await readFile(join(site, PAGE, 'index.html'), 'utf8');
    // The window of 2026 ends on 27 November at 24:00, which `npm run due` names as the next instant.
    assert.match(html, /data-due="2026-11-27T16:00:00\.000Z"/);
    assert.match(html, />\s*本页早该有新的一版，现在看到的可能已经过时。请刷新，或向公示单位核实。\s*</);
  });
  it('says so, by the sample’s clock, by the server’s, and by the device’s where the server says nothing', async () => {
    assert.equal(await isTold({ clock: '2026-11-25T02:00:00.000Z', due: '2026-11-25T01:59:59Z' }), true);
    assert.equal(await isTold({ clock: '2026-11-25T02:00:00.000Z', due: '2026-11-25T02:00:01Z' }), false);
    assert.equal(await isTold({ due: PAST, date: FUTURE }), true);
    assert.equal(await isTold({ due: PAST }), true);
    assert.equal(await isTold({ due: FUTURE }), false);
  });
  it('does not by a device whose clock runs ahead of the server’s', async () => {
    assert.equal(await isTold({ due: PAST, date: '2019-12-31T23:59:00Z' }), false);
  });
});
