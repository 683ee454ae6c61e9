import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditPaths } from '#pipeline/gate/audit-paths.ts';
import { CleanFiles } from '#pipeline/gate/clean-files.ts';

const MOBILE = `1${'38'}0013${'8000'}`;
let site: string;
let folder: string;
async function found(allow = new AllowList()): Promise<string[]> {
  const clean = await CleanFiles.open(folder, allow);
  const { files, findings } = await auditPaths([site], allow, { clean });
  assert.equal(files, (await readdir(site)).length, 'every file is counted, looked at or not');
  await clean.close();
  return findings.map(({ file, kind }) => `${file.slice(site.length + 1)} ${kind}`);
}

async function records(): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.trim().split('\n'));
}

describe('what the gate remembers of clean files', () => {
  beforeEach(async () => {
    [site, folder] = [
      await mkdtemp(join(tmpdir(), 'jiangbang-site-')),
      await mkdtemp(join(tmpdir(), 'jiangbang-clean-')),
    ];
    await writeFile(join(site, 'a.html'), '<p>王磊，车工</p>');
  });
  afterEach(async () => {
    for (const one of [site, folder]) await rm(one, { recursive: true });
  });

  it('is the digest of a name and its bytes, and is not asked for other bytes or another name', async () => {
    assert.deepEqual(await found(), []);
    assert.deepEqual(await records(), [CleanFiles.key('a.html', await readFile(join(site, 'a.html')))]);
    await writeFile(join(site, 'a.html'), `<p>王磊，${MOBILE}</p>`);
    assert.deepEqual(await found(), ['a.html mobile-number']);
    await writeFile(join(site, `${MOBILE}.html`), '<p>王磊，车工</p>');
    assert.equal((await found()).length, 2);
  });

  it('is never a finding: it is found every time', async () => {
    await writeFile(join(site, 'b.html'), MOBILE);
    assert.deepEqual(await found(), ['b.html mobile-number']);
    assert.deepEqual(await found(), ['b.html mobile-number']);
  });

  it('ends with the channels that were declared: a number that is no longer the office’s is found', async () => {
    await writeFile(join(site, 'b.html'), MOBILE);
    assert.deepEqual(await found(new AllowList([MOBILE])), []);
    assert.deepEqual(await found(new AllowList([])), ['b.html mobile-number']);
  });

  it('goes on with the same channels, in whatever order and however often they are declared', async () => {
    await found(new AllowList([MOBILE, 'a@example.org']));
    const before = (await readdir(folder)).length;
    await found(new AllowList(['a@example.org', MOBILE, MOBILE]));
    assert.equal((await readdir(folder)).length, before);
  });

  it('can be thrown away or spoiled at any time: lines that are no digest are no record', async () => {
    assert.deepEqual(await found(), []);
    for (const name of await readdir(folder)) await writeFile(join(folder, name), '\0\0 no record\n'.repeat(3));
    await writeFile(join(site, 'b.html'), MOBILE);
    assert.deepEqual(await found(), ['b.html mobile-number']);
    await rm(folder, { recursive: true });
    assert.deepEqual(await found(), ['b.html mobile-number']);
  });
});
