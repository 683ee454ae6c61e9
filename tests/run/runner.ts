import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Arguments, type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { bareEnvironment, startsPrograms, within } from './bare.ts';
import { browser } from './browser.ts';
import { program } from './program.ts';
import { Tally } from './tally.ts';
import { sharesProcess, testFiles, unit } from './unit.ts';

interface Bench {
  only: string | undefined;
  /** A folder for the whole run, gone after it. */
  directory: string;
  /** The repository's content, built once for all tests. */
  site: string;
  /** Paths below the repository of what ran whole on the bare machine: it needs nothing of a fuller one and is not run again there. */
  ran: Set<string>;
}

const STEPS = { types, lint, unit: units, browser: browsers, bare } as const;
type Step = keyof typeof STEPS;
/** What `npm test` runs unasked. */
const USUAL: readonly Step[] = ['types', 'lint', 'unit', 'browser'];
const NEED_THE_SITE: readonly string[] = ['unit', 'browser', 'bare'];

/** Runs the steps in order, all of them whatever fails, and closes with the one line that CI reads. */
export async function runTests(given: Arguments<'only', never, never>): Promise<Outcome> {
  const wanted = given.positionals.length > 0 ? given.positionals : USUAL;
  const unknown = wanted.find((name) => !(name in STEPS));
  if (unknown !== undefined)
    throw new UsageError(`没有 ${unknown} 这一步。可用的有：${Object.keys(STEPS).join('、')}。`);
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-test-'));
  const steps: Record<string, Tally> = {};
  const total = new Tally();
  try {
    // Hundreds of processes load the same modules: each is compiled once a run.
    process.env['NODE_COMPILE_CACHE'] = join(directory, 'compiled');
    const bench: Bench = { only: given.text('only'), directory, site: join(directory, 'dist'), ran: new Set() };
    if (wanted.some((name) => NEED_THE_SITE.includes(name))) {
      steps['build'] = await program('node', ['scripts/build.ts', '--out', bench.site]);
      Object.assign(process.env, { JIANGBANG_BUILT: bench.site, JIANGBANG_BUILDS: join(directory, 'builds') });
    }
    for (const name of wanted as Step[]) {
      process.stderr.write(`\n== ${name} ==\n`);
      steps[name] = await STEPS[name](bench);
    }
    for (const tally of Object.values(steps)) total.add(tally);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  const each = Object.entries(steps).map(([name, tally]) => [name, tally.json] as const);
  return {
    exit: total.ok ? 0 : 1,
    json: { ...total.json, steps: Object.fromEntries(each), failures: total.failures, skips: total.skips },
    text: total.report,
  };
}

/** The Astro checker covers every .ts and .astro file, with the settings of tsconfig.json. */
function types(): Promise<Tally> {
  return program('astro', ['check', '--minimumFailingSeverity', 'warning']);
}

async function lint(): Promise<Tally> {
  const eslint = await program('eslint', ['.', '--max-warnings', '0']);
  const prettier = await program('prettier', ['--check', '--log-level', 'warn', '.']);
  return eslint.add(prettier).add(await program('knip', []));
}

async function units({ only, ran }: Bench): Promise<Tally> {
  return unit((await testFiles(only)).filter((file) => !ran.has(relative(ROOT, file))));
}

async function browsers({ only, site, ran }: Bench): Promise<Tally> {
  const wanted = (await specFiles(only)).filter((file) => !ran.has(file));
  return wanted.length > 0 ? browser(site, wanted) : new Tally();
}

/**
 * The tests that start programs, where there is nothing to start but what `npm ci` needs and a browser. What a step after it need not
 * repeat is written down; the rooms that share a process stay whole, for their two orders.
 */
async function bare({ only, directory, site, ran }: Bench): Promise<Tally> {
  const files = await startsPrograms(await testFiles(only));
  const specs = await specFiles(only);
  const starting = new Set(await startsPrograms(specs.map((file) => join(ROOT, file))));
  const filters = specs.filter((file) => starting.has(join(ROOT, file)));
  return within(await bareEnvironment(directory), async () => {
    const tally = files.length > 0 ? await unit(files) : new Tally();
    if (filters.length > 0) tally.add(await browser(site, filters));
    const alone = files.filter((file) => !sharesProcess(file)).map((file) => relative(ROOT, file));
    for (const file of [...alone, ...filters]) if (tally.clean(file)) ran.add(file);
    return tally.of('bare');
  });
}

/** Every browser test whose path contains `only`, below the repository. */
async function specFiles(only: string | undefined): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob('tests/e2e/*.spec.ts', { cwd: ROOT })) files.push(file);
  return files.filter((file) => only === undefined || file.includes(only)).sort();
}
