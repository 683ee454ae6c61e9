import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import type { Screen } from '#desk/frame/screen.ts';
import { startDesk } from '#desk/start/start-desk.ts';
import { aContent } from '#tests/office.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';

let carriedOut = 0;

/** A screen that does nothing but say what it was told. */
const echo: Screen = {
  path: '/echo',
  title: '回声',
  maxBytes: 200_000,
  show: async (visit) => {
    if (visit.query.has('fault')) throw new Error('/home/somebody/secret.ts broke');
    return form(visit, { body: textField(visit, { name: 'words', label: '文字' }), submit: '说', sees: ['site.json'] });
  },
  act: (_visit, sent) => {
    carriedOut += 1;
    return Promise.resolve({ kind: 'page', body: html`<p>听到：${textIn(sent, 'words')}</p>` });
  },
};

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
    const before = carriedOut;
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
    assert.equal(carriedOut, before);
    assert.equal((await sendForm(desk, { ...own, origin: desk.address, 'sec-fetch-site': 'same-origin' })).status, 200);
    assert.equal(carriedOut, before + 1);
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

  it('is carried out once, however often it is sent', async () => {
    const before = carriedOut;
    const reply = await desk.fill('/echo', { words: '<script>alert(1)</script>"\'&' });
    assert.equal(carriedOut, before + 1);
    assert.match(reply.body, /听到：&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/);
  });

  it('keeps what was typed, through a server that was killed', async () => {
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
    const before = carriedOut;
    const body = new URLSearchParams([...hidden, ['words', '你好']]).toString();
    const reply = await call(at('/echo?seen'), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    await writeFile(site, text);
    assert.equal(reply.status, 409);
    assert.equal(carriedOut, before);
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

/** Bytes as they are, and what comes back until the connection ends. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (/\r\n\r\n[\s\S]+<\/html>|^HTTP\/1.1 400/.test(Buffer.concat(chunks).toString())) socket.destroy();
    });
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}
