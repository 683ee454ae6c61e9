import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { there } from '#tests/there.ts';
import { type PageName, PAGES, visit } from './the-site.ts';

// One page load answers for every width and size of text: what the page shows is laid out anew each time.
test.use({ bypassCSP: true });

const WIDTHS = [320, 360, 768, 1280];
const TEXT = [100, 160, 200];
/** Every kind of page but those whose parts are all on others. */
const KINDS: PageName[] = [
  'home',
  'open notice',
  'decided notice',
  'round',
  'result',
  'objection',
  'person',
  'programme',
  'archive',
  'guide',
  'calendar',
  'search',
];

/** As the reader's setting for the size of text does it. */
async function setText(page: Page, percent: number): Promise<void> {
  await page.evaluate((size) => {
    const sheet = document.querySelector('#size') ?? document.head.appendChild(document.createElement('style'));
    sheet.id = 'size';
    sheet.textContent = `html { font-size: ${size}% }`;
  }, percent);
}

interface Laid {
  sideways: number;
  /** What must stand on one line and does not, by its line boxes. */
  broken: string[];
}

/** Computed from the boxes of every line, over the text as it is read: the mark-up that keeps it together is not asked. */
function laidOut(page: Page): Promise<Laid> {
  return page.evaluate(() => {
    const WHOLE =
      /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|(?<![\d:])\d{1,2}:\d{2}(?![\d:])|\d{3,4}-\d{7,8}|\d+(?:\.\d+)?(?:个工作日|年|天|人|名|件|元|个|岁|米|毫米|%)/gu;
    const broken: string[] = [];
    const lines = (range: Range): number =>
      new Set(
        [...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ bottom }) => Math.round(bottom / 4)),
      ).size;
    const check = (range: Range, text: string): void => {
      if (lines(range) > 1) broken.push(text);
    };
    const main = document.querySelector('main') ?? document.body;
    const blocks = [...main.querySelectorAll<HTMLElement>('p, li, td, th, dd, dt, h1, h3, figcaption, small')].filter(
      (block) => block.checkVisibility() && !block.closest('svg, pre, code, .vh'),
    );
    for (const block of blocks) {
      if (block.querySelector('p, li, td, dd')) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const pieces: { node: Node; from: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('code, script, .vh')) continue;
        pieces.push({ node, from: text.length });
        text += node.textContent ?? '';
      }
      const at = (place: number): [Node, number] => {
        const piece = pieces.findLast(({ from }) => from <= place);
        return piece ? [piece.node, place - piece.from] : [block, 0];
      };
      for (const match of text.matchAll(WHOLE)) {
        const range = document.createRange();
        range.setStart(...at(match.index));
        const [node, offset] = at(match.index + match[0].length - 1);
        range.setEnd(node, offset + 1);
        check(range, match[0]);
      }
    }
    // Names: a table's, a board's, the head of a page.
    for (const name of main.querySelectorAll<HTMLElement>('.name, .names span, .roll > span, .profile h1')) {
      const text = (name.textContent ?? '').trim();
      if (!name.checkVisibility() || [...text].length > 8) continue;
      const range = document.createRange();
      range.selectNodeContents(name);
      check(range, text);
    }
    return { sideways: document.documentElement.scrollWidth - innerWidth, broken: [...new Set(broken)] };
  });
}

for (const kind of KINDS) {
  test(`${kind} fits every screen at every size of text, and divides no number, date or name`, async ({ page }) => {
    await visit(page, kind);
    const found: Record<string, Laid> = {};
    for (const percent of TEXT) {
      await setText(page, percent);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 640 });
        const laid = await laidOut(page);
        if (laid.sideways > 0 || laid.broken.length > 0) found[`${width} px, ${percent} %`] = laid;
      }
    }
    expect(found).toEqual({});
  });
}

test('a notice at 200 % is at most two and a half times as high', async ({ page }) => {
  await visit(page, 'open notice');
  const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 640 });
    await setText(page, 100);
    const usual = await height();
    await setText(page, 200);
    expect((await height()) / usual, `${width} px`).toBeLessThanOrEqual(2.5);
  }
});

for (const kind of ['home', 'open notice', 'objection'] as const) {
  test(`${kind}: the first screen of 360 × 640 shows the deadline and the way to object`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await visit(page, kind);
    const band = page.locator('.band').first();
    await expect(band.locator('.until')).toContainText('2026年11月27日（星期五）24:00截止');
    for (const part of [band.locator('.state'), band.locator('.until'), band.locator('.button').first()]) {
      const box = there(await part.boundingBox());
      expect(box.y + box.height).toBeLessThanOrEqual(640);
      expect(box.height).toBeGreaterThan(20);
    }
  });
}

test('the entry 提出异议 leads straight to the one notice that is open', async ({ page }) => {
  await visit(page, 'archive');
  await page.locator('.masthead').getByRole('link', { name: '提出异议' }).click();
  await expect(page).toHaveURL(new RegExp(`${PAGES.objection}$`));
  await visit(page, 'guide');
  await expect(page.locator('main h2').first()).toHaveText('尚未公布结果的公示');
});

for (const kind of ['home', 'open notice', 'person', 'result'] as const) {
  // At the usual size every page is looked at in `every-page`.
  test(`${kind} at 200 % on a phone is accessible, its contrast AAA`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await visit(page, kind);
    await setText(page, 200);
    const { violations } = await new AxeBuilder({ page })
      .options({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
      })
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
  });
}

test('a card has a landmark', async ({ page }) => {
  await page.goto('embed/weihai-chief-technician/2026/');
  await expect(page.getByRole('main')).toContainText('公示期');
  expect((await new AxeBuilder({ page }).withRules(['landmark-one-main', 'region']).analyze()).violations).toEqual([]);
});

test('buttons that look alike are told apart by whoever hears them', async ({ page }) => {
  for (const kind of ['open notice', 'copying'] as const) {
    await visit(page, kind);
    const buttons = await page
      .locator('main button:visible')
      .evaluateAll((all) =>
        (all as HTMLElement[]).map((one) => [one.textContent?.trim(), one.dataset['copy'] ?? one.dataset['take']]),
      );
    expect(buttons.length).toBeGreaterThan(3);
    // No two things under one name, however often each stands on the page.
    const things = new Map<string | undefined, Set<string | undefined>>();
    for (const [name, what] of buttons) things.set(name, (things.get(name) ?? new Set()).add(what));
    expect([...things].filter(([, one]) => one.size > 1)).toEqual([]);
  }
});
