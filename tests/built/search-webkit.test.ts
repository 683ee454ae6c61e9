import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { builtSite } from '#tests/built-site.ts';
import { freePort, nginxOver, type RunningServer } from '#tests/nginx-server.ts';
import { missing } from '#tests/system-program.ts';

const browser = spawnSync('sh', ['-c', 'ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser'], { encoding: 'utf8' })
  .stdout.trim()
  .split('\n')[0];

/** Through WebDriver's own protocol: the packages of Debian bring no other. */
describe('the search in WebKit', { skip: missing('nginx', 'WebKitWebDriver', 'Xvfb') }, () => {
  let server: RunningServer;
  let session: string;
  const children: ChildProcess[] = [];

  before(async () => {
    server = await nginxOver(await builtSite());
    const display = `:${200 + Math.floor(Math.random() * 700)}`;
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
    children.push(spawn('Xvfb', [display, '-screen', '0', '800x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' }));
    children.push(spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env }));
    const options = { binary: browser, args: ['--automation'] };
    const body = JSON.stringify({ capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    for (let attempt = 0; session === undefined; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const answer = await fetch(`http://127.0.0.1:${port}/session`, { method: 'POST', body })
        .then((response) => response.json() as Promise<{ value: { sessionId?: string } }>)
        .catch(() => undefined);
      if (answer?.value.sessionId) session = `http://127.0.0.1:${port}/session/${answer.value.sessionId}`;
      if (attempt > 400) throw new Error('WebKit does not start');
    }
  });
  after(async () => {
    if (session) await fetch(session, { method: 'DELETE' });
    children.forEach((child) => child.kill());
    await server.stop();
  });

  const ask = async <T>(path: string, body: object): Promise<T> => {
    const response = await fetch(`${session}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return ((await response.json()) as { value: T }).value;
  };
  const results = async (query: string): Promise<{ status: string; titles: string[] }> => {
    await ask('url', { url: `${server.address}/search/?q=${encodeURIComponent(query)}` });
    const script =
      "return { status: document.querySelector('#found').textContent, titles: [...document.querySelectorAll('#hits a')].map((link) => link.textContent) }";
    for (let attempt = 0; ; attempt += 1) {
      const found = await ask<{ status: string; titles: string[] }>('execute/sync', { script, args: [] });
      if (/网页\d|没有查到/.test(found.status) || attempt > 600) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('finds a name, its reading, a piece of prose, and words', async () => {
    for (const [query, title] of [
      ['皇甫静', '皇甫静'],
      ['hfj', '皇甫静'],
      ['皇甫靜', '皇甫静'],
      ['衡“先看后', '阿拉坦其其格 · 2023年包头工匠'],
    ] as const) {
      assert.equal((await results(query)).titles[0], title, query);
    }
    const words = await results('看先压后');
    assert.match(words.status, /没有完全相同的，按词查到网页\d+篇/);
    assert.ok(words.titles.length > 0);
  });
});
