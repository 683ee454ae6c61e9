import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '#pipeline/commands/root.ts';
import { findProgram, missing } from '#tests/system-program.ts';
import { bareEnvironment, startsPrograms, within } from './bare.ts';
import { testFiles } from './unit.ts';

describe('the bare machine', () => {
  it('has Node, git, a shell and coreutils, and none of the programs that some tests want', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-bare-'));
    const before = process.env['PATH'];
    try {
      await within(await bareEnvironment(folder), async () => {
        assert.equal(
          execFileSync('sh', ['-c', 'node --version && npm --version'], { encoding: 'utf8' }).split('\n').length,
          3,
        );
        for (const name of ['git', 'sha256sum', 'mktemp']) assert.ok(findProgram(name), name);
        for (const name of ['rclone', 'nginx', 'soffice', 'go', 'pdftotext', 'openssl', 'python3', 'apt-get']) {
          assert.equal(findProgram(name), undefined, name);
          assert.equal(spawnSync(name).error?.message, `spawnSync ${name} ENOENT`, name);
        }
        assert.equal(
          missing('rclone', 'pdfinfo', 'pdftotext'),
          'needs rclone, pdfinfo, pdftotext: apt-get install rclone poppler-utils',
        );
        await Promise.resolve();
      });
      assert.equal(process.env['PATH'], before);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('runs the tests that start programs, through whatever they import, and no others', async () => {
    const chosen = (await startsPrograms(await testFiles(undefined))).map((file) => relative(ROOT, file));
    for (const file of [
      'tests/built/nginx.test.ts',
      'tests/core/calendar/every-opening-day.test.ts',
      'tests/pipeline/evidence/sealing.test.ts',
      'tests/pipeline/release/archive.test.ts',
      'tests/pipeline/publish/publish-remote.test.ts',
    ]) {
      assert.ok(chosen.includes(file), file);
    }
    assert.ok(!chosen.includes('tests/core/calendar/plain-date.test.ts'));
  });
});
