import { expect, test } from 'playwright/test';
import { type PageName, PAGES, visit } from './the-site.ts';

test.use({ javaScriptEnabled: false });

/** Words that only a clock could answer for. */
const NOW = /公示中|今天|现在|目前|正在公示|尚未开始|已结束|已截止|剩余|还剩|还有\d/;

for (const name of Object.keys(PAGES) as PageName[]) {
  test(`${name} claims nothing about now`, async ({ page }) => {
    await visit(page, name);
    const text = await page.locator('body').innerText();
    // Where a result is public, that the window is over is no question of the hour.
    const decided = /decided|settled/.test(name);
    expect(decided ? text.replaceAll('公示已结束', '') : text).not.toMatch(NOW);
    // Markdown that was not understood: beside Han punctuation ** opens nothing.
    expect(text).not.toContain('**');
  });
}

test('the open notice is complete: names, dates with the last hour, channels', async ({ page }) => {
  await visit(page, 'open notice');
  const text = await page.locator('main').innerText();
  for (const words of [
    '公示期',
    '共5个工作日',
    '2026年11月27日（星期五）',
    '24:00',
    '0631-0000000',
    'chief-technician-2026@example.org',
    '寄出地邮戳',
    '更正',
  ]) {
    expect(text).toContain(words);
  }
  await expect(page.locator('[data-people] a')).toHaveCount(10);
  await expect(page.locator('.days tbody tr')).toHaveCount(5);
});

test('a decided notice says so, because that is no question of the hour', async ({ page }) => {
  await visit(page, 'decided notice');
  await expect(page.locator('.band')).toContainText('已公布结果');
});

test('home leads to the notice that awaits its result', async ({ page }) => {
  await visit(page, 'home');
  await page.getByRole('link', { name: '查看公示' }).click();
  await expect(page.locator('h1')).toContainText('公示');
});

test('search shows the index of names, and buttons that need a script stay hidden', async ({ page }) => {
  await visit(page, 'search');
  expect(await page.locator('.index li').count()).toBeGreaterThan(100);
  await visit(page, 'open notice');
  await expect(page.locator('button[data-copy]').first()).toBeHidden();
});
