import { expect, test } from 'playwright/test';
import { there } from '#tests/there.ts';
import { visit } from './the-site.ts';

test('the first Tab shows the way past the header', async ({ page }) => {
  await visit(page, 'open notice');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('main a').first()).toBeFocused();
});

test('every stop of the Tab key can be seen', async ({ page }) => {
  await visit(page, 'open notice');
  const stops = await page.locator('a[href], button:not([hidden]), summary').count();
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const style = getComputedStyle(element);
      return {
        html: element.outerHTML.slice(0, 80),
        outline: style.outlineStyle,
        width: parseFloat(style.outlineWidth),
      };
    });
    expect(focus.outline, focus.html).not.toBe('none');
    expect(focus.width, focus.html).toBeGreaterThanOrEqual(2);
  }
});

test('a channel is copied, and the copy is announced', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, 'open notice');
  const button = page.locator('#objection button[data-copy]').first();
  await button.click();
  await expect(button).toContainText('已复制');
  await expect(page.locator('#said')).toHaveText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('0631-0000000');
});

test('the state line and the copy buttons hold together on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, 'open notice');
  for (const phrase of await page.locator('[data-state] .nb').all()) {
    const lines = await phrase.evaluate((span) => {
      const range = document.createRange();
      range.selectNodeContents(span);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
    expect(lines).toBe(1);
  }
  for (const way of await page.locator('.way').all()) {
    const [text, button] = [await way.locator('.way-text').boundingBox(), await way.locator('button').boundingBox()];
    expect(there(button).x).toBeGreaterThanOrEqual(there(text).x + there(text).width);
  }
});

test('the answers and the way to object stand on the first screen of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, 'open notice');
  await expect(page.locator('.band .state')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.band .until')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.band .button')).toBeInViewport({ ratio: 1 });
});

test('a profile on paper carries its code and address, and no navigation; on the screen neither', async ({ page }) => {
  await visit(page, 'person');
  await expect(page.locator('.on-paper')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.on-paper')).toBeVisible();
  await expect(page.locator('.on-paper')).toContainText('https://jiangbang.example.org/people/');
  await expect(page.locator('.masthead')).toBeHidden();
  await expect(page.locator('.share')).toBeHidden();
});
