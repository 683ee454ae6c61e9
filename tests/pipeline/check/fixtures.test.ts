import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkContent } from '#pipeline/check/check-content.ts';
import { reportText } from '#pipeline/commands/report.ts';

const FIXTURES = new URL('../../fixtures/content/', import.meta.url).pathname;
const ROUND = 'programmes/chenghu-craftsman/rounds/2024';

/** What no repository can hold on every system is made here. */
const MADE: Record<string, (folder: string) => Promise<void>> = {
  'large-file': (folder) => writeFile(join(folder, ROUND, 'notice.md'), `---\n${'字'.repeat(100 * 1024)}`),
  'ids-differing-by-case': (folder) =>
    cp(join(folder, ROUND, 'candidates/k7m2xq4.md'), join(folder, ROUND, 'candidates/K7M2XQ4.md')),
  symlink: async (folder) => {
    const notice = join(folder, ROUND, 'notice.md');
    await cp(notice, join(folder, '../notice.md'));
    await rm(notice);
    await symlink('../../../../../notice.md', notice);
  },
};

/** The report on the base folder with a case laid over it. */
async function reportOn(name: string): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'jiangbang-fixture-'));
  try {
    const folder = join(temporary, 'content');
    await cp(join(FIXTURES, 'base'), folder, { recursive: true });
    if (name !== 'base') {
      const overlay = join(FIXTURES, 'broken', name);
      await cp(overlay, folder, { recursive: true });
      for (const listed of await linesOf(join(overlay, 'remove.txt'))) await rm(join(folder, listed));
      for (const own of ['expected.txt', 'remove.txt']) await rm(join(folder, own), { force: true });
    }
    await MADE[name]?.(folder);
    return reportText((await checkContent(folder)).findings);
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

describe('the base folder', () => {
  it('is in order', async () => {
    assert.equal(await reportOn('base'), '没有发现问题。\n');
  });
});

describe('the base folder with one thing wrong', async () => {
  for (const name of (await readdir(join(FIXTURES, 'broken'))).sort()) {
    it(`is told what: ${name}`, async () => {
      const expected = await readFile(join(FIXTURES, 'broken', name, 'expected.txt'), 'utf8');
      assert.equal(await reportOn(name), expected.replaceAll('\r\n', '\n'));
    });
  }
});
