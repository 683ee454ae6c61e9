import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { BuildMemory } from '#pipeline/build/memory/build-memory.ts';
import { KeptFiles } from '#pipeline/build/memory/kept-files.ts';
import { memoryKey } from '#pipeline/build/memory/memory-key.ts';
import { readSealed, writeSealed } from '#pipeline/build/memory/sealed-file.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { there } from '#tests/there.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangbang-memory-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('what a build remembers', () => {
  const key = randomBytes(32);
  const value = { pages: new Map([['people/a/index.html', { key: 'k', digest: 'd' }]]) };

  it('comes back as it was written, under the same name and key', async () => {
    const file = join(folder, 'pages.sealed');
    await writeSealed(file, key, value);
    assert.deepEqual(await readSealed(file, key), value);
  });

  it('is nothing at all once any of its bytes is another, once it is cut short, and once it is longer', async () => {
    const file = join(folder, 'pages.sealed');
    await writeSealed(file, key, value);
    const bytes = await readFile(file);
    for (let at = 0; at < bytes.length; at += 1) {
      const forged = Buffer.from(bytes);
      forged[at] = there(forged[at]) ^ 1;
      await writeFile(file, forged);
      assert.equal(await readSealed(file, key), undefined, `byte ${at}`);
      await writeFile(file, bytes.subarray(0, at));
      assert.equal(await readSealed(file, key), undefined, `cut at ${at}`);
    }
    await writeFile(file, Buffer.concat([bytes, Buffer.of(0)]));
    assert.equal(await readSealed(file, key), undefined);
  });

  it('is nothing under another name, and nothing that was sealed with another key', async () => {
    await writeSealed(join(folder, 'pages.sealed'), key, value);
    await rename(join(folder, 'pages.sealed'), join(folder, 'search.sealed'));
    assert.equal(await readSealed(join(folder, 'search.sealed'), key), undefined);
    await writeSealed(join(folder, 'pages.sealed'), randomBytes(32), value);
    assert.equal(await readSealed(join(folder, 'pages.sealed'), key), undefined);
  });

  it('of one content and one path is not known to another', async () => {
    const open = async (content: string, base: string): Promise<BuildMemory> =>
      there(await BuildMemory.open(folder, content, { base }));
    await (await open('/a', '/')).remember('pages', value);
    assert.deepEqual(await (await open('/a', '/')).recall('pages'), value);
    assert.equal(await (await open('/b', '/')).recall('pages'), undefined);
    assert.equal(await (await open('/a', '/gongshi/')).recall('pages'), undefined);
  });
});

describe('the secret of the memory', () => {
  const before = process.env['XDG_STATE_HOME'];
  afterEach(() => {
    if (before === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = before;
  });

  it('is made once, for the user alone, and is another one elsewhere', async () => {
    process.env['XDG_STATE_HOME'] = join(folder, 'one');
    const first = there(await memoryKey());
    assert.equal(first.length, 32);
    assert.deepEqual(await memoryKey(), first);
    if (process.platform !== 'win32')
      assert.equal((await stat(join(folder, 'one/jiangbang/build-memory.key'))).mode & 0o077, 0);
    process.env['XDG_STATE_HOME'] = join(folder, 'other');
    assert.notDeepEqual(await memoryKey(), first);
  });

  it('that cannot be kept anywhere is none, and nothing is remembered', async () => {
    await writeFile(join(folder, 'file'), '');
    process.env['XDG_STATE_HOME'] = join(folder, 'file');
    assert.equal(await memoryKey(), undefined);
    assert.equal(await BuildMemory.open(folder, '/a', { base: '/' }), undefined);
  });
});

describe('files that are kept', () => {
  it('are put where they are asked for, as long as they are asked for', async () => {
    const kept = new KeptFiles(join(folder, 'files'));
    const [one, other] = [sha256('one'), sha256('other')];
    for (const text of ['one', 'other']) {
      await writeFile(join(folder, text), text);
      await kept.take(sha256(text), join(folder, text));
    }
    assert.equal(await kept.put(one, join(folder, 'site/a/index.html')), true);
    assert.equal(await readFile(join(folder, 'site/a/index.html'), 'utf8'), 'one');
    await kept.forgetAllBut(new Set([other]));
    assert.equal(await kept.put(one, join(folder, 'site/b')), false);
    assert.equal(await kept.put(other, join(folder, 'site/c')), true);
    assert.deepEqual((await readdir(join(folder, 'site'))).sort(), ['a', 'c']);
  });
});
