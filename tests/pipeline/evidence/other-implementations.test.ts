import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sealedRelease } from '#tests/campaigns/tamper.ts';
import { GO_SOURCES, missing } from '#tests/system-program.ts';

let made: Awaited<ReturnType<typeof sealedRelease>>;
before(async () => {
  made = await sealedRelease();
});
after(async () => {
  await rm(made.folder, { recursive: true });
});

describe('the evidence, read by other people’s programs', () => {
  it('sha256sum finds every file as listed, and a changed one not', async () => {
    const check = (list: string) =>
      spawnSync('sha256sum', ['-c', '--quiet', `evidence/manifest/${list}`], { cwd: made.release });
    for (const list of ['site.sha256', 'search.sha256', 'carried.sha256']) assert.equal(check(list).status, 0, list);
    await appendFile(join(made.release, 'index.html'), ' ');
    assert.notEqual(check('site.sha256').status, 0);
    await writeFile(join(made.release, 'index.html'), '<main>乙</main>');
    assert.equal(check('site.sha256').status, 0);
  });

  it(
    'Go’s sumdb/note and tlog open the checkpoint and compute its root, and refuse a forged one',
    { skip: missing('go', GO_SOURCES) },
    async () => {
      const go = await mkdtemp(join(tmpdir(), 'jiangbang-go-'));
      try {
        await mkdir(join(go, 'src/golang.org/x'), { recursive: true });
        await cp(GO_SOURCES, join(go, 'src/golang.org/x/mod'), { recursive: true, dereference: true });
        const env = { ...process.env, GOPATH: go, GO111MODULE: 'off', GOFLAGS: '', GOCACHE: join(go, 'cache') };
        execFileSync('go', ['build', '-o', join(go, 'check'), 'tests/pipeline/evidence/check.go'], { env });
        const check = () => spawnSync(join(go, 'check'), [made.release], { encoding: 'utf8' });
        const { stdout, status } = check();
        assert.match(stdout, /^ok \d+ /);
        assert.equal(status, 0, stdout);
        const path = join(made.release, 'evidence/checkpoint');
        const checkpoint = await readFile(path, 'utf8');
        await writeFile(
          path,
          checkpoint.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`),
        );
        assert.equal(check().status, 1);
        await writeFile(path, checkpoint);
        const ledger = join(made.release, 'evidence/ledger.jsonl');
        const lines = await readFile(ledger, 'utf8');
        await writeFile(ledger, lines.replace('"type":"publish"', '"type":"publisH"'));
        assert.equal(check().status, 1);
        await writeFile(ledger, lines);
      } finally {
        await rm(go, { recursive: true, force: true });
      }
    },
  );
});
