import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '#pipeline/build-command.ts';

/** Sources to mutate, the tests that must notice, and the score they owe. */
export interface MutantTarget {
  name: string;
  mutate: string[];
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
const STRYKER = ['@stryker-mutator/core@10.1.1', 'typescript@6.0.3'];

interface StrykerReport {
  files: Record<string, { mutants: { status: string; mutatorName: string; location: { start: { line: number } } }[] }>;
}

/** Runs Stryker over one target: each mutant against the target's own tests, two at a time. */
export async function scoreOf(target: MutantTarget): Promise<MutantScore> {
  const directory = join(ROOT, '.cache/mutants', target.name);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const report = join(directory, 'report.json');
  const config = {
    testRunner: 'command',
    commandRunner: { command: `node --test ${target.tests.map((test) => `"${test}"`).join(' ')}` },
    mutate: target.mutate,
    plugins: [],
    concurrency: 2,
    timeoutMS: 20_000,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: join(directory, 'sandbox'),
    // The command runner cannot see which test covers what; the sandbox needs neither outputs nor pictures.
    coverageAnalysis: 'off',
    ignorePatterns: ['dist', '.cache', '.astro', 'docs', 'test-results'],
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
    {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    },
  );
  const { files } = JSON.parse(await readFile(report, 'utf8')) as StrykerReport;
  const mutants = Object.entries(files).flatMap(([file, { mutants: all }]) =>
    all
      .filter(({ status }) => !['Ignored', 'CompileError'].includes(status))
      .map(({ status, mutatorName, location }) => ({ status, where: `${file}:${location.start.line} ${mutatorName}` })),
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
