import { expect, type Page, test } from 'playwright/test';
import { there } from '#tests/there.ts';
import { visit } from './the-site.ts';

const found = (page: Page) => page.locator('#found');
const links = (page: Page) => page.locator('#hits a');

async function look(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await expect(found(page)).toContainText(`“${query}”`);
  await expect(found(page)).not.toContainText('正在');
}

test('the box at home leads to the person', async ({ page }) => {
  await visit(page, 'home');
  await page.getByRole('searchbox').fill('皇甫静');
  await page.keyboard.press('Enter');
  await expect(found(page)).toContainText('人选1人');
  await links(page).first().click();
  await expect(page.locator('h1')).toHaveText('皇甫静');
});

test('a name in pinyin, in traditional characters, with a space, by its initials', async ({ page }) => {
  await visit(page, 'search');
  for (const query of ['huangfujing', 'hfj', '皇甫靜', '皇甫　静', 'HuangFu']) {
    await look(page, query);
    await expect(links(page).first(), query).toHaveText('皇甫静');
  }
});

test('people of one name are told apart by employer and round', async ({ page }) => {
  await visit(page, 'search');
  await look(page, '王磊');
  const lines = await page.locator('#hits li', { has: page.getByText('王磊', { exact: true }) }).allTextContents();
  expect(lines.length).toBeGreaterThan(1);
  expect(new Set(lines).size).toBe(lines.length);
});

test('a piece of prose across words and quotation marks finds its page, marked', async ({ page }) => {
  await visit(page, 'search');
  await look(page, '衡“先看后');
  await expect(links(page)).toHaveCount(1);
  await expect(page.locator('#hits mark')).toHaveText('衡“先看后');
});

test('the query stands in the address, and the address repeats the search', async ({ page }) => {
  await visit(page, 'search');
  await look(page, '电焊工');
  const [address, first] = [page.url(), await links(page).first().textContent()];
  expect(new URL(address).searchParams.get('q')).toBe('电焊工');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('searchbox')).toHaveValue('电焊工');
  await expect(links(page).first()).toHaveText(first ?? '?');
});

test('filters narrow, stand in the address, and come back from it', async ({ page }) => {
  await visit(page, 'search');
  await look(page, '王磊');
  await page.getByText('筛选').click();
  await page.getByLabel('年份').selectOption('2019');
  await expect(found(page)).toContainText('人选1人');
  await expect(page.locator('#hits li').first()).toContainText('港城工匠');
  await page.reload();
  await expect(page.getByLabel('年份')).toHaveValue('2019');
  await expect(found(page)).toContainText('人选1人');
});

test('is used with keys alone', async ({ page }) => {
  await visit(page, 'search');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('wang');
  await expect(found(page)).toContainText('网页');
  await page.keyboard.press('ArrowDown');
  await expect(links(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links(page).nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.keyboard.type('wang');
  await expect(links(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('王磊');
});

test('an answer that comes late takes the focus from nothing', async ({ page }) => {
  const late = Promise.withResolvers<void>();
  await page.route('**/search/pages.json', async (route) => {
    await late.promise;
    await route.continue();
  });
  await visit(page, 'search');
  await page.getByRole('searchbox').fill('wang');
  await expect(links(page).first()).toHaveText('王磊');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(links(page).nth(1)).toBeFocused();
  const address = await links(page).nth(1).getAttribute('href');
  late.resolve();
  await expect(found(page)).toContainText('网页');
  await expect(links(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(there(address));
});

for (const file of ['search/people.json', 'search/pages.json', 'pagefind.js', 'wasm.unknown.pagefind']) {
  test(`where ${file} did not open, it is asked for again`, async ({ page }) => {
    await page.route(`**/${file}*`, (route) => route.abort());
    await visit(page, 'search');
    await page.getByRole('searchbox').fill('看先压后');
    await expect(found(page)).toHaveText('“看先压后”：检索文件没有打开，请再查一次，或者看下面的人名索引。');
    await expect(page.locator('#names')).toBeVisible();
    const again = page.getByRole('button', { name: '再查一次' });
    await again.press('Enter');
    await expect(again).toBeFocused();
    await page.unroute(`**/${file}*`);
    await again.press('Enter');
    await expect(found(page)).toContainText('没有完全相同的，按词查到网页');
    await expect(page.locator('#names')).toBeHidden();
  });
}

test('no single key is taken from whoever speaks to the device', async ({ page }) => {
  await visit(page, 'open notice');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
});

test('does not search while an input method composes', async ({ page, context }) => {
  await page.clock.install();
  await visit(page, 'search');
  // All that the page ever says of what it found.
  const said = await found(page).evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(element.textContent ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  const box = page.getByRole('searchbox');
  await box.focus();
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'huang', selectionStart: 5, selectionEnd: 5 });
  await expect(box).toHaveValue('huang');
  // Whatever pause a search keeps is over, by the clock of the page.
  await page.clock.runFor(60_000);
  await expect(found(page)).toBeEmpty();
  await session.send('Input.insertText', { text: '皇甫静' });
  await expect(found(page)).toContainText('“皇甫静”');
  expect((await said.jsonValue()).filter((text) => text.includes('huang'))).toEqual([]);
});

test('what nothing has is said so, and the index of names comes back', async ({ page }) => {
  await visit(page, 'search');
  await look(page, '䶮䶮䶮');
  await expect(found(page)).toContainText('没有查到');
  await expect(page.locator('#names')).toBeVisible();
});

test('a withdrawn candidate is not found, in the people or in any text', async ({ page }) => {
  await visit(page, 'search');
  await look(page, '韩晓宁');
  await expect(page.locator('#hits .exact')).toHaveCount(0);
  await expect(links(page).filter({ hasText: '韩晓宁' })).toHaveCount(0);
});

test('asks nobody but this site, and keeps to its policy', async ({ page }) => {
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await visit(page, 'search');
  await look(page, '计量检定');
  await look(page, '先看压后');
  await expect(found(page)).toContainText('按词');
  const origin = new URL(page.url()).origin;
  expect(asked.filter((address) => !address.startsWith(`${origin}/`) && !address.startsWith('blob:'))).toEqual([]);
  expect(asked.filter((address) => /[?&]q=|%E8%AE%A1/.test(address))).toEqual([]);
  expect(refused).toEqual([]);
});
