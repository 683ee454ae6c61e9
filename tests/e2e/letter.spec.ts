import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from 'playwright/test';
import { missing, systemProgram } from '#tests/system-program.ts';
import { PAGES, visit } from './the-site.ts';

const FACTS = '申报材料所列2023年的奖项，获奖人是同名的另一人。';

async function write(page: Page): Promise<void> {
  await page.getByLabel('真实姓名').fill('周明');
  await page.getByLabel('联系方式').fill('示例路0号');
  await page.getByLabel('对谁、对什么事').selectOption({ index: 1 });
  await page.getByLabel('事实和理由').fill(FACTS);
  await page.getByLabel('证据材料').fill('获奖名单复印件\n证明人说明');
}

test('a letter is written, shown, copied and mailed without a single request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, 'objection');
  const address = page.url();
  const requests: string[] = [];
  // The browser fetches the icon of the tab by itself, when it pleases.
  page.on('request', (request) => {
    if (!request.url().endsWith('/icon.svg')) requests.push(request.url());
  });
  await expect(page.locator('[data-said]')).toContainText('还没有写：对谁、对什么事、事实和理由。');
  await write(page);
  await page.getByLabel('证据材料').press('Control+Enter');
  await page.getByLabel('真实姓名').press('Enter');

  const letter = page.getByRole('article', { name: '异议信' });
  for (const words of ['周明', '示例路0号', FACTS, '获奖名单复印件', '证明人说明']) {
    await expect(letter).toContainText(words);
  }
  await expect(page.locator('[data-said]')).toHaveText('需要写的都写了。');
  await page.getByRole('button', { name: '复制' }).nth(4).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const words of ['异议书', '提出人：周明', FACTS, '2. 证明人说明']) expect(copied).toContain(words);
  const mail = (await page.locator('[data-mail]').getAttribute('href')) ?? '';
  expect(mail.length).toBeLessThanOrEqual(1800);
  expect(decodeURIComponent(mail)).toContain(FACTS);
  await expect(page.locator('[data-long]')).toBeHidden();

  expect(requests).toEqual([]);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  expect(await page.evaluate(() => indexedDB.databases().then((all) => all.length))).toBe(0);

  await page.reload();
  await expect(page.getByLabel('真实姓名')).toHaveValue('');
});

test('a letter too long for a mail is copied instead, and the page says so', async ({ page }) => {
  await visit(page, 'objection');
  await write(page);
  await page.getByLabel('事实和理由').fill('长'.repeat(1000));
  await expect(page.locator('[data-mail]')).toHaveAttribute('href', 'mailto:chief-technician-2026@example.org');
  await expect(page.locator('[data-long]')).toContainText('请先点“复制”');
});

test('a unit is asked for its seal and for somebody to ask', async ({ page }) => {
  await visit(page, 'objection');
  await page.getByLabel('单位（加盖公章）').check();
  await expect(page.getByLabel('真实姓名')).toBeHidden();
  await page.getByLabel('单位名称').fill('示例机床厂');
  await page.getByLabel('联系人').fill('王强');
  await expect(page.getByRole('article', { name: '异议信' })).toContainText(/单位（盖章）：示例机床厂\s*联系人：王强/);
  await page.getByRole('button', { name: '清空' }).click();
  await expect(page.getByRole('article', { name: '异议信' })).not.toContainText('示例机床厂');
});

function sheets(text: string): string[] {
  return text.split('\f').filter((sheet) => sheet.trim() !== '');
}

test('the printed letter is one sheet of A4 with the letter alone', async ({ page }) => {
  const lacks = missing('pdftotext', 'pdfinfo');
  test.skip(lacks !== false, lacks || '');
  await visit(page, 'objection');
  await write(page);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = execFileSync(systemProgram('pdftotext'), ['-', '-'], { input: pdf, encoding: 'utf8' });
  const plain = text.replace(/\s/g, '');
  for (const words of ['异议书', '威海市首席技师选拔管理工作办公室：', '姓名（签名）：周明', FACTS, '证明人说明']) {
    expect(plain).toContain(words);
  }
  for (const words of ['提出异议以后', '如何提出才有效', '清空', '选树项目', '扫码'])
    expect(plain).not.toContain(words);
  expect(sheets(text)).toHaveLength(1);
  const info = execFileSync(systemProgram('pdfinfo'), ['-'], { input: pdf, encoding: 'utf8' });
  expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a blank letter stands there to be printed, and no sentence claims a now', async ({ page }) => {
    await visit(page, 'objection');
    await expect(page.locator('main form')).toBeHidden();
    await expect(page.getByRole('article', { name: '异议信' })).toContainText('姓名（签名）：');
    await expect(page.getByRole('article', { name: '异议信' })).toContainText('单位（盖章）：');
    await expect(page.locator('main')).toContainText('2026年11月27日（星期五）24:00截止');
    await expect(page.locator('main')).not.toContainText(/现在|正在|今天|已结束/);
  });

  test('that blank letter is printed on one sheet', async ({ page }) => {
    const lacks = missing('pdftotext');
    test.skip(lacks !== false, lacks || '');
    await visit(page, 'objection');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = execFileSync(systemProgram('pdftotext'), ['-', '-'], { input: pdf, encoding: 'utf8' });
    expect(sheets(text)).toHaveLength(1);
    expect(text).toContain('单位（盖章）');
  });
});

test('whoever frames the page finds no form in it', async ({ page }) => {
  await visit(page, 'home');
  const target = new URL(PAGES.objection, page.url()).href;
  // Another origin, as a stranger's page would be.
  const stranger = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>x</title><iframe src="${target}" width="800" height="900"></iframe>`);
  });
  await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
  try {
    await page.goto(`http://localhost:${(stranger.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-framed]')).toBeVisible();
    await expect(frame.locator('main form')).toBeHidden();
    await expect(frame.getByRole('article', { name: '异议信' })).toBeVisible();
  } finally {
    stranger.close();
  }
});
