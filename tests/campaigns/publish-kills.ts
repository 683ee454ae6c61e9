import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { judge } from '#core/evidence/judge.ts';
import { recordContent } from '#pipeline/build/content-record.ts';
import { recordInspected } from '#pipeline/build/inspected.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { copyOf } from '#pipeline/evidence/copy-of.ts';
import { INSPECTED } from '#pipeline/release/site-files.ts';
import { emptyFolder, served, siteOf } from '#tests/pipeline/publish/a-target.ts';
import { there } from '#tests/there.ts';
import { chanceFrom } from './random.ts';

export interface KillReport {
  kills: number;
  /** Runs that were over before the signal came. */
  finished: number;
  /** Kills that left something for the next run to mend. */
  mended: number;
}

/** Kills a publishing process at random instants; after each, what is served must be one whole site, and the next run must mend the rest. */
export async function killCampaign(kills: number, seed: number): Promise<KillReport> {
  const chance = chanceFrom(seed);
  const [target, content] = [await emptyFolder(), await emptyFolder()];
  await cp(join(ROOT, 'tests/fixtures/content/base'), content, { recursive: true });
  const sites: { folder: string; files: Record<string, string> }[] = [];
  for (const word of ['甲甲', '乙乙', '丙丙', '丁丁']) {
    const folder = await siteOf(word, 60);
    await recordContent(content, folder);
    await recordInspected(folder, { base: '/', now: Date.now() });
    sites.push({ folder, files: await digests(folder) });
  }
  const publish = (site: string, killAfter?: number): Promise<number | null> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(ROOT, 'tests/campaigns/publish-once.ts'), target, site, content], {
        stdio: 'ignore',
      });
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
      child.once('exit', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
  const before = Date.now();
  assert.equal(await publish(there(sites[0]).folder), 0);
  // A full run takes this long; half of it is the program's own start, so the instants lie behind a quarter.
  const longest = Date.now() - before;
  const report: KillReport = { kills: 0, finished: 0, mended: 0 };
  try {
    while (report.kills < kills) {
      const code = await publish(chance.pick(sites).folder, longest * (0.25 + 0.95 * chance.next()));
      if (code === null) report.kills += 1;
      else report.finished += 1;
      const leftovers = (await readdir(target)).filter((name) => name.startsWith('.publishing'));
      assert.ok(leftovers.length <= 1, leftovers.join(' '));
      await oneOf(sites, target);
      if (leftovers.length === 0) continue;
      report.mended += 1;
      if (report.mended % 4 !== 0) continue;
      const next = chance.pick(sites);
      assert.equal(await publish(next.folder), 0);
      assert.deepEqual(
        (await readdir(target)).filter((name) => name.startsWith('.publishing')),
        [],
      );
      await oneOf([next], target);
    }
    return report;
  } finally {
    for (const folder of [target, content, ...sites.map((site) => site.folder)]) await rm(folder, { recursive: true });
  }
}

/** Exactly the files of one site, and evidence that agrees with them; besides, only styles of another, whole. */
async function oneOf(sites: readonly { files: Record<string, string> }[], target: string): Promise<void> {
  const found = await served(target);
  const match = sites.find(({ files }) => Object.entries(files).every(([path, digest]) => found[path] === digest));
  assert.ok(match, 'what is served is not one of the sites');
  for (const path of Object.keys(found)) {
    if (match.files[path] === undefined) assert.match(path, /^(?:_astro\/style\.[0-9a-f]{8}\.css|evidence\/.*)$/);
  }
  const { evidence, files } = await copyOf(join(target, 'current'));
  const { verdict, faults } = judge(evidence, { files });
  assert.deepEqual([verdict, ...faults.map(({ code }) => code)], ['cannot-tell', 'unsigned']);
}

async function digests(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || file.endsWith(INSPECTED)) continue;
    files[file.slice(folder.length + 1)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return files;
}
