import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { program } from './program.ts';
import { Tally } from './tally.ts';

/** The part of Playwright's JSON report that is read here. */
interface Suite {
  suites?: Suite[];
  specs: Spec[];
}
interface Spec {
  title: string;
  file: string;
  line: number;
  tests: {
    status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
    annotations: { type: string; description?: string }[];
    results: { error?: { message?: string } }[];
  }[];
}
export interface BrowserReport {
  suites: Suite[];
  errors: { message?: string }[];
}

/** Runs the browser tests over a built site: those whose path matches one of `filters`, or all. */
export async function browser(site: string, filters: readonly string[]): Promise<Tally> {
  const chromium = findBrowser((line) => process.stderr.write(`${line}\n`));
  const served = await serveSite({ out: site, base: '/', port: 0 });
  const report = join(site, '..', `report-${process.hrtime.bigint()}.json`);
  const ran = await program('playwright', ['test', '--reporter=line,json', ...filters], {
    CHROMIUM_PATH: chromium,
    E2E_ADDRESS: served.address,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  await served.stop();
  const text = await readFile(report, 'utf8').catch(() => undefined);
  const told = text === undefined ? new Tally() : talliedReport(JSON.parse(text) as BrowserReport);
  // Playwright itself fell, and no test says so.
  return ran.ok || told.failed > 0 ? told : told.add(ran);
}

export function talliedReport({ suites, errors }: BrowserReport): Tally {
  const tally = new Tally();
  for (const { message } of errors) tally.fail(`playwright: ${message ?? ''}`);
  for (const { title, file, line, tests } of suites.flatMap(specsIn)) {
    const what = `tests/e2e/${file}:${line}: ${title}`;
    for (const { status, annotations, results } of tests) {
      if (status === 'expected') tally.pass();
      else if (status === 'skipped') tally.skip(what, reasonOf(annotations));
      else
        tally.fail(
          `${what} (${status})\n${results
            .map(({ error }) => error?.message ?? '')
            .join('\n')
            .slice(0, 4000)}`,
        );
    }
  }
  return tally;
}

function specsIn(suite: Suite): Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)];
}

function reasonOf(annotations: readonly { type: string; description?: string }[]): string {
  const said = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
  // A test that is never reached, because one before it in a serial group fell, has no reason of its own.
  return said ?? 'no reason given';
}
