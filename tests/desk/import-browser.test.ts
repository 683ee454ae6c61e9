import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright';
import { SCREENS } from '#desk/screens/index.ts';
import { startDesk, type StartedDesk } from '#desk/start/start-desk.ts';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { aBench, type Bench, clear, put } from '#tests/pipeline/intake/office-bench.ts';
import { xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { portrait } from '#tests/pipeline/intake/photos/photo-samples.ts';

const HEAD = ['姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹'];
const ROWS = [
  ['李明', '威海甲船业有限公司', '船体焊工', '技师', '个人自荐', '环翠区总工会', '焊接能手。'],
  ['王芳', '威海乙食品有限公司', '水产品加工工', '高级工', '社团推荐', '环翠区总工会', '一刀去骨。'],
];

describe('in Chromium, with script', () => {
  let bench: Bench;
  let desk: StartedDesk;
  let browser: Browser;
  let page: Page;
  let origin: string;
  let round: string;
  const faults: string[] = [];
  before(async () => {
    bench = await aBench();
    round = encodeURIComponent(bench.round);
    desk = await startDesk({
      content: bench.content,
      usualContent: false,
      screens: SCREENS,
      clock: () => Date.parse('2024-09-04T10:00:00+08:00'),
      port: 0,
      idle: 600_000,
    });
    origin = new URL(desk.address).origin;
    browser = await chromium.launch({
      executablePath: findBrowser(() => undefined),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await (await browser.newContext({ viewport: { width: 1024, height: 800 } })).newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(desk.address);
  });
  after(async () => {
    await browser.close();
    await desk.stop();
    await clear(bench);
  });

  const axe = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]),
      [],
    );
  };

  it('a folder is sent in parts, with what lies in it in its place, and the plan is shown', async () => {
    await put(bench, '材料/汇总表.xlsx', xlsxFile([{ name: 'a', rows: [HEAD, ...ROWS] }]));
    await put(bench, '材料/照片/李明.jpg', await portrait());
    const path = await put(bench, '材料/照片/谁的.jpg', await portrait(400, 500));
    await page.goto(`${origin}/import?round=${round}`);
    await axe();
    await page.locator('input[name=folder]').setInputFiles(dirname(dirname(path)));
    await page.getByRole('button', { name: '放入，看计划' }).click();
    await page.waitForURL(/batch=/);
    const text = await page.locator('main').innerText();
    assert.match(text, /新增 2 人/);
    assert.match(text, /材料\/照片\/谁的\.jpg/);
    await axe();
    await page.getByLabel('张照片的署名').fill('威海船业供图');
    await page.getByLabel('本人怎样同意公开照片').fill('本人书面同意');
    await page.getByRole('button', { name: '记下，再看计划' }).click();
    await page.getByRole('button', { name: '写入名单' }).click();
    await page.waitForURL(/\/done\?/);
    assert.match(await page.locator('main').innerText(), /给 1 张没有认出的照片选人/);
  });

  it('a picture is dragged onto a person, and a click says where the face is', async () => {
    await page.goto(`${origin}/photos?round=${round}`);
    await page.locator('[data-picture] img').evaluate((image: HTMLImageElement) => image.decode());
    await page.locator('[data-picture] .aim').click({ position: { x: 40, y: 50 } });
    const numbers = page.locator('[data-picture] input[type=number]');
    assert.ok(Number(await numbers.first().inputValue()) > 0);
    await page.locator('[data-picture] small').first().dragTo(page.locator('[data-person]').nth(1));
    const chosen = page.locator('[data-picture] select option:checked');
    assert.equal(await chosen.innerText(), '王芳（威海乙食品有限公司）');
    await axe();
  });

  it('a row is dragged to another place, and a rule speaks beside its field while it is typed', async () => {
    await page.goto(`${origin}/people?round=${round}`);
    await page
      .locator('.order tbody tr')
      .nth(1)
      .locator('td')
      .nth(2)
      .dragTo(page.locator('.order tbody tr').first().locator('th'));
    await page.getByRole('button', { name: '照此排序' }).click();
    await page.waitForURL(/\/done\?/);
    const roster = JSON.parse(await readFile(join(bench.folder, 'roster.json'), 'utf8')) as {
      people: { name: string }[];
    };
    assert.deepEqual(
      roster.people.map(({ name }) => name),
      ['王芳', '李明'],
    );

    await page.goto(`${origin}/people?round=${round}`);
    await page.getByRole('link', { name: '李明' }).click();
    await page.getByLabel('简要事迹').fill('有事请拨 13812345678');
    await page.locator('[data-rule=summary]').getByText('这一格里有像手机号码的内容').waitFor();
    await axe();
    assert.deepEqual(faults, []);
  });
});
