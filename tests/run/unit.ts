import { fork } from 'node:child_process';
import { glob } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';
import { nodeTests, tallied, type Told } from './node-tests.ts';
import { Tally } from './tally.ts';

/** Rooms whose tests share one process: nothing they test may keep anything from one test for the next. */
const TOGETHER = ['tests/core/', 'tests/site/', 'tests/evil/'];

/** Rooms whose tests share a process by the lane: they start programs and write files, and loading the readers costs more than most tests. */
const IN_LANES = ['tests/pipeline/'];
/** What measures the process it runs in has one of its own. */
const ALONE = ['tests/pipeline/intake/import-hostile.test.ts'];
/** Files of a lane: few enough that two processors are busy to the end and no lane grows large. */
const LANE = 16;

/** Every test file below `tests` whose path contains `only`, in one order on every machine; absolute paths. */
export async function testFiles(only: string | undefined): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob('tests/**/*.test.ts', { cwd: ROOT })) files.push(file);
  return files
    .filter((file) => only === undefined || file.includes(only))
    .sort()
    .map((file) => join(ROOT, file));
}

/** Whether this file, named absolutely, runs in the one process of `TOGETHER`. */
export function sharesProcess(file: string): boolean {
  return TOGETHER.some((room) => relative(ROOT, file).startsWith(room));
}

function sharesLane(file: string): boolean {
  const path = relative(ROOT, file);
  return IN_LANES.some((room) => path.startsWith(room)) && !ALONE.includes(path);
}

/**
 * All of `files`: those of `TOGETHER` in one process from first to last and in another from last to first, at the same time; then those of
 * `IN_LANES`, two lanes at once; then each of the rest in a process of its own. A test counts once; what differs between the two orders is
 * a failure.
 */
export async function unit(files: readonly string[]): Promise<Tally> {
  const together = files.filter(sharesProcess);
  const tally = new Tally();
  if (together.length > 0) {
    const [forward, backward] = await Promise.all([
      inOneProcess('forward', together),
      inOneProcess('backward', [...together].reverse()),
    ]);
    tally.add(tallied(forward)).add(otherOrder(forward, backward));
  }
  const alone: Told[] = [];
  const dealt = files.filter(sharesLane);
  for (const told of await inLanes(dealt)) tally.add(tallied(told));
  const rest = files.filter((file) => !together.includes(file) && !dealt.includes(file));
  if (rest.length > 0) await nodeTests(rest, 'process', (told) => alone.push(told));
  return tally.add(tallied(alone));
}

/** Neighbours go to different lanes: what costs much lies together. */
async function inLanes(files: readonly string[]): Promise<Told[][]> {
  const count = Math.ceil(files.length / LANE);
  const lanes = Array.from({ length: count }, (_, lane) => files.filter((__, index) => index % count === lane));
  const told: Told[][] = [];
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift())
      told.push(await inOneProcess('forward', lane));
  };
  await Promise.all([worker(), worker()]);
  return told;
}

/** The second order as one more test: it fails by the name of each test that fell only then, or did not run. */
export function otherOrder(forward: readonly Told[], backward: readonly Told[]): Tally {
  const key = ({ outcome, name }: Told): string => `${outcome} ${name}`;
  const count = (told: readonly Told[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const one of told) found.set(key(one), (found.get(key(one)) ?? 0) + 1);
    return found;
  };
  const [first, second] = [count(forward), count(backward)];
  const tally = new Tally();
  for (const one of [...backward, ...forward]) {
    if (first.get(key(one)) === second.get(key(one))) continue;
    tally.fail(`otherwise when the files run from last to first: ${key(one)}\n${one.why}`);
  }
  return tally.failed > 0 ? tally : tally.pass();
}

/** The files in the order given, in one process that is no part of a test run around it. */
export function inOneProcess(order: 'forward' | 'backward', files: readonly string[]): Promise<Told[]> {
  return new Promise((resolve) => {
    const told: Told[] = [];
    const child = fork(join(ROOT, 'tests/run/one-process.ts'), [order, ...files], {
      cwd: ROOT,
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    child.on('message', (one: Told) => told.push(one));
    child.on('error', (error) => told.push({ outcome: 'fail', name: 'tests in one process', why: String(error) }));
    child.on('close', (code, signal) => {
      const fell = told.some(({ outcome }) => outcome === 'fail');
      if (code !== 0 && !fell)
        told.push({ outcome: 'fail', name: 'tests in one process', why: `ended with ${code ?? signal}` });
      resolve(told);
    });
  });
}
