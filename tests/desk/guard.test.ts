import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startDesk } from '#desk/start/start-desk.ts';
import { aContent } from '#tests/office.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';
import { anEcho, raw } from './echo.ts';

const { screen: echo, heard } = anEcho();
const content = await aContent();
const desk = await aDesk(content, { screens: [echo], patience: 300 });
const at = (path: string): string => new URL(path, desk.address).href;
const own = { cookie: desk.cookie };

/** The form of the screen, sent with headers of the attacker's choice. */
async function sendForm(clerk: Clerk, headers: Record<string, string>): Promise<Reply> {
  const { hidden } = formIn((await clerk.get('/echo')).body);
  const body = new URLSearchParams([...hidden, ['words', '你好']]).toString();
  return call(at('/echo'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
}

describe('who may enter', () => {
  it('comes with a token that is good once', async () => {
    const again = await call(desk.enter);
    assert.equal(again.status, 403);
    assert.match(words(again.body), /启动时给出的地址只能用一次。.* desk-token/);
    assert.equal((await call(at('/enter?token=wrong'))).status, 403);
  });

  it('loses no token to a browser that looks ahead, or to who asks for the head alone', async () => {
    const start = { content, usualContent: false, screens: [echo], clock: Date.now, port: 0, idle: 60_000 };
    const { address } = await startDesk(start);
    assert.equal((await call(address, { headers: { 'sec-purpose': 'prefetch;prerender' } })).status, 403);
    assert.equal((await call(address, { method: 'HEAD' })).status, 403);
    assert.equal((await call(address)).status, 303);
  });

  it('is sent on from the address with the token, with a cookie named after the port that no script reads', async () => {
    const fresh = await aDesk(await aContent(), { screens: [echo] });
    assert.match(fresh.cookie, new RegExp(`^jiangbang-desk-${new URL(fresh.address).port}=[\\w-]{32}$`));
    // The cookie of one desk opens no other.
    assert.equal((await call(at('/echo'), { headers: { cookie: fresh.cookie } })).status, 401);
  });

  it('is told how to come back when there is no session', async () => {
    const refused: Record<string, string>[] = [
      {},
      { cookie: `${desk.cookie}x` },
      { cookie: `${desk.cookie}; ${desk.cookie}` },
    ];
    for (const headers of refused) {
      const reply = await call(at('/echo'), { headers });
      assert.equal(reply.status, 401);
      assert.match(
        words(reply.body),
        /这个浏览器还没有进入办公台，或者办公台重新启动过。请再双击一次启动图标（或再运行一次 npm run desk），会自动打开。刚才填的内容，进入以后按浏览器的返回键回到那一页，再提交一次。 desk-session/,
      );
    }
  });

  it('gets from a second start a way into the first', async () => {
    const second = await startDesk({
      content,
      usualContent: false,
      screens: [echo],
      clock: Date.now,
      port: 0,
      idle: 60_000,
    });
    assert.equal(second.already, true);
    assert.equal(new URL(second.address).origin, desk.address);
    assert.equal((await call(second.address)).status, 303);
    assert.equal((await call(at('/invite'), { headers: { 'x-jiangbang-key': 'guessed' } })).status, 401);
  });

  it('finds the session still good after the desk was started anew', async () => {
    const folder = await aContent();
    const first = await aDesk(folder, { screens: [echo] });
    await first.stop();
    const next = await startDesk({
      content: folder,
      usualContent: false,
      screens: [echo],
      clock: Date.now,
      port: undefined,
      idle: 60_000,
    });
    assert.equal(new URL(next.address).origin, first.address);
    assert.equal((await first.get('/echo')).status, 200);
    await next.stop();
  });
});

describe('a desk that nobody uses', () => {
  it('ends by itself, and the next one is a new one', async () => {
    const folder = await aContent();
    const start = { content: folder, usualContent: false, screens: [echo], clock: Date.now, port: 0 };
    const first = await startDesk({ ...start, idle: 100 });
    for (
      let tries = 0;
      tries < 200 && (await readdir(join(dirname(folder), '.jiangbang-desk-content'))).includes('lock');
      tries += 1
    )
      await pause(20);
    const second = await startDesk({ ...start, idle: 600_000 });
    assert.deepEqual([first.already, second.already], [false, false]);
    await second.stop();
  });
});

describe('a request from elsewhere', () => {
  const { host, port } = new URL(desk.address);

  it('under another name of this machine is refused, rebound or not', async () => {
    for (const name of [
      `evil.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `127.0.0.1.nip.io:${port}`,
    ]) {
      const reply = await call(at('/echo'), { headers: { ...own, host: name } });
      assert.equal(reply.status, 421, name);
      assert.match(words(reply.body), /desk-host/);
    }
  });

  it('with two names is refused', async () => {
    const answer = await raw(
      Number(port),
      `GET /echo HTTP/1.1\r\nHost: ${host}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    assert.match(answer, /^HTTP\/1\.1 4\d\d /);
  });

  it('carries out no form of another port, another scheme, or without an origin', async () => {
    const before = heard();
    for (const origin of [
      `http://127.0.0.1:${Number(port) + 1}`,
      `https://${host}`,
      `http://localhost:${port}`,
      `http://${host}.evil.example`,
      'null',
      undefined,
    ]) {
      const reply = await sendForm(desk, { ...own, ...(origin !== undefined && { origin }) });
      assert.equal(reply.status, 403, origin);
      assert.match(words(reply.body), /desk-origin/);
    }
    for (const site of ['same-site', 'cross-site', 'none']) {
      const reply = await sendForm(desk, { ...own, origin: desk.address, 'sec-fetch-site': site });
      assert.equal(reply.status, 403, site);
    }
    assert.equal(heard(), before);
    assert.equal((await sendForm(desk, { ...own, origin: desk.address, 'sec-fetch-site': 'same-origin' })).status, 200);
    assert.equal(heard(), before + 1);
  });

  it('reads nothing, and is told by no header that it may', async () => {
    const fetched = await call(at('/echo'), {
      headers: { ...own, origin: `http://127.0.0.1:${Number(port) + 1}`, 'sec-fetch-site': 'same-site' },
    });
    assert.equal(fetched.status, 403);
    assert.equal(fetched.headers['access-control-allow-origin'], undefined);
    assert.equal(
      (await call(at('/echo'), { method: 'OPTIONS', headers: { ...own, origin: 'http://evil.example' } })).status,
      405,
    );
  });

  it('brings no form made for another session', async () => {
    const body = new URLSearchParams({ _token: '0'.repeat(64), words: '你好' }).toString();
    const headers = { ...own, origin: desk.address, 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await call(at('/echo'), { method: 'POST', headers, body });
    assert.equal(reply.status, 403);
    assert.match(words(reply.body), /desk-form-token/);
  });
});

describe('a path', () => {
  it('leads to a screen or nowhere', async () => {
    for (const path of [
      '/../../etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/desk.css/../../package.json',
      '/%2e%2e/package.json',
      '/constructor',
      '/__proto__',
      '//evil.example/',
      '/echo/',
      '/%',
    ]) {
      const reply = await desk.get(path.startsWith('//') ? `/.${path}` : path);
      assert.ok([404, 400].includes(reply.status), `${path} ${reply.status}`);
      assert.doesNotMatch(reply.body, /root:|"private"/);
    }
  });

  it('of a file is one of three, and they lie open', async () => {
    for (const path of ['/desk.css', '/desk.js', '/desk.svg']) assert.equal((await call(at(path))).status, 200);
  });
});
