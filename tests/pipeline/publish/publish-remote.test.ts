import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { inUploadOrder, kindOf } from '#pipeline/publish/cache-rules.ts';
import { pruneRemote, publishRemote } from '#pipeline/publish/publish-remote.ts';
import { type Rclone, rclone } from '#pipeline/publish/rclone.ts';
import { missing } from '#tests/system-program.ts';
import { emptyFolder, siteOf } from './a-target.ts';

describe('publishing through rclone', { skip: missing('rclone') }, () => {
  it('copies everything, sends the checkpoint last, deletes nothing, and prunes apart', async () => {
    const folder = await emptyFolder();
    const [first, second] = [await siteOf('甲'), await siteOf('乙')];
    const remote = `:local:${folder}`;
    assert.deepEqual(await publishRemote(rclone, first, remote), { files: 7, left: 0 });
    assert.deepEqual(await publishRemote(rclone, second, remote), { files: 7, left: 1 });
    assert.equal((await readdir(join(folder, '_astro'))).length, 2);
    const [pruned = ''] = await pruneRemote(rclone, second, remote);
    assert.match(pruned, /^_astro\//);
    assert.equal((await readdir(join(folder, '_astro'))).length, 1);
    assert.match(await readFile(join(folder, 'index.html'), 'utf8'), /乙/);
  });

  it('names a file that came back different', async () => {
    const folder = await emptyFolder();
    const spoiling: Rclone = async (given) => {
      if (given[0] === 'check') await writeFile(join(folder, 'notice-2/index.html'), 'forged');
      return rclone(given);
    };
    await assert.rejects(publishRemote(spoiling, await siteOf('甲'), `:local:${folder}`), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, 'remote-differs');
      assert.match(error.message, /notice-2\/index\.html/);
      return true;
    });
  });

  it('says in Chinese that a remote cannot be reached', async () => {
    const site = await siteOf('甲');
    await assert.rejects(publishRemote(rclone, site, 'no-such-remote:site'), /没有传完/);
    await rm(site, { recursive: true });
  });

  it('orders assets, portraits, people, notices, lists, and the checkpoint last', () => {
    const paths = [
      'evidence/checkpoint',
      'index.html',
      'evidence/manifest',
      'a/2026/notice/index.html',
      'people/z1/index.html',
      'photos/z1.webp',
      '_astro/a.1234.css',
      'sitemap.xml',
    ];
    assert.deepEqual(
      inUploadOrder(paths).flatMap(({ paths: of }) => of),
      [
        '_astro/a.1234.css',
        'photos/z1.webp',
        'people/z1/index.html',
        'a/2026/notice/index.html',
        'index.html',
        'sitemap.xml',
        'evidence/manifest',
        'evidence/checkpoint',
      ],
    );
    assert.equal(kindOf('pagefind/2026/fragment/zh_1234.pf_fragment'), 'asset');
  });
});
