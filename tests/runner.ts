import { spawn } from 'node:child_process';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inspect } from 'node:util';
import { ROOT } from '#pipeline/build/build-command.ts';
import { UsageError, type Arguments, type Outcome } from '#pipeline/commands/command-line.ts';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';

interface Count {
  passed: number;
  failed: number;
}

/** What failed, to be said once more at the end, where a long log is read first. */
type Failures = string[];

interface Bench {
  failures: Failures;
  only: string | undefined;
  /** The repository's content, built once for the unit and browser tests. */
  site: string;
}

const STEPS = { types, lint, unit, browser } as const;
type Step = keyof typeof STEPS;

/** Runs the steps in order, all of them whatever fails, and closes with the one line that CI reads. */
export async function runTests(given: Arguments): Promise<Outcome> {
  const wanted = given.positionals.length > 0 ? given.positionals : Object.keys(STEPS);
  const unknown = wanted.find((name) => !(name in STEPS));
  if (unknown !== undefined)
    throw new UsageError(`没有 ${unknown} 这一步。可用的有：${Object.keys(STEPS).join('、')}。`);
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-test-'));
  const steps: Record<string, Count> = {};
  const failures: Failures = [];
  try {
    const site = join(directory, 'dist');
    if (wanted.includes('unit') || wanted.includes('browser')) {
      steps['build'] = await program('node', ['scripts/build.ts', '--out', site]);
      process.env['JIANGBANG_BUILT'] = site;
    }
    for (const name of wanted as Step[]) {
      process.stderr.write(`\n== ${name} ==\n`);
      steps[name] = await STEPS[name]({ only: given.text('only'), site, failures });
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  const total = Object.values(steps).reduce(sum, { passed: 0, failed: 0 });
  return {
    exit: total.failed === 0 && total.passed > 0 ? 0 : 1,
    json: { ...total, steps },
    text: `${failures.join('\n')}${total.passed} passed, ${total.failed} failed\n`,
  };
}

/** The Astro checker covers every .ts and .astro file, with the settings of tsconfig.json. */
function types(): Promise<Count> {
  return program('astro', ['check', '--minimumFailingSeverity', 'warning']);
}

async function lint(): Promise<Count> {
  return sum(
    await program('eslint', ['.', '--max-warnings', '0']),
    await program('prettier', ['--check', '--log-level', 'warn', '.']),
  );
}

async function unit({ only, failures }: Bench): Promise<Count> {
  const files = [];
  for await (const file of glob('tests/**/*.test.ts', { cwd: ROOT })) files.push(join(ROOT, file));
  const chosen = files.filter((file) => only === undefined || file.includes(only)).sort();
  const count: Count = { passed: 0, failed: 0 };
  const stream = run({ files: chosen, concurrency: 2 });
  stream.on('test:pass', ({ details }) => {
    if (details.type !== 'suite') count.passed += 1;
  });
  stream.on('test:fail', ({ details, file, name }) => {
    if (details.type === 'suite') return;
    count.failed += 1;
    failures.push(
      `${file === undefined ? '' : relative(ROOT, file)}: ${name}\n${inspect(details.error.cause).slice(0, 4000)}\n`,
    );
  });
  const report = stream.compose(spec);
  for await (const chunk of report) process.stderr.write(chunk);
  return count;
}

async function browser({ only, site }: Bench): Promise<Count> {
  const chromium = findBrowser((line) => process.stderr.write(`${line}\n`));
  const served = await serveSite({ out: site, base: '/', port: 0 });
  const report = join(site, '..', 'report.json');
  await program('playwright', ['test', '--reporter=line,json', ...(only === undefined ? [] : [only])], {
    CHROMIUM_PATH: chromium,
    E2E_ADDRESS: served.address,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  await served.stop();
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(text) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** One program as one test: its output goes to standard error, its exit code decides. */
function program(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Count> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
    child.on('error', () => resolve({ passed: 0, failed: 1 }));
    child.on('exit', (code) => resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
  });
}

function sum(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}
