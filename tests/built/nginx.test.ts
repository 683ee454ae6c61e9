import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { builtSite } from '#tests/built-site.ts';
import { nginxOver, type RunningServer } from '#tests/nginx-server.ts';
import { missing } from '#tests/system-program.ts';

const STEADY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
};

describe('the site behind the nginx configuration of docs/hosting', { skip: missing('nginx') }, () => {
  let nginx: RunningServer;
  let address: string;
  let webroot: string;
  before(async () => {
    webroot = await mkdtemp(join(tmpdir(), 'jiangbang-webroot-'));
    nginx = await nginxOver(await builtSite(), webroot);
    ({ address } = nginx);
  });
  after(async () => {
    await nginx.stop();
    await rm(webroot, { recursive: true });
  });

  it('serves a notice fresh within a minute, typed, and in nobody else’s frame', async () => {
    const answer = await fetch(`${address}/weihai-chief-technician/2026/notice/`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'max-age=60, stale-while-revalidate=60, stale-if-error=86400');
    assert.equal(answer.headers.get('content-security-policy'), "frame-ancestors 'self'");
    assert.equal(answer.headers.get('x-frame-options'), 'SAMEORIGIN');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('referrer-policy'), 'strict-origin-when-cross-origin');
    assert.doesNotMatch(answer.headers.get('server') ?? '', /\d/);
  });

  it('lets other sites frame a card, read its description and load its element, and nothing else', async () => {
    const card = await fetch(`${address}/embed/weihai-chief-technician/2026/`);
    assert.equal(card.status, 200);
    assert.equal(card.headers.get('content-security-policy'), 'frame-ancestors *');
    assert.equal(card.headers.get('x-frame-options'), null);
    assert.equal(card.headers.get('cache-control'), 'max-age=300');
    assert.equal(card.headers.get('cross-origin-resource-policy'), 'cross-origin');
    for (const path of ['oembed/weihai-chief-technician/2026.json', 'embed/card.js']) {
      assert.equal((await fetch(`${address}/${path}`)).headers.get('access-control-allow-origin'), '*', path);
    }
    for (const path of ['', 'weihai-chief-technician/2026/objection/', 'weihai-chief-technician/2026/share/']) {
      const { headers } = await fetch(`${address}/${path}`);
      assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN', path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
  });

  it('lets other sites’ scripts read data, feeds, calendars, the state of a notice and the description of a card', async () => {
    const round = 'weihai-chief-technician/2026';
    for (const path of [
      'data/v1/index.json',
      `data/v1/${round}.json`,
      `data/v1/${round}.csv`,
      'feed.xml',
      'feed.json',
      'programmes/weihai-chief-technician/feed.xml',
      'programmes/weihai-chief-technician/feed.json',
      `${round}/status.json`,
      `${round}/notice.ics`,
      'calendar.ics',
      `oembed/${round}.json`,
      'embed/card.js',
    ]) {
      const { status, headers } = await fetch(`${address}/${path}`, { headers: { Origin: 'https://paper.example' } });
      assert.equal(status, 200, path);
      assert.equal(headers.get('access-control-allow-origin'), '*', path);
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin', path);
      assert.equal(headers.get('access-control-allow-credentials'), null, path);
      for (const [name, value] of Object.entries(STEADY)) assert.equal(headers.get(name), value, `${path} ${name}`);
    }
    for (const path of ['search/people.json', 'evidence/content.txt', 'index.html', `${round}/notice/`, 'robots.txt']) {
      const { status, headers } = await fetch(`${address}/${path}`);
      assert.equal(status, 200, path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
  });

  it('binds browsers to TLS when it was asked over TLS, and says nothing of it otherwise', async () => {
    const strict = async (proto: string): Promise<string | null> =>
      (await fetch(`${address}/about/`, { headers: { 'X-Forwarded-Proto': proto } })).headers.get(
        'strict-transport-security',
      );
    assert.equal(await strict('https'), 'max-age=31536000');
    assert.equal(await strict('http'), null);
    assert.equal((await fetch(`${address}/about/`)).headers.get('strict-transport-security'), null);
  });

  it('leads to a folder by a path, whatever scheme and port the reader sees', async () => {
    const { status, headers } = await fetch(`${address}/about`, { redirect: 'manual' });
    assert.equal(status, 301);
    assert.equal(headers.get('location'), '/about/');
  });

  it('answers a certificate authority, and whoever looks for a contact', async () => {
    await mkdir(join(webroot, '.well-known/acme-challenge'), { recursive: true });
    await writeFile(join(webroot, '.well-known/acme-challenge/abc'), 'abc.key');
    await writeFile(join(webroot, '.well-known/security.txt'), 'Contact: mailto:office@example.org\n');
    for (const [path, words] of [
      ['acme-challenge/abc', 'abc.key'],
      ['security.txt', 'Contact: mailto:office@example.org\n'],
    ] as const) {
      const answer = await fetch(`${address}/.well-known/${path}`);
      assert.equal(answer.status, 200, path);
      assert.equal(await answer.text(), words);
      assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
      for (const [name, value] of Object.entries(STEADY)) assert.equal(answer.headers.get(name), value, name);
    }
    assert.equal((await fetch(`${address}/.well-known/acme-challenge/none`)).status, 404);
    assert.equal((await fetch(`${address}/.well-known/acme-challenge/abc`, { method: 'PUT', body: 'x' })).status, 403);
    for (const path of ['.env', 'about/.htpasswd', '.well-knowns/x']) {
      assert.equal((await fetch(`${address}/${path}`)).status, 403, path);
    }
  });

  it('has nothing to complain of in its configuration', async () => {
    assert.doesNotMatch(await nginx.log(), /\[(?:warn|emerg|alert|crit)\]/);
  });

  it('keeps the headers on an address that does not exist, and shows the site’s own page', async () => {
    const answer = await fetch(`${address}/no-such-page/`);
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(await answer.text(), /匠榜/);
  });

  it('takes no request but reading, and shows no hidden file', async () => {
    assert.equal((await fetch(address, { method: 'POST' })).status, 403);
    assert.equal((await fetch(`${address}/.git/config`)).status, 403);
  });
});
