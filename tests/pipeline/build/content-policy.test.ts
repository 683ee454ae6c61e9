import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withPolicy } from '#pipeline/build/content-policy.ts';

describe('the policy of a page', () => {
  it('names its own scripts and styles by hash and allows nothing else', () => {
    // The hashes come from `openssl dgst -sha256 -binary | base64` over the two texts.
    assert.equal(
      withPolicy(
        '<!doctype html><html><head><meta charset="utf-8"><style>p{color:red}</style></head><body><script>alert(1)</script></body></html>',
      ),
      '<!doctype html><html><head><meta charset="utf-8">' +
        '<meta http-equiv="content-security-policy" content="default-src \'none\';' +
        "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';" +
        "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=';" +
        "img-src 'self' data:;connect-src 'self';form-action 'none';base-uri 'none'\">" +
        '<style>p{color:red}</style></head><body><script>alert(1)</script></body></html>',
    );
  });

  it('without scripts and styles allows none', () => {
    assert.match(withPolicy('<html><head><title>x</title></head></html>'), /script-src 'none';style-src 'none'/);
  });

  it('of the search page alone may load WebAssembly', () => {
    assert.match(
      withPolicy('<html><head></head><body><div data-search></div></body></html>'),
      /script-src 'self' 'wasm-unsafe-eval';/,
    );
    assert.doesNotMatch(withPolicy('<html><head></head><body><div></div></body></html>'), /wasm|'self' 'sha/);
  });

  it('lets a page with an entry to 大字 · 朗读 run that script, known by its digest, and no other page', () => {
    const page = (body: string): string => `<html><head></head><body>${body}</body></html>`;
    // The hash comes from `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`.
    const own = /script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF\+pI=';/;
    assert.match(withPolicy(page('<a data-reading="reading.js">大字</a>'), 'alert(1)'), own);
    assert.match(withPolicy(page('<a>大字</a>'), 'alert(1)'), /script-src 'none';/);
  });

  it('keeps a form without an address from being sent at all', () => {
    const page = (form: string): string => withPolicy(`<html><head></head><body>${form}</body></html>`);
    assert.match(page('<form><input></form>'), /form-action 'none'/);
    assert.match(page('<form action="../search/"><input name="q"></form>'), /form-action 'self'/);
  });

  it('refuses a page whose script stands in a file of its own', () => {
    const page = '<html><head><script type="module" src="/_astro/shared.js"></script></head><body></body></html>';
    assert.throws(() => withPolicy(page), /a script outside its page: \/_astro\/shared\.js/);
    assert.throws(() => withPolicy(page.replace('<body>', '<body data-search>')), /a script outside its page/);
  });

  it('counts data for programs as no script', () => {
    assert.match(
      withPolicy('<html><head><script type="application/ld+json">{}</script></head></html>'),
      /script-src 'none'/,
    );
  });
});
