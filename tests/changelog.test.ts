import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';

it('the changelog begins with what is not released, and its newest release is the version of the package and its lock', async () => {
  const heads = [...(await readFile('CHANGELOG.md', 'utf8')).matchAll(/^## (.+)$/gm)].map(([, head]) => head);
  assert.equal(heads[0], 'Unreleased');
  const releases = heads
    .slice(1)
    .map((head = '') => /^(\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)$/.exec(head)?.slice(1) ?? [head]);
  assert.ok(releases.length > 0);
  const days = releases.map(([, day = 'no day']) => day);
  assert.deepEqual(days, days.toSorted().reverse());
  const read = async (file: string): Promise<{ version: string; packages?: Record<string, { version: string }> }> =>
    JSON.parse(await readFile(file, 'utf8')) as { version: string };
  const lock = await read('package-lock.json');
  assert.deepEqual(
    [(await read('package.json')).version, lock.version, lock.packages?.['']?.version],
    [releases[0]?.[0], releases[0]?.[0], releases[0]?.[0]],
  );
});
