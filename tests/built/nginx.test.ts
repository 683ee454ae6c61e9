import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { builtSite } from '#tests/built-site.ts';
import { nginxOver, type RunningServer } from '#tests/nginx-server.ts';

let nginx: RunningServer;
let address: string;

before(async () => {
  nginx = await nginxOver(await builtSite());
  ({ address } = nginx);
});

after(() => nginx.stop());

describe('the site behind the nginx configuration of docs/hosting', () => {
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
