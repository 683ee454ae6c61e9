import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { isLasting } from '#core/records/published-addresses.ts';
import { putRootFiles } from '#pipeline/build/root-files.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { siteFiles } from '#pipeline/release/site-files.ts';
import { said } from '#tests/builders.ts';
import { aFolder } from '#tests/office.ts';

const BASE = new URL('../../fixtures/content/base', import.meta.url).pathname;

async function put(folder: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function contentWith(files: Record<string, string>): Promise<string> {
  const content = join(await aFolder(), 'content');
  await cp(BASE, content, { recursive: true });
  return put(content, files);
}

describe('files that others want at the root of the site', () => {
  it('are read with the content and lie in the site byte for byte, in what is hashed and signed', async () => {
    const content = await contentWith({
      'root/MP_verify_a.txt': 'a\r\n',
      'root/.well-known/security.txt': 'Policy: none',
    });
    const checked = await checkContent(content);
    assert.deepEqual(checked.findings, []);
    const names = checked.content?.rootFiles ?? [];
    assert.deepEqual([...names].sort(), ['.well-known/security.txt', 'MP_verify_a.txt']);
    const site = await put(await aFolder(), { 'index.html': 'home' });
    assert.deepEqual(await putRootFiles(names, content, site), []);
    assert.equal(await readFile(join(site, 'MP_verify_a.txt'), 'utf8'), 'a\r\n');
    assert.deepEqual(
      [...(await siteFiles(site)).keys()],
      ['.well-known/security.txt', 'MP_verify_a.txt', 'index.html'],
    );
  });

  it('add to the robots.txt of the site and replace nothing', async () => {
    const content = await put(await aFolder(), {
      'root/robots.txt': 'User-agent: a\r\nDisallow: /\r\n',
      'root/b.txt': 'new',
    });
    const site = await put(await aFolder(), { 'robots.txt': 'User-agent: *\nDisallow: /embed/\n', 'b.txt': 'old' });
    assert.deepEqual(said(await putRootFiles(['b.txt', 'robots.txt'], content, site)), [
      '✗ root/b.txt：网站自己已有 b.txt，不能用 root 文件夹里的代替。请移走它。 [root-file-taken]',
    ]);
    assert.equal(
      await readFile(join(site, 'robots.txt'), 'utf8'),
      'User-agent: *\nDisallow: /embed/\n\nUser-agent: a\nDisallow: /\n',
    );
    assert.equal(await readFile(join(site, 'b.txt'), 'utf8'), 'old');
  });

  it('are looked through by the privacy gate, and refused when too long', async () => {
    const content = await contentWith({
      'root/MP_verify_a.txt': '13800138000',
      'root/long.txt': 'a'.repeat(4097),
    });
    assert.deepEqual((await checkContent(content)).findings.map(({ code, where }) => [code, where.file]).sort(), [
      ['mobile-number', 'root/MP_verify_a.txt'],
      ['root-file-large', 'root/long.txt'],
    ]);
  });

  it('may go again: nobody subscribes to them', () => {
    assert.deepEqual(['BingSiteAuth.xml', 'feed.xml', 'sitemap.xml', 'a/feed.xml'].map(isLasting), [
      false,
      true,
      true,
      true,
    ]);
  });
});
