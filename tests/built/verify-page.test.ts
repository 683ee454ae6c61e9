import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright';
import { checkContent } from '#pipeline/check/check-content.ts';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { makeKey, signerOf } from '#pipeline/evidence/key-file.ts';
import { Seal } from '#pipeline/evidence/seal.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { builtSite } from '#tests/built-site.ts';
import { nginxOver, type RunningServer } from '#tests/nginx-server.ts';
import { missing } from '#tests/system-program.ts';
import { there } from '#tests/there.ts';

const NOTICE = 'weihai-chief-technician/2026/notice/';
const own = makeKey('jiangbang.example.org', 'x', '2026-11-25', 16);
let target: string;
let server: RunningServer;
let browser: Browser;
let page: Page;

async function verdict(pin = '', key = ''): Promise<{ verdict: string; lines: string[] }> {
  await page.goto(`${server.address}/verify/`);
  await page.fill('#pin', pin);
  await page.fill('#key', key);
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.locator('#verdict', { hasText: /完整|被改动|无法判断/ }).waitFor();
  return {
    verdict: (await page.textContent('#verdict')) ?? '',
    lines: await page.locator('#checked li').allTextContents(),
  };
}

describe('the verify page', { concurrency: 1, skip: missing('nginx') }, () => {
  before(async () => {
    target = await mkdtemp(join(tmpdir(), 'jiangbang-verify-page-'));
    const { content } = await checkContent('content');
    const now = Date.parse('2026-11-25T10:00:00+08:00');
    const seal = new Seal({
      content: there(content),
      signer: signerOf(own, 'x'),
      now,
    });
    await publishFolder({ disk: realDisk, folder: target }, await builtSite(), { now, first: true, seal });
    server = await nginxOver(join(target, 'current'));
    browser = await chromium.launch({
      executablePath: findBrowser(() => undefined),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    // As over plain http: WebCrypto is not there.
    await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await rm(target, { recursive: true });
  });

  let receipt: string;

  it('finds a signed release whole, and gives a receipt', async () => {
    const found = await verdict();
    assert.match(found.verdict, /^完整/);
    assert.ok(
      found.lines.every((line) => !line.startsWith('✗')),
      found.lines.join('\n'),
    );
    assert.ok(
      found.lines.some((line) => line.includes('2026年度威海市首席技师候选人名单的公示') && line.startsWith('✓')),
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#receipt')]);
    receipt = await readFile(await download.path(), 'utf8');
    assert.match(receipt, /^\d+,[0-9a-f]{64}$/m);
  });

  it('takes the receipt back, and refuses a history that it does not fit', async () => {
    const pin = there(/^\d+,[0-9a-f]{64}$/m.exec(receipt))[0];
    assert.match((await verdict(pin)).verdict, /^完整/);
    assert.match((await verdict(`1,${'0'.repeat(64)}`)).verdict, /^被改动/);
  });

  it('takes the key that was printed, and refuses a site that goes by another', async () => {
    assert.match((await verdict('', own.key)).verdict, /^完整/);
    const other = makeKey('jiangbang.example.org', 'x', '2026-11-25', 16).key;
    const found = await verdict('', other);
    assert.match(found.verdict, /^被改动/);
    assert.ok(found.lines.includes('✗ 账本里的公钥不是您给出的那一把，也不是由它换来的。'), found.lines.join('\n'));
    await page.fill('#key', 'no key');
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.locator('#verdict', { hasText: '公钥要写成“名称+八位+一串字母”，与公布的一字不差。' }).waitFor();
    assert.match((await verdict()).lines.join('\n'), /最后一条记录2026-11-25T10:00:00\+08:00，/);
  });

  it('names the notice in which one character was changed, and the ledger of which one line is gone', async () => {
    const path = join(target, 'current', NOTICE, 'index.html');
    const html = await readFile(path);
    await writeFile(path, html.toString('utf8').replace('皇甫静', '皇甫静静'));
    const changed = await verdict();
    assert.match(changed.verdict, /^被改动/);
    assert.deepEqual(
      changed.lines.filter((line) => line.startsWith('✗')),
      ['✗ 《关于2026年度威海市首席技师候选人名单的公示》与清单不同，被改动过'],
    );
    await writeFile(path, html);
    const ledger = join(target, 'current/evidence/ledger.jsonl');
    const lines = await readFile(ledger, 'utf8');
    await writeFile(ledger, lines.split('\n').toSpliced(2, 1).join('\n'));
    assert.match((await verdict()).lines.join('\n'), /账本第 3 行与上一行接不上/);
    await writeFile(ledger, lines);
  });
});
