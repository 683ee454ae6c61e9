import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '#pipeline/commands/root.ts';
import { build as buildAlone, builtSite } from '#tests/built-site.ts';

async function digests(site: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(site.length + 1);
    // Pagefind orders its filters as it pleases, and the record of what was inspected names its files too.
    if (!entry.isFile() || path.startsWith('pagefind/') || path === 'evidence/inspected.txt') continue;
    files.set(
      path,
      createHash('sha256')
        .update(await readFile(join(site, path)))
        .digest('hex'),
    );
  }
  return files;
}

describe('a build', () => {
  it('gives the same bytes in another folder, time zone and locale and without what an earlier one remembers, the index of words apart', async () => {
    const one = await digests(await builtSite());
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-again-'));
    try {
      const env = { ...process.env, TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' };
      const out = join(folder, 'a', 'b');
      await promisify(execFile)('node', [join(ROOT, 'scripts/build.ts'), '--cold', '--out', out], { cwd: ROOT, env });
      const other = await digests(out);
      assert.ok(one.size > 1000);
      assert.deepEqual(
        [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)),
        [],
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('writes none of the modules that all builds of a checkout share: two at once would take them from each other', async () => {
    const content = join(ROOT, 'tests/fixtures/content/base');
    const shared = ['content-assets.mjs', 'content-modules.mjs'].map((name) => join(ROOT, '.astro', name));
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-twice-'));
    const build = (): Promise<void> => buildAlone({ content }, join(folder, 'dist'));
    const state = (): Promise<string[]> =>
      Promise.all(shared.map(async (file) => (({ ino, mtimeMs }) => `${ino} ${mtimeMs}`)(await stat(file))));
    await build();
    const before = await state();
    await build();
    assert.deepEqual(await state(), before);
    await rm(folder, { recursive: true });
  });
});
