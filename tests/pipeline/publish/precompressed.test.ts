import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { realDisk } from '#pipeline/content/disk.ts';
import { copyOf } from '#pipeline/evidence/copy-of.ts';
import { asTransferred } from '#pipeline/evidence/transfer.ts';
import { compareLive } from '#pipeline/observe/compare.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { rollBack } from '#pipeline/publish/rollback.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { run } from '#tests/office.ts';
import { emptyFolder, later, liveName, served, siteOf } from './a-target.ts';

/** A site with one long page that changes, one that does not, a picture, and texts too short to be packed. */
async function longSite(word: string): Promise<string> {
  const site = await siteOf(word);
  await writeFile(join(site, 'index.html'), `<p>${word.repeat(900)}</p>`);
  await writeFile(join(site, 'unchanged.txt'), '同一段文字。\n'.repeat(200));
  await writeFile(join(site, 'photo.webp'), Buffer.alloc(2000, 7));
  return site;
}

describe('a release with packed copies beside its texts', () => {
  let folder: string;
  const live = async (name: string): Promise<string> => join(folder, 'releases', await liveName(folder), name);
  before(async () => {
    folder = await emptyFolder();
    for (const [at, word] of [...'甲乙'].entries()) {
      const given = { now: later(at), first: at === 0, precompress: true };
      const { packed } = await publishFolder({ disk: realDisk, folder }, await longSite(word), given);
      assert.equal(packed, 4);
    }
  });

  it('says in each what the file says, and packs neither pictures nor a few words', async () => {
    for (const name of ['index.html', 'unchanged.txt']) {
      const plain = await readFile(await live(name));
      assert.ok(gunzipSync(await readFile(await live(`${name}.gz`))).equals(plain));
      assert.ok(brotliDecompressSync(await readFile(await live(`${name}.br`))).equals(plain));
    }
    const all = await readdir(join(folder, 'releases', await liveName(folder)), { recursive: true });
    assert.equal(all.filter((name) => /\.(?:br|gz)$/.test(name)).length, 4);
  });

  it('takes over the copies of what did not change', async () => {
    const [first = '', second = ''] = (await readdir(join(folder, 'releases'))).sort();
    const inode = async (release: string, name: string): Promise<number> =>
      (await stat(join(folder, 'releases', release, name))).ino;
    assert.equal(await inode(first, 'unchanged.txt.br'), await inode(second, 'unchanged.txt.br'));
    assert.notEqual(await inode(first, 'index.html.br'), await inode(second, 'index.html.br'));
  });

  it('has them in no list, and verify names them apart from what was added', async () => {
    const manifest = await readFile(join(folder, 'manifests', await liveName(folder)), 'utf8');
    assert.doesNotMatch(manifest, /\.(?:br|gz)\n/);
    const site = new Map(manifest.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
    const copy = await copyOf(join(folder, 'current/'));
    const listed = [...site].filter(([path]) => path !== '').map(([path, digest]) => `${digest}  ${path}\n`);
    const { said, files } = asTransferred({ ...copy, evidence: { 'manifest/site.sha256': listed.join('') } });
    assert.deepEqual(said, ['另有预压缩的副本 4 个（.br、.gz），解开与原文件一致。']);
    // The style of the release before stands in a list of its own.
    const own = [...files.keys()].filter((path) => site.has(path) || !path.startsWith('_astro/'));
    assert.deepEqual(own.sort(), [...site.keys()].filter((path) => path !== '').sort());
  });

  it('is compared by its files alone', async () => {
    const server = await serveSite({ out: join(folder, 'current'), base: '/', port: 0 });
    try {
      const { files } = await compareLive(join(folder, 'current'), server.address);
      assert.equal(files, Object.keys(await served(folder)).length - 4);
    } finally {
      await server.stop();
    }
  });

  it('goes back with its copies', async () => {
    await rollBack({ disk: realDisk, folder }, undefined);
    assert.match(gunzipSync(await readFile(await live('index.html.gz'))).toString(), /甲甲/);
  });
});

describe('packed copies where they are no use', () => {
  it('are refused for an archive and a remote', () => {
    for (const to of ['gongshi.zip', 'oss:gongshi']) {
      const { exit, err } = run('publish', '--to', to, '--precompress');
      assert.deepEqual(
        [exit, err.split('\n')[0]],
        [2, '--precompress 只用于发布到文件夹：压缩包和远端由那边的服务器压缩。'],
      );
    }
  });
});
