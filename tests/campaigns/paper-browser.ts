import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { processorSeconds } from './processor-seconds.ts';

/** The other side of the comparison: Chromium prints every notice and result of a built site with the print sheet of its pages. */
const [site = 'dist', what = 'print'] = process.argv.slice(2);
const files = await readdir(site, { recursive: true });
const pages = files.filter((file) => /^[\w-]+\/\d{4}\/(?:notice(?:-\d+)?|result)\/index\.html$/.test(file)).sort();
let bytes = 0;
let seconds = 0;
if (what === 'print') {
  const server = await serveSite({ out: site, base: '/', port: 0 });
  const browser = await chromium.launch({
    executablePath: findBrowser(() => undefined),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  for (const file of pages) {
    await page.goto(new URL(join('/', file.replace(/index\.html$/, '')), server.address).href);
    bytes += (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).length;
  }
  seconds = processorSeconds();
  await browser.close();
  await server.stop();
}
process.stdout.write(JSON.stringify({ count: pages.length, bytes, seconds: seconds || processorSeconds() }));
