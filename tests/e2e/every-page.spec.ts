import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test as base } from 'playwright/test';
import { type PageName, PAGES, visit } from './the-site.ts';

/** One window a worker: a fresh one for each of these many tests costs more than the test. Each of them loads its page anew. */
const test = base.extend<{ page: Page }, { window: Page }>({
  window: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({ baseURL: project.use.baseURL ?? '' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ window }, use) => {
    await use(window);
    window.removeAllListeners();
    await window.emulateMedia({ colorScheme: null });
  },
});

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The 7:1 of level AAA, in place of the 4.5:1 of level AA. */
const CONTRAST = 'color-contrast-enhanced';

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = (await axe.analyze()).violations;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

for (const name of Object.keys(PAGES) as PageName[]) {
  for (const width of [360, 768, 1280]) {
    test(`${name} at ${width} px: fits, is accessible, asks no stranger, makes no complaint`, async ({ page }) => {
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await page.setViewportSize({ width, height: 800 });
      await visit(page, name);

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const rules = { 'color-contrast': { enabled: false }, [CONTRAST]: { enabled: true } };
      expect(await violations(new AxeBuilder({ page }).options({ runOnly: WCAG, rules }))).toEqual([]);
      expect(complaints).toEqual([]);
      const { origin } = new URL(page.url());
      expect(requests.filter((address) => new URL(address).origin !== origin)).toEqual([]);
    });
  }

  test(`${name} has text of 7:1 on a dark ground too`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await visit(page, name);
    expect(await violations(new AxeBuilder({ page }).withRules([CONTRAST]))).toEqual([]);
  });

  test(`${name} at 320 px with letters half again as large does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await visit(page, name);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test(`${name} has one headline, headings in order and large targets`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await visit(page, name);
    const levels = await page.locator('h1, h2, h3, h4').evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    const small = await page
      .locator(
        'nav a, button, .button, .plain, .name, .names a, summary, input:not([type=radio], [type=checkbox]), label:has(input), select',
      )
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML),
      );
    expect(small).toEqual([]);
  });
}
