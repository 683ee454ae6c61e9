import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { PAGES, visit, type PageName } from './the-site.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(complaints).toEqual([]);
      const { origin } = new URL(page.url());
      expect(requests.filter((address) => new URL(address).origin !== origin)).toEqual([]);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name} has text of 7:1 on a ${colorScheme} ground`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await visit(page, name);
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
      expect(
        violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)),
      ).toEqual([]);
    });
  }

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
