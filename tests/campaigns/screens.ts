import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import sharp from 'sharp';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';

const PAGES = {
  home: '',
  notice: 'weihai-chief-technician/2026/notice/',
  profile: 'people/87zq6h2/',
  round: 'weihai-chief-technician/2026/',
  showcase: 'showcase/',
} as const;

/** A phone and a desk, each as much of the page as a reader sees in two screens. */
const WINDOWS = [
  { width: 360, height: 1280 },
  { width: 1280, height: 1600 },
] as const;

/** Takes the pictures of the README from the built sample. @returns each with its size in bytes */
export async function takeScreens(site: string): Promise<{ file: string; bytes: number }[]> {
  const server = await serveSite({ out: site, base: '/', port: 0 });
  const browser = await chromium.launch({
    executablePath: findBrowser(() => undefined),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const taken: { file: string; bytes: number }[] = [];
    for (const window of WINDOWS) {
      for (const [name, path] of Object.entries(PAGES)) {
        const file = `docs/pictures/${name}-${window.width}.png`;
        const { size } = await taking(browser, new URL(path, server.address).href, window, join(ROOT, file));
        taken.push({ file, bytes: size });
      }
    }
    return taken;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function taking(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
  to: string,
): Promise<{ size: number }> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  // What lies far below is loaded when it is wanted, and is not wanted here.
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight),
  );
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return sharp(picture).png({ palette: true, colours: 48, effort: 10, compressionLevel: 9 }).toFile(to);
}
