import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalAddress, linksFrom } from '#site/address.ts';

describe('links of a page', () => {
  const cases: [page: string, target: string, href: string][] = [
    ['/', '/', './'],
    ['/', '/archive/', 'archive/'],
    ['/archive/', '/', '../'],
    ['/archive/', '/archive/', './'],
    ['/people/x1/', '/', '../../'],
    ['/people/x1/', '/people/x2/', '../x2/'],
    ['/a/2024/notice/', '/a/2024/result/', '../result/'],
    ['/a/2024/notice/', '/a/2024/', '../'],
    ['/a/2024/', '/a/2024/notice/#objection', 'notice/#objection'],
    ['/a/2024/notice/', '/a/2024/notice/#objection', '#objection'],
    ['/a/2024/notice/', '/photos/x1.webp', '../../../photos/x1.webp'],
    ['/a/2024/notice/', '/a/', '../../'],
  ];
  for (const [page, target, href] of cases) {
    it(`from ${page} to ${target} is ${href}`, () => {
      assert.equal(linksFrom(page, '/')(target), href);
    });
  }

  it('do not change with the path under which the site is served', () => {
    assert.equal(linksFrom('/zgh/gongjiang/people/x1/', '/zgh/gongjiang/')('/archive/'), '../../archive/');
    assert.equal(linksFrom('/zgh/gongjiang/people/x1/', '/zgh/gongjiang')('/archive/'), '../../archive/');
  });

  it('name that path on the page for wrong addresses, which is served at every depth', () => {
    assert.equal(linksFrom('/zgh/404/', '/zgh/')('/archive/'), '/zgh/archive/');
    assert.equal(linksFrom('/404.html', '/')('/'), '/');
  });
});

describe('the canonical address', () => {
  it('stands below the address of the site, whatever the base path of this build', () => {
    const canonical = 'https://example.org/gongjiang/people/x1/';
    assert.equal(canonicalAddress('https://example.org/gongjiang/', '/people/x1/', '/'), canonical);
    assert.equal(canonicalAddress('https://example.org/gongjiang', '/mirror/people/x1/', '/mirror/'), canonical);
  });
});
