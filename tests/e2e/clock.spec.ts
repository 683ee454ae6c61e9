import { expect, type Page, test } from 'playwright/test';
import { PAGES, stopClockAt, visit, withoutStandingClock } from './the-site.ts';

/** 威海市首席技师 2026: 23 to 27 November, 00:00 of the first day to 24:00 of the last, in China. */
const OPENING = '2026-11-23T00:00:00+08:00';
const CLOSING = '2026-11-28T00:00:00+08:00';

const state = (page: Page): ReturnType<Page['locator']> => page.locator('main [data-state]').first();
const at = (instant: string, seconds: number): Date => new Date(Date.parse(instant) + seconds * 1000);

const MOMENTS = [
  { name: 'a second before opening', time: at(OPENING, -1), says: '公示尚未开始 · 共5个工作日' },
  { name: 'at opening', time: at(OPENING, 0), says: '公示中 · 第1个工作日，共5个' },
  { name: 'a second after opening', time: at(OPENING, 1), says: '公示中 · 第1个工作日，共5个' },
  { name: 'a second before closing', time: at(CLOSING, -1), says: '公示中 · 第5个工作日，共5个，今天截止' },
  { name: 'at closing', time: at(CLOSING, 0), says: '公示已结束，等待结果' },
  { name: 'a second after closing', time: at(CLOSING, 1), says: '公示已结束，等待结果' },
];

for (const timezoneId of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
  test.describe(`on a device in ${timezoneId}`, () => {
    test.use({ timezoneId });
    for (const { name, time, says } of MOMENTS) {
      test(`the notice ${name}`, async ({ page }) => {
        await withoutStandingClock(page);
        await page.clock.setFixedTime(time);
        await visit(page, 'open notice');
        await expect(state(page)).toHaveText(says);
      });
    }
  });
}

test('an open page moves with its window', async ({ page }) => {
  await withoutStandingClock(page);
  await stopClockAt(page, at(OPENING, -1).getTime());
  await visit(page, 'open notice');
  await expect(state(page)).toHaveText('公示尚未开始 · 共5个工作日');
  await page.clock.runFor(1000);
  await expect(state(page)).toHaveText('公示中 · 第1个工作日，共5个');
  await expect(page.locator('[aria-current=date]')).toContainText('23');
  await page.clock.runFor(24 * 3_600_000);
  await expect(state(page)).toHaveText('公示中 · 第2个工作日，共5个');
  await expect(page.locator('[aria-current=date]')).toContainText('24');
  await page.clock.runFor(4 * 24 * 3_600_000 - 1000);
  await expect(state(page)).toHaveText('公示中 · 第5个工作日，共5个，今天截止');
  await expect(page.getByRole('link', { name: '提出异议' }).last()).toBeVisible();
  await page.clock.runFor(1000);
  await expect(state(page)).toHaveText('公示已结束，等待结果');
  await expect(page.locator('.band .button')).toBeHidden();
  // How to object folds, and can be looked up.
  await expect(page.getByRole('link', { name: '写异议信' })).toBeHidden();
  await page.getByText('公示已结束', { exact: true }).click();
  await expect(page.getByRole('heading', { name: '如何提出异议' })).toBeVisible();
  await expect(page.getByRole('link', { name: '写异议信' })).toBeHidden();
  await page.clock.runFor(24 * 3_600_000);
  await expect(page.getByRole('heading', { name: '如何提出异议' })).toBeVisible();
});

test('home moves a closed window to those that await their result', async ({ page }) => {
  await withoutStandingClock(page);
  await stopClockAt(page, at(CLOSING, -1).getTime());
  await visit(page, 'home');
  await expect(page.locator('[data-live=open] .state')).toContainText('公示中');
  await expect(page.getByRole('heading', { name: '等待结果' })).toBeHidden();
  await page.clock.runFor(1000);
  await expect(page.locator('[data-live=waiting] .state')).toHaveText('公示已结束，等待结果');
  await expect(page.getByRole('heading', { name: '等待结果' })).toBeVisible();
  await expect(page.locator('[data-live-none]')).toHaveText(/现在没有正在进行的公示/);
});

test('a sample stands still at the instant it names', async ({ page }) => {
  await page.clock.setFixedTime(at(CLOSING, 3600));
  await page.goto(PAGES['open notice']);
  await expect(page.locator('.sample')).toContainText('演示时间固定为2026年11月25日 10:00');
  await expect(state(page)).toHaveText('公示中 · 第3个工作日，共5个');
  await expect(page.locator('[aria-current=date]')).toContainText('25');
});

test('after the window no kind of page bears its red, and while it is open some do', async ({ page }) => {
  const pages = [
    ...Object.values(PAGES).filter((address) => address !== 'person'),
    'weihai-chief-technician/2026/',
    'embed/weihai-chief-technician/2026/',
  ];
  const reddened = async (time: Date): Promise<string[]> => {
    await page.clock.setFixedTime(time);
    const found: string[] = [];
    for (const address of pages) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const red = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((one) => !one.closest('.masthead, .from b') && one.checkVisibility())
          .filter((one) => {
            const { color, backgroundColor, borderTopColor, borderTopWidth, outlineColor, outlineStyle, fill } =
              getComputedStyle(one);
            const seen = [
              color,
              backgroundColor,
              fill,
              borderTopWidth === '0px' ? '' : borderTopColor,
              outlineStyle === 'none' ? '' : outlineColor,
            ];
            return seen.some((one) => one === 'rgb(166, 27, 27)' || one === 'rgb(156, 25, 25)');
          })
          .map((one) => one.outerHTML.slice(0, 80)),
      );
      if (red.length > 0) found.push(`${address} ${red[0]}`);
    }
    return found;
  };
  await withoutStandingClock(page);
  expect(await reddened(at(CLOSING, 3600))).toEqual([]);
  // The same look finds the red that is there.
  const open = (await reddened(at(OPENING, 3600))).map((found) => found.split(' ')[0]);
  expect(open).toEqual(
    expect.arrayContaining(['weihai-chief-technician/2026/notice/', 'weihai-chief-technician/2026/', '']),
  );
});
