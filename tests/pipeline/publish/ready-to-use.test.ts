import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { missing } from '#tests/system-program.ts';

interface Workflow {
  jobs: { publish: { steps: { run?: string; uses?: string }[] } };
}

describe('the files of docs/publish', () => {
  it('are units that systemd accepts', { skip: missing('systemd-analyze') }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-units-'));
    for (const name of ['jiangbang-publish.service', 'jiangbang-publish.timer']) {
      const text = await readFile(`docs/publish/${name}`, 'utf8');
      await writeFile(join(folder, name), text.replaceAll('/srv/jiangbang-source', process.cwd()));
    }
    const units = ['service', 'timer'].map((kind) => join(folder, `jiangbang-publish.${kind}`));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('name commands in the workflow that this repository has', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
    const { jobs } = parse(await readFile('docs/publish/workflow.yml', 'utf8')) as Workflow;
    const verbs = jobs.publish.steps.flatMap(({ run }) => /^npm run (\S+)/.exec(run ?? '')?.[1] ?? []);
    assert.deepEqual(verbs, ['build', 'publish', 'compare']);
    for (const verb of verbs) {
      execFileSync('sh', ['-c', `node ${scripts[verb]?.replace('node ', '') ?? ''} --help`], { stdio: 'ignore' });
    }
  });

  it('publish once after a rebuild, again after a failure, and not without need', async () => {
    const home = await mkdtemp(join(tmpdir(), 'jiangbang-timer-'));
    await cp('docs/publish', join(home, 'docs/publish'), { recursive: true });
    for (const folder of ['docs/due', 'dist', 'bin']) await mkdir(join(home, folder), { recursive: true });
    const put = async (path: string, text: string): Promise<void> => {
      await writeFile(join(home, path), text);
      await chmod(join(home, path), 0o755);
    };
    await put('docs/due/rebuild-when-due.sh', '#!/bin/sh\nexit 0\n');
    await put('bin/npm', '#!/bin/sh\necho "$@" >> calls\nexit "$(cat answer)"\n');
    const run = async (answer: number): Promise<number | null> => {
      await writeFile(join(home, 'answer'), String(answer));
      const env = { ...process.env, PATH: `${home}/bin:/usr/bin:/bin`, JIANGBANG_PUBLISHED: join(home, 'stamp') };
      return spawnSync(join(home, 'docs/publish/publish-when-due.sh'), [home, '/srv/there'], { env }).status;
    };
    assert.equal(await run(1), 1);
    assert.equal(await run(0), 0);
    assert.equal(await run(0), 0);
    const calls = (await readFile(join(home, 'calls'), 'utf8')).trim().split('\n');
    assert.deepEqual(calls, Array(2).fill('run --silent publish -- --to /srv/there --wait 60'));
  });
});
