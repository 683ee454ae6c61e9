import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { aContent } from '#tests/office.ts';
import { aDesk } from './a-desk.ts';
import { call, formIn, words } from './browser-without-script.ts';
import { anEcho, raw } from './echo.ts';

const { screen: echo, heard } = anEcho();
const content = await aContent();
const desk = await aDesk(content, { screens: [echo], patience: 300 });
const at = (path: string): string => new URL(path, desk.address).href;
const own = { cookie: desk.cookie };

describe('a form', () => {
  const headers = { ...own, origin: desk.address };

  it('that is too large is refused while it comes, said beforehand or not, and the desk lives', async () => {
    const big = new Uint8Array(3_000_000).fill(120);
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const reply = await call(at('/echo'), { method: 'POST', headers: { ...headers, ...type }, body: big });
    assert.equal(reply.status, 413);
    assert.match(words(reply.body), /送来的内容超过了这一页能收的大小，没有收下。/);
    const chunked = await call(at('/echo'), {
      method: 'POST',
      headers: { ...headers, ...type, 'transfer-encoding': 'chunked' },
      body: big,
    });
    assert.equal(chunked.status, 413);
    assert.equal((await desk.get('/echo')).status, 200);
  });

  it('that stops coming is given up', async () => {
    const { host, port } = new URL(desk.address);
    const answer = await raw(
      Number(port),
      `POST /echo HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${desk.address}\r\nCookie: ${desk.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n\r\n--x`,
    );
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.match(answer, /desk-slow/);
    assert.equal((await desk.get('/echo')).status, 200);
  });

  it('that is none is refused', async () => {
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', 'no part at all'],
      ['multipart/form-data', '--x'],
      ['application/json', '{}'],
      ['text/plain', 'words=1'],
    ] as const) {
      const reply = await call(at('/echo'), { method: 'POST', headers: { ...headers, 'content-type': type }, body });
      assert.equal(reply.status, 400, type);
      assert.match(words(reply.body), /desk-form/);
    }
  });

  it('comes back as text', async () => {
    const before = heard();
    const reply = await desk.fill('/echo', { words: '<script>alert(1)</script>"\'&' });
    assert.equal(heard(), before + 1);
    assert.match(reply.body, /听到：&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/);
  });

  it('keeps what was typed until it is thrown away', async () => {
    await desk.fill('/echo?draft', { words: '填了一半</textarea><script>' });
    const page = await desk.get('/echo?draft');
    assert.deepEqual(formIn(page.body).standing, [['words', '填了一半</textarea><script>']]);
    assert.match(words(page.body), /填过、还没有办完的内容已经填在下面。/);
    assert.deepEqual((await readdir(dirname(content))).sort(), ['.jiangbang-desk-content', 'content']);
    await desk.fill('/echo?draft', { _drop: '1' });
    assert.deepEqual(formIn((await desk.get('/echo?draft')).body).standing, [['words', '']]);
  });

  it('is not carried out over a file that changed after the clerk had seen it; both versions are shown', async () => {
    const { hidden } = formIn((await desk.get('/echo?seen')).body);
    const site = join(content, 'site.json');
    const text = await readFile(site, 'utf8');
    await writeFile(site, text.replace('"name"', '  "name"'));
    const before = heard();
    const body = new URLSearchParams([...hidden, ['words', '你好']]).toString();
    const reply = await call(at('/echo?seen'), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    await writeFile(site, text);
    assert.equal(reply.status, 409);
    assert.equal(heard(), before);
    assert.match(
      words(reply.body),
      /您打开这一页以后，下面的文件有了改动，所以没有办理。您填的内容没有丢。.*site\.json 您看到的 现在的/,
    );
    assert.deepEqual(formIn((await desk.get('/echo?seen')).body).standing, [['words', '你好']]);
  });
});

describe('every page', () => {
  it('lets nothing run but the desk’s own script, and no page frame it', async () => {
    for (const path of ['/echo', '/nowhere', '/echo?fault']) {
      const { headers, body } = await desk.get(path);
      assert.match(
        String(headers['content-security-policy']),
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
      );
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.doesNotMatch(body, /<script(?! src="\/desk\.js" defer>)|<style|\son\w+=|\sstyle=/);
    }
  });

  it('says in words that something of ours broke, without a stack', async () => {
    const reply = await desk.get('/echo?fault');
    assert.equal(reply.status, 500);
    assert.match(words(reply.body), /这一步没有办完，办公台还在运行，.*desk-fault [0-9a-f]{16}/);
    assert.doesNotMatch(reply.body, /secret\.ts|at .*\.ts:/);
    assert.equal((await desk.get('/echo')).status, 200);
  });
});
