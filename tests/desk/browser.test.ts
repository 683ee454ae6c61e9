import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { html } from '#core/formats/html.ts';
import { fileField } from '#desk/frame/fields.ts';
import { form } from '#desk/frame/form.ts';
import type { Screen } from '#desk/frame/screen.ts';
import { SCREENS } from '#desk/screens/index.ts';
import { startDesk, type StartedDesk } from '#desk/start/start-desk.ts';
import { checkCommand } from '#pipeline/check/check-command.ts';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { aContent, ROUND_FOLDER } from '#tests/office.ts';

const ROUND = 'round=chenghu-craftsman%2F2024';
const NOW = Date.parse('2024-09-12T10:00:00+08:00');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let desk: StartedDesk;
let evil: Server;
let evilPort: number;
let content: string;
let origin: string;
/** What the page of the other port is to say. */
let evilPage = '';

/** Takes files and a job: what the screens of others need of the frame. */
const bench: Screen = {
  path: '/bench',
  title: '试验台',
  show: (visit) =>
    form(visit, { body: fileField({ name: 'files', label: '文件', required: true }), submit: '送上', sees: [] }),
  act: (_visit, sent) => {
    const names = sent.getAll('files').map((file) => (typeof file === 'string' ? file : file.name));
    return Promise.resolve(
      names.includes('job.txt')
        ? { kind: 'job', title: '检查内容', command: checkCommand, words: [], next: [{ href: '/', label: '回到首页' }] }
        : { kind: 'page', body: html`<p>收到：${names.join('、')}</p>` },
    );
  },
};

before(async () => {
  content = await aContent();
  for (const name of ['result.md', 'reviews.json']) await rm(join(content, ROUND_FOLDER, name));
  desk = await startDesk({
    content,
    usualContent: false,
    screens: [...SCREENS, bench],
    clock: () => NOW,
    port: 0,
    idle: 600_000,
  });
  origin = new URL(desk.address).origin;
  evil = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(evilPage),
  );
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  evilPort = (evil.address() as AddressInfo).port;
  browser = await chromium.launch({
    executablePath: findBrowser(() => undefined),
    // A name of the attacker's that leads to this machine, as after a rebinding.
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP evil.example 127.0.0.1'],
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await page.goto(desk.address);
});
after(async () => {
  await browser.close();
  await desk.stop();
  evil.close();
});

describe('in Chromium, the desk', () => {
  it('takes the token out of the address, and lets nobody use it again', async () => {
    assert.equal(page.url(), `${origin}/`);
    const other = await browser.newPage();
    assert.equal((await other.goto(desk.address))?.status(), 403);
    await other.close();
  });

  it('answers to no name but its number, though the name leads here', async () => {
    const other = await context.newPage();
    assert.equal((await other.goto(`http://evil.example:${new URL(origin).port}/`))?.status(), 421);
    await other.close();
  });

  it('carries out no form of a page on another port, which the browser sends with the cookie', async () => {
    evilPage = `<form method="post" action="${origin}/takedown?person=p3wd9hz" enctype="multipart/form-data">
      <input name="reason-code" value="own-wish"><input name="sure" value="yes"><button>go</button></form>`;
    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${evilPort}/`);
    const [answer] = await Promise.all([
      other.waitForResponse(`${origin}/takedown?person=p3wd9hz`),
      other.click('button'),
    ]);
    assert.equal(answer.status(), 403);
    assert.ok('cookie' in (await answer.request().allHeaders()));
    await readFile(join(content, ROUND_FOLDER, 'candidates/p3wd9hz.md'));
    await other.close();
  });

  it('is read, framed and followed by no page on another port', async () => {
    evilPage = `<iframe src="${origin}/"></iframe><img src="${origin}/desk.svg"><a href="${origin}/">in</a>`;
    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${evilPort}/`);
    const fetched = await other.evaluate(
      (address) =>
        fetch(address, { credentials: 'include' }).then(
          () => 'read',
          () => 'refused',
        ),
      `${origin}/`,
    );
    assert.equal(fetched, 'refused');
    assert.doesNotMatch((await other.frames()[1]?.content()) ?? '', /澄湖/);
    const [answer] = await Promise.all([other.waitForResponse(`${origin}/`), other.click('a')]);
    assert.equal(answer.status(), 403);
    await other.close();
  });

  it('shows what is typed as text, in every place where it comes back', async () => {
    const script = `"><script>document.title='broken'</script><img src=x onerror="document.title='broken'">`;
    for (const path of [
      `/acts?${ROUND}&kind=correction&target=person+k7m2xq4&field=summary`,
      `/takedown?name=${encodeURIComponent(script)}`,
      `/approval?round=${encodeURIComponent(script)}`,
      `/programmes?id=${encodeURIComponent(script)}`,
    ]) {
      await page.goto(origin + path);
      for (const field of await page.locator('main :is(textarea, input[type=text]):visible').all())
        await field.fill(script);
      const select = page.locator('select[name=reason-code]');
      if ((await select.count()) > 0) await select.selectOption('slip');
      const button = page.locator('main form[method=post] .buttons button').last();
      if ((await button.count()) > 0) await button.click();
      assert.doesNotMatch(await page.title(), /broken/, path);
      assert.equal(await page.locator('main img').count(), 0);
    }
  });

  it('keeps what is typed as it is typed, for the browser that comes after a crash', async () => {
    await page.goto(`${origin}/acts?${ROUND}&kind=extension`);
    const saved = page.waitForResponse(`${origin}/draft`);
    await page.getByLabel('理由', { exact: true }).fill('网站中断一天，顺延。');
    await saved;
    const other = await context.newPage();
    await other.goto(`${origin}/acts?${ROUND}&kind=extension`);
    assert.equal(await other.getByLabel('理由', { exact: true }).inputValue(), '网站中断一天，顺延。');
    await other.getByRole('button', { name: '不要这些，重新填' }).click();
    assert.equal(await other.getByLabel('理由', { exact: true }).inputValue(), '');
    await other.close();
  });

  it('sends the form by the enter key, though a button to throw it away stands before the fields', async () => {
    await page.goto(`${origin}/acts?${ROUND}&kind=extension`);
    await page.getByLabel('延长后的截止日').fill('2024-09-20');
    await page.getByLabel('理由的种类').selectOption('outage');
    const saved = page.waitForResponse(`${origin}/draft`);
    await page.getByLabel('理由', { exact: true }).fill('网站中断一天，顺延。');
    await saved;
    await page.reload();
    await page.getByRole('button', { name: '不要这些，重新填' }).waitFor();
    await page.getByLabel('依据的文件').press('Enter');
    await page.getByText('只检查，没有写入。').waitFor();
  });

  it('shows the days of a window as soon as its first day is chosen', async () => {
    await page.goto(`${origin}/new-round?programme=chenghu-craftsman&edition=2025`);
    await page.getByLabel('公示首日').fill('2024-09-30');
    await page.getByLabel('公示首日').blur();
    // As the State Council ordered it for 2024: off from 1 to 7 October, and Saturday 12 October is worked.
    await page.getByText('截止2024年10月11日（星期五）24:00').waitFor();
    await page.getByRole('row', { name: /^10月1日 星期二 .*国庆节.* 不计$/ }).waitFor();
  });

  it('takes files that are dropped as if they were chosen', async () => {
    await page.goto(`${origin}/bench`);
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['x'], '名单.txt'));
      document.querySelector('.field')?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
    });
    await page.getByRole('button', { name: '送上' }).click();
    await page.getByText('收到：名单.txt').waitFor();
  });

  it('follows a job to its end, and keeps its outcome in the record', async () => {
    await page.goto(`${origin}/bench`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'job.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: '送上' }).click();
    await page.locator('.done, .fault').first().waitFor();
    assert.match(page.url(), /\/job\?id=[0-9a-f]{16}$/);
    await page.goto(`${origin}/record`);
    await page.getByText('检查内容').waitFor();
  });

  it('has no fault of access on its screens, at 1280 and 1024, and nothing reaches over the edge', async () => {
    for (const path of [
      '/',
      '/new-round',
      '/new-round?programme=chenghu-craftsman&edition=2025',
      `/check?${ROUND}`,
      `/approval?${ROUND}&notice=first`,
      `/acts?${ROUND}`,
      `/acts?${ROUND}&kind=revoke`,
      `/result?${ROUND}`,
      '/takedown',
      '/programmes?id=hecheng',
      '/record',
      '/nowhere',
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(origin + path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
        [],
        path,
      );
      await page.setViewportSize({ width: 1024, height: 768 });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1024, path);
    }
  });

  it('is worked with the keyboard alone: the first stop leads past the menu, and the last button sends', async () => {
    await page.goto(`${origin}/takedown`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('庾岚');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^庾岚/ }).press('Enter');
    const reason = page.getByLabel('为什么撤下');
    await reason.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('将会撤下编号 k7m2xq4').waitFor();
  });
});
