import { spawnSync } from 'node:child_process';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';
import { type Chance, chanceFrom } from './random.ts';

/** Sources to mutate, the tests that must notice, and the score they owe. */
export interface MutantTarget {
  name: string;
  mutate: string[];
  /** In the order in which they are asked: quick ones first. */
  tests: string[];
  /** Killed or timed out, in per cent of all mutants. */
  owed: number;
}

export interface MutantScore {
  name: string;
  mutants: number;
  detected: number;
  survived: string[];
  score: number;
  owed: number;
}

export async function mutantTargets(): Promise<MutantTarget[]> {
  return JSON.parse(await readFile(join(ROOT, 'tests/campaigns/mutants.json'), 'utf8')) as MutantTarget[];
}

// Fetched for the campaign alone: it would make every installation half as large again.
const STRYKER = ['@stryker-mutator/core@10.0.0', '@stryker-mutator/tap-runner@10.0.0'];

interface StrykerReport {
  files: Record<
    string,
    {
      mutants: {
        status: string;
        mutatorName: string;
        replacement?: string;
        location: { start: { line: number; column: number } };
      }[];
    }
  >;
}

/**
 * Runs Stryker over one target: each mutant against those of the target's test files that reach it, two at a time.
 * `oneIn` mutates about every such line only, chosen by the seed; a mutant that spans several lines (an emptied block, the easiest
 * to notice) then falls away, so that the score of a sample is the lower one.
 */
export async function scoreOf(target: MutantTarget, oneIn: number, seed: number): Promise<MutantScore> {
  const directory = join(ROOT, '.cache/mutants', target.name);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const report = join(directory, 'report.json');
  const config = {
    testRunner: 'tap',
    tap: {
      testFiles: await named(target.tests),
      nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
    },
    mutate: await places(await named(target.mutate), oneIn, chanceFrom(seed)),
    plugins: ['@stryker-mutator/tap-runner'],
    concurrency: 2,
    timeoutMS: 20_000,
    // Node runs the sources as they are; without this Stryker looks for a compiler.
    tsconfigFile: 'none',
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: join(directory, 'sandbox'),
    coverageAnalysis: 'perTest',
    ignorePatterns: ['dist', '.cache', '.astro', 'test-results'],
  };
  await writeFile(join(directory, 'stryker.config.json'), JSON.stringify(config));
  spawnSync(
    'npx',
    [
      '--yes',
      ...STRYKER.flatMap((name) => ['--package', name]),
      'stryker',
      'run',
      join(directory, 'stryker.config.json'),
    ],
    { cwd: ROOT, stdio: ['ignore', 2, 2] },
  );
  const { files } = JSON.parse(await readFile(report, 'utf8')) as StrykerReport;
  const mutants = Object.entries(files).flatMap(([file, { mutants: all }]) =>
    all
      .filter(({ status }) => !['Ignored', 'CompileError'].includes(status))
      .map(({ status, mutatorName, replacement, location: { start } }) => ({
        status,
        where: `${file}:${start.line}:${start.column} ${mutatorName} ${replacement ?? ''}`,
      })),
  );
  const survived = mutants
    .filter(({ status }) => !['Killed', 'Timeout', 'RuntimeError'].includes(status))
    .map(({ where }) => where);
  const detected = mutants.length - survived.length;
  return {
    name: target.name,
    mutants: mutants.length,
    detected,
    survived,
    score: (100 * detected) / mutants.length,
    owed: target.owed,
  };
}

/** The files of all patterns in their order; one that begins with `!` takes files away that were named before it. */
async function named(patterns: readonly string[]): Promise<string[]> {
  let found: string[] = [];
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) {
      found = found.filter((file) => !matchesGlob(file, pattern.slice(1)));
      continue;
    }
    const files = await Array.fromAsync(glob(pattern, { cwd: ROOT }));
    found.push(...files.sort().filter((file) => !found.includes(file)));
  }
  return found;
}

async function places(files: readonly string[], oneIn: number, chance: Chance): Promise<string[]> {
  if (oneIn === 1) return [...files];
  const found: string[] = [];
  for (const file of files) {
    const lines = (await readFile(join(ROOT, file), 'utf8')).split('\n');
    lines.forEach((_, at) => {
      if (chance.below(oneIn) === 0) found.push(`${file}:${at + 1}-${at + 1}`);
    });
  }
  return found;
}
