import { createServer, type Server } from 'node:http';
import { expect, type Page, test } from 'playwright/test';
import { withoutStandingClock } from './the-site.ts';

const CARD = 'embed/weihai-chief-technician/2026/';
const OPEN = Date.parse('2026-11-25T10:00:00+08:00');
const CLOSING = Date.parse('2026-11-28T00:00:00+08:00');

let server: Server;
let newspaper: string;
let parts: { head: string; body: string };
test.beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="zh-CN"><head><title>报纸</title>${parts.head}</head><body>${parts.body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  newspaper = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`;
});
test.afterAll(() => {
  server.close();
});

/** Somebody else's page on another origin, with a card in it as `frame` makes one. */
async function readNewspaper(page: Page, head: string, body: string): Promise<string[]> {
  parts = { head, body };
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(newspaper);
  return complaints;
}

test.describe.configure({ mode: 'default' });

for (const width of [280, 800]) {
  test(`the card in a plain page at ${width} px is whole: nothing clipped, nothing amiss`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width: width + 40, height: 700 });
    const complaints = await readNewspaper(
      page,
      '',
      `<iframe src="${baseURL}${CARD}" width="${width}" height="420"></iframe>`,
    );
    const card = page.frameLocator('iframe').locator('.card');
    await expect(card).toContainText('关于2026年度威海市首席技师候选人名单的公示');
    await expect(card).toContainText('2026年11月23日至11月27日');
    const box = await card.evaluate((element) => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      high: element.getBoundingClientRect().height,
    }));
    expect(box.wide).toBeLessThanOrEqual(0);
    expect(box.high).toBeLessThanOrEqual(380);
    expect(complaints).toEqual([]);
  });
}

test('in the sandbox that WordPress makes, height and link are told to the parent with its secret', async ({
  page,
  baseURL,
}) => {
  const complaints = await readNewspaper(
    page,
    '<script>window.heard=[];addEventListener("message",e=>heard.push(e.data))</script>',
    `<iframe sandbox="allow-scripts" src="${baseURL}${CARD}#?secret=abc123" width="360" height="300"></iframe>`,
  );
  const heard = (): Promise<Record<string, unknown>[]> =>
    page.evaluate(() => (globalThis as unknown as { heard: Record<string, unknown>[] }).heard);
  const heights = async (): Promise<unknown[]> => (await heard()).filter(({ message }) => message === 'height');
  await expect.poll(async () => (await heights()).length).toBeGreaterThan(0);
  const high = await page
    .frameLocator('iframe')
    .locator('.card')
    .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  expect(high).toBeGreaterThan(100);
  await expect.poll(heights).toContainEqual({ message: 'height', value: high, secret: 'abc123' });
  expect(await heights()).not.toContainEqual({ message: 'height', value: 0, secret: 'abc123' });
  await page.frameLocator('iframe').getByRole('link').click();
  await expect
    .poll(async () => (await heard()).find((one) => one['message'] === 'link')?.['value'])
    .toMatch(/weihai-chief-technician\/2026\/notice\/$/);
  expect(complaints).toEqual([]);
});

test('in a page with a strict policy of its own the card is readable', async ({ page, baseURL }) => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; frame-src ${new URL(baseURL ?? '').origin}">`;
  const complaints = await readNewspaper(
    page,
    policy,
    `<iframe src="${baseURL}${CARD}" width="360" height="300"></iframe>`,
  );
  await expect(page.frameLocator('iframe').locator('.card')).toContainText('公示期2026年11月23日');
  expect(complaints).toEqual([]);
});

test('without scripts the card says its dates and claims nothing about now', async ({ browser, baseURL }) => {
  const page = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 280, height: 500 } })
  ).newPage();
  await page.goto(`${baseURL}${CARD}`);
  await expect(page.locator('.card')).toContainText(/2026年11月27日（星期五）\s*24:00截止/);
  await expect(page.locator('.card')).not.toContainText(/公示中|已结束/);
  await page.context().close();
});

for (const [name, time, says] of [
  ['before the window', OPEN - 4 * 86_400_000, '公示尚未开始'],
  ['during it', OPEN, '公示中'],
  ['after it', CLOSING + 1000, '公示已结束，结果以正式公布为准'],
] as const) {
  test(`the same card ${name} says ${says}`, async ({ page }) => {
    await withoutStandingClock(page);
    await page.clock.setFixedTime(time);
    await page.goto(CARD);
    await expect(page.locator('[data-state]')).toContainText(says);
  });
}

test('the listening code gives the frame the height of the card', async ({ page, baseURL }) => {
  await page.goto('weihai-chief-technician/2026/share/');
  const code = (await page.locator('#listening').inputValue()).trim();
  const local = code.replaceAll('https://jiangbang.example.org/', baseURL ?? '');
  await readNewspaper(page, '', local);
  const card = page.frameLocator('iframe').locator('.card');
  const high = await card.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight)).toBe(high);
});

test('the custom element draws the frame, and is a link where its script may not run', async ({ page, baseURL }) => {
  await page.goto('weihai-chief-technician/2026/share/');
  const code = (await page.locator('#element').inputValue())
    .trim()
    .replaceAll('https://jiangbang.example.org/', baseURL ?? '');
  await readNewspaper(page, '', code);
  await expect(page.locator('jiangbang-card iframe')).toHaveCount(1);
  await expect(page.frameLocator('jiangbang-card iframe').locator('.card')).toContainText('首席技师');
  await readNewspaper(page, `<meta http-equiv="content-security-policy" content="script-src 'none'">`, code);
  await expect(page.locator('jiangbang-card a')).toBeVisible();
});

test('the link in the frame of the element and of the pasted code opens the notice in place of the newspaper', async ({
  page,
  baseURL,
}) => {
  await page.goto('weihai-chief-technician/2026/share/');
  const codes = await page
    .locator('#element, #frame')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value.trim()));
  expect(codes).toHaveLength(2);
  for (const code of codes) {
    const complaints = await readNewspaper(page, '', code.replaceAll('https://jiangbang.example.org/', baseURL ?? ''));
    const rights = (await page.locator('iframe').getAttribute('sandbox'))?.split(' ') ?? [];
    expect(rights).toContain('allow-scripts');
    expect(rights).not.toContain('allow-same-origin');
    expect(await page.locator('iframe').getAttribute('referrerpolicy')).toBe('no-referrer');
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('[data-state]')).toContainText('公示中');
    expect(complaints).toEqual([]);
    await inside.getByRole('link').click();
    await page.waitForURL(/weihai-chief-technician\/2026\/notice\/$/);
  }
});

test('the element shows no address but a card of its own site, and keeps the link instead', async ({
  page,
  baseURL,
}) => {
  const own = baseURL ?? '';
  const sources = [
    'javascript:globalThis.evil=1',
    ' \tJaVa\nScRiPt:globalThis.evil=1//',
    'data:text/html,<script>parent.evil=1</script>',
    'blob:null/x',
    'about:blank',
    `${newspaper}other`,
    'other',
    '//127.0.0.1:9/embed/',
    `${own}press/`,
    `${own}embed/../press/`,
    own.replace('://', '://user:word@') + CARD,
    '',
  ];
  const cards = sources
    .map((source) => source.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
    .map((source, index) => `<jiangbang-card src="${source}"><a href="#x">公示 ${index}</a></jiangbang-card>`);
  const right = `<jiangbang-card src="${own}${CARD}"><a href="#x">公示</a></jiangbang-card>`;
  await readNewspaper(page, '', `<script src="${own}embed/card.js"></script>${cards.join('')}${right}`);
  // The last one proves that the element was defined.
  await expect(page.locator('jiangbang-card iframe')).toHaveCount(1);
  await expect(page.frameLocator('iframe').locator('.card')).toContainText('首席技师');
  await expect(page.locator('jiangbang-card a:visible')).toHaveCount(sources.length);
  expect(await page.evaluate(() => (globalThis as { evil?: unknown }).evil)).toBeUndefined();
});

test('one press copies the article as rich and as plain text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('weihai-craftsman/2023/share/');
  await page.getByRole('button', { name: '复制文章' }).click();
  await expect(page.locator('#said')).toHaveText('已复制');
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(kinds.sort()).toEqual(['text/html', 'text/plain']);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('欧阳晓东');
});

for (const where of ['gangcheng-craftsman/2019/share/', 'weihai-craftsman/2023/share/']) {
  test(`the article of ${where} stands alone in a phone’s editor: styled, nothing cut off`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(where);
    const article = (await page.locator('#article').inputValue()).trim();
    await page.goto('about:blank');
    await page.setContent(article);
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      heading: [...document.querySelectorAll('p')].map((one) => getComputedStyle(one).borderLeftColor)[0],
      lines: document.querySelectorAll('p').length,
    }));
    expect(seen.wide).toBeLessThanOrEqual(0);
    // Ink, not cinnabar: both rounds are decided.
    expect(seen.heading).toBe('rgb(29, 29, 31)');
    expect(seen.lines).toBeGreaterThan(20);
  });
}

test('the browser reads the sitemap as XML without a fault', async ({ page }) => {
  await page.goto('');
  const read = await page.evaluate(async () => {
    const xml = new DOMParser().parseFromString(await (await fetch('sitemap.xml')).text(), 'application/xml');
    return { faults: xml.querySelectorAll('parsererror').length, places: xml.querySelectorAll('url > loc').length };
  });
  expect(read.faults).toBe(0);
  expect(read.places).toBeGreaterThan(150);
});

test('the copying page shows the card at the width of its column, and the article as it will be pasted', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('weihai-chief-technician/2026/share/');
  const frame = page.locator('.kit iframe').first();
  await frame.scrollIntoViewIfNeeded();
  const card = page.frameLocator('.kit iframe').first().locator('.card');
  const high = await card.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await expect.poll(() => frame.evaluate((element) => element.clientHeight)).toBe(high);
  expect((await frame.boundingBox())?.width).toBeLessThanOrEqual(328);
  await expect(page.frameLocator('.kit iframe').nth(1).locator('.all li')).toHaveCount(10);
  const name = page.locator('.article strong', { hasText: '万俟国栋' });
  await expect(name).toHaveCSS('font-weight', '700');
  await expect(name.locator('..')).toHaveCSS('margin-bottom', '6px');
  await expect(page.locator('#article')).toBeHidden();
  expect(complaints).toEqual([]);
});
