import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inspect } from 'node:util';
import { ROOT } from '#pipeline/commands/root.ts';
import { Tally } from './tally.ts';

/** One test of Node's runner, as it is sent from process to process. */
export interface Told {
  outcome: 'pass' | 'fail' | 'skip';
  /** Path below the repository and the test's name. */
  name: string;
  /** Why it failed or was skipped. */
  why: string;
}

/** How Node's runner is asked to run `files`: each in a process of its own, two at once, or all in this one, in the order given. */
export type Isolation = 'process' | 'none';

/** Runs test files and tells every test as it ends; what Node's own reporter says goes to standard error, if `aloud`. */
export async function nodeTests(
  files: readonly string[],
  isolation: Isolation,
  tell: (told: Told) => void,
  aloud = true,
): Promise<void> {
  const stream = run({ files, isolation, ...(isolation === 'process' && { concurrency: 2 }) });
  stream.on('test:pass', ({ name, file, skip, todo, details }) => {
    const named = nameOf(name, file);
    if (skip !== undefined && skip !== false) tell({ outcome: 'skip', name: named, why: reasonOf(skip) });
    else if (todo !== undefined && todo !== false)
      tell({ outcome: 'skip', name: named, why: `to do: ${reasonOf(todo)}` });
    else if (name === file) tell({ outcome: 'fail', name: named, why: 'no test in this file' });
    else if (details.type !== 'suite') tell({ outcome: 'pass', name: named, why: '' });
  });
  stream.on('test:fail', ({ name, file, todo, details }) => {
    const named = nameOf(name, file);
    const { failureType, cause } = details.error as Error & { failureType?: string };
    // A suite fails with its tests, which are told already, or in a hook, which nobody else tells.
    if (details.type === 'suite' && failureType === 'subtestsFailed') return;
    if (todo !== undefined && todo !== false) tell({ outcome: 'skip', name: named, why: `to do: ${reasonOf(todo)}` });
    else tell({ outcome: 'fail', name: named, why: inspect(cause).slice(0, 4000) });
  });
  for await (const chunk of stream.compose(spec)) if (aloud) process.stderr.write(chunk);
}

export function tallied(told: readonly Told[]): Tally {
  const tally = new Tally();
  for (const { outcome, name, why } of told) {
    if (outcome === 'pass') tally.pass();
    else if (outcome === 'skip') tally.skip(name, why);
    else tally.fail(`${name}\n${why}`);
  }
  return tally;
}

function nameOf(name: string, file: string | undefined): string {
  const place = file === undefined ? '' : relative(ROOT, file);
  return name === file ? place : `${place}: ${name}`;
}

function reasonOf(given: string | boolean): string {
  return typeof given === 'string' && given !== '' ? given : 'no reason given';
}
