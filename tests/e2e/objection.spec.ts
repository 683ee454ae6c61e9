import jsqr from 'jsqr';
import { expect, type Page, test } from 'playwright/test';
import sharp from 'sharp';
import { addressOf, stopClockAt, visit, withoutStandingClock } from './the-site.ts';

/** 威海市首席技师 2026: 23 to 27 November, to 24:00 of the last day, in China. */
const CLOSING = Date.parse('2026-11-28T00:00:00+08:00');
const door = (page: Page): ReturnType<Page['locator']> => page.locator('[data-door-now]');
const phone = (page: Page): ReturnType<Page['locator']> => page.locator('[data-hours]').first();

for (const timezoneId of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
  test.describe(`on a device in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('the page closes at the boundary itself, and says what comes next', async ({ page }) => {
      await withoutStandingClock(page);
      await stopClockAt(page, CLOSING - 1000);
      await visit(page, 'objection');
      await expect(door(page)).toHaveText('现在可以提出异议。');
      await page.clock.runFor(1000);
      await expect(door(page)).toHaveText('公示已结束，逾期提出的，是否受理由办理单位决定。');
      await expect(page.locator('.band')).toContainText('公示结束以后：市委人才工作领导小组研究，市政府公布。');
      // Nothing invites any more.
      await expect(page.locator('.letter-place')).toBeHidden();
      await expect(page.locator('.band .button')).toBeHidden();
    });

    test('现在能打电话吗 is answered by China’s clock and calendar', async ({ page }) => {
      await withoutStandingClock(page);
      await stopClockAt(page, Date.parse('2026-11-25T11:59:30+08:00'));
      await visit(page, 'objection');
      await expect(phone(page)).toHaveText('现在可以打电话，办公到12:00。');
      await page.clock.runFor(60_000);
      await expect(phone(page)).toHaveText('现在不是办公时间，今天13:30起办公。');
      await page.clock.fastForward(10 * 3_600_000);
      await expect(phone(page)).toHaveText('现在不是办公时间，明天11月26日（星期四）8:30起办公。');
    });
  });
}

test('the code on the page leads to the page', async ({ page }) => {
  await visit(page, 'objection');
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  const shot = await page.locator('.qr svg').screenshot();
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(canonical);
});

test('the code is read on a dark ground too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(page, 'objection');
  const shot = await page.locator('.qr svg').screenshot();
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)).not.toBeNull();
});

test('the notice and the guide lead to the page, and the page to the second door', async ({ page }) => {
  await visit(page, 'objection');
  const here = page.url();
  for (const from of ['open notice', 'guide'] as const) {
    await visit(page, from);
    expect(await addressOf(page, from === 'guide' ? 'main a:text-is("提出异议")' : 'a:text("写异议信")')).toBe(here);
  }
  await visit(page, 'objection');
  await page.getByRole('link', { name: '如何更正文字' }).click();
  await expect(page.locator('h1')).toHaveText('更正2026年度威海市首席技师公示的文字');
  const mail = (await page.locator('a[href^=mailto]').getAttribute('href')) ?? '';
  expect(decodeURIComponent(mail)).toContain('应当写作：');
});

test('the calculator closes where an independent calendar does, in any zone, and refuses what nobody knows', async ({
  browser,
  baseURL,
}) => {
  // Counted by hand on the printed calendars: 2024 中秋节, 2023 清明节, 2026 国庆节 with 10 October at work.
  const cases = [
    ['2024-09-11', '5', 'working', 'opening-day', '2024年9月18日（星期三）24:00'],
    ['2024-09-11', '5', 'working', 'next-day', '2024年9月19日（星期四）24:00'],
    ['2023-04-03', '5', 'working', 'opening-day', '2023年4月10日（星期一）24:00'],
    ['2026-09-29', '7', 'working', 'opening-day', '2026年10月13日（星期二）24:00'],
    ['2023-09-04', '5', 'calendar', 'opening-day', '2023年9月8日（星期五）24:00'],
  ] as const;
  for (const timezoneId of ['Asia/Shanghai', 'America/Los_Angeles']) {
    const context = await browser.newContext({ timezoneId, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await visit(page, 'calendar');
    for (const [opens, length, unit, countsFrom, closes] of cases) {
      await page.getByLabel('公示首日').fill(opens);
      await page.getByLabel('几天').fill(length);
      await page.getByLabel('计算方式').selectOption(unit);
      await page.getByLabel('首日是否计入').selectOption(countsFrom);
      await expect(page.locator('[data-answer] p').first()).toContainText(`${closes}截止。`);
    }
    await page.getByLabel('计算方式').selectOption('working');
    await page.getByLabel('公示首日').fill('2026-12-30');
    await expect(page.locator('[data-answer]')).toContainText('缺少国务院办公厅关于2027年部分节假日安排的通知');
    await expect(page.locator('[data-days] li')).toHaveCount(0);
    await context.close();
  }
});
