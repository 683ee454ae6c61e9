import { expect, type Page, test } from 'playwright/test';
import { PAGES } from './the-site.ts';

/** A synthesiser that writes down what it is given and ends each sentence at once; the machine itself may have no voice. */
async function withVoice(page: Page, lang: string, localService = true): Promise<void> {
  await page.addInitScript(
    ([language, local]) => {
      const said: string[] = [];
      Object.assign(window, {
        said,
        SpeechSynthesisUtterance: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
      const speechSynthesis = {
        getVoices: () => [{ lang: language, localService: local }],
        addEventListener: () => undefined,
        cancel: () => undefined,
        speak: (one: { text: string; rate: number; onend: () => void }) => {
          said.push(`${one.text} ×${one.rate}`);
          setTimeout(() => one.onend(), 20);
        },
      };
      Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
    },
    [lang, localService] as const,
  );
}

const said = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);

async function open(page: Page): Promise<void> {
  await page.getByText('大字 · 朗读').click();
  await expect(page.locator('#reading')).toBeVisible();
}

test.describe('大字 · 朗读', () => {
  test('sets size and ground for this window alone, and takes them to the next page', async ({ page }) => {
    await page.goto(PAGES['open notice']);
    await open(page);
    await page.getByRole('button', { name: '特大' }).click();
    await page.getByRole('button', { name: '黑底白字' }).click();
    const look = (): Promise<string[]> =>
      page.evaluate(() => {
        const { fontSize, lineHeight, backgroundColor } = getComputedStyle(document.body);
        return [fontSize, String(parseFloat(lineHeight) / parseFloat(fontSize)), backgroundColor];
      });
    expect(await look()).toEqual(['31.5px', '1.75', 'rgb(0, 0, 0)']);
    await page.goto(PAGES.home);
    expect(await look()).toEqual(['31.5px', '1.75', 'rgb(0, 0, 0)']);
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
    const other = await page.context().newPage();
    await other.goto(page.url());
    expect(await other.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('18px');
    await open(page);
    await page.getByRole('button', { name: '标准' }).click();
    await page.getByRole('button', { name: '原色' }).click();
    expect((await look())[0]).toBe('18px');
  });

  test('reads by section with a Chinese voice of the device, stops and goes on where it was', async ({ page }) => {
    await withVoice(page, 'zh-CN');
    await page.goto(PAGES['open notice']);
    await open(page);
    await page.getByRole('button', { name: '慢' }).click();
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(2);
    expect((await said(page))[0]).toBe('关于2026年度威海市首席技师候选人名单的公示 ×0.7');
    await page.getByRole('button', { name: '暂停' }).click();
    const before = await said(page);
    await page.getByRole('button', { name: '继续朗读' }).click();
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(before.length);
    expect((await said(page))[before.length]).toBe(before.at(-1));
    await page.getByRole('button', { name: '下一段' }).click();
    await expect.poll(async () => (await said(page)).join()).toContain('候选人名单，10人');
  });

  for (const [what, lang, local] of [
    ['no Chinese voice', 'en-US', true],
    ['only a voice that would be sent the text', 'zh-CN', false],
  ] as const) {
    test(`offers no reading where there is ${what}`, async ({ page }) => {
      await withVoice(page, lang, local);
      await page.goto(PAGES['open notice']);
      await open(page);
      await expect(page.getByRole('button', { name: '特大' })).toBeVisible();
      await expect(page.getByRole('button', { name: '朗读', exact: true })).toHaveCount(0);
    });
  }

  test('works by keyboard', async ({ page }) => {
    await page.goto(PAGES['open notice']);
    await page.getByText('大字 · 朗读').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#reading')).toBeVisible();
    await page.getByRole('button', { name: '大', exact: true }).focus();
    await page.keyboard.press('Space');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('22.5px');
  });

  test('leads to the large notice where the script does not come', async ({ page }) => {
    await page.route('**/reading.js', (route) => route.fulfill({ body: 'document.title = "another script"' }));
    await page.goto(PAGES['open notice']);
    await page.getByText('大字 · 朗读').click();
    await expect(page).toHaveURL(/notice\/large\/$/);
    expect(await page.title()).not.toBe('another script');
  });
});

test.describe('a notice in large type', () => {
  test('says by when and whom to ring up on its first screen, with targets of 60 px', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(PAGES['large notice']);
    const deadline = page.getByText('2026年11月27日（星期五）').first();
    expect((await deadline.boundingBox())?.y).toBeLessThan(600);
    const links = await page
      .locator('.large a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...links)).toBeGreaterThanOrEqual(60);
    await expect(page.locator('.large a[href^="tel:"]')).toHaveText('电话 0631-0000000');
    await expect(page.locator('.large .roll li')).toHaveCount(10);
  });

  test('is printed at 18 pt', async ({ page }) => {
    await page.goto(PAGES['large notice']);
    await page.emulateMedia({ media: 'print' });
    const sizes = await page
      .locator('.large .roll b')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
    expect(new Set(sizes)).toEqual(new Set(['24px']));
    await expect(page.locator('.masthead')).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the entry leads to the large notice, which is complete', async ({ page }) => {
    await page.goto(PAGES['open notice']);
    await page.getByText('大字 · 朗读').click();
    await expect(page).toHaveURL(/notice\/large\/$/);
    await expect(page.getByText('2026年11月27日（星期五）').first()).toBeVisible();
    await expect(page.locator('.large .roll li')).toHaveCount(10);
  });
});
