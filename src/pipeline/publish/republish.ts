import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import { buildSite } from '#pipeline/build/build-site.ts';
import { refuseUninspected } from '#pipeline/build/inspected.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import type { Given } from '#pipeline/commands/define-command.ts';
import { progressOn } from '#pipeline/commands/progress.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { type CONTENT, contentOf, type SIGNING } from '#pipeline/commands/shared-options.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { writing } from '#pipeline/content/writing.ts';
import { remember } from '#pipeline/evidence/kept-head.ts';
import { sealFor } from '../evidence/seal-for.ts';
import { publishTo } from './publish-to.ts';
import { refuseUnreviewed } from './unreviewed.ts';

/** Builds the site as the content is now and publishes it to every target, where nothing of the past stays. Can be repeated. */
export async function republish(
  before: Outcome,
  targets: readonly string[],
  given: Given<typeof CONTENT & typeof SIGNING>,
  clock: () => Instant,
): Promise<Outcome> {
  const progress = progressOn(process.stderr, given.flag('json'));
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-republish-'));
  try {
    const out = join(folder, 'dist');
    const options = { root: ROOT, content: contentOf(given), out, base: '/' };
    const { built, findings } = await buildSite(options, clock, progress);
    if (!built) {
      return {
        exit: 1,
        json: { ...(before.json as object), findings: reportJson(findings) },
        text: `${before.text}${reportText(findings)}已经撤下，但网站没有生成，还没有发布。请改正后再运行一次本命令。\n`,
      };
    }
    const done: Outcome[] = [];
    const { files, now: builtAt } = await refuseUninspected(out);
    refuseUnreviewed((await readContent(options.content)).content, builtAt);
    for (const to of targets) {
      const seal = await sealFor(given, to, clock);
      done.push(
        await publishTo(
          to,
          out,
          { now: clock(), first: false, patience: 60_000, dropPast: true, files, seal },
          progress,
        ),
      );
      const { last } = seal;
      if (last) {
        await writing(options.content, { verb: 'takedown', patience: 60_000 }, (held) => remember(held, to, last));
      }
    }
    return {
      exit: 0,
      json: { ...(before.json as object), published: done.map(({ json }) => json) },
      text: before.text + done.map(({ text }) => text).join(''),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
