import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Finding } from '#core/catalogue/finding.ts';
import { makePictures } from '#pipeline/build/pictures/make-pictures.ts';
import { indexSite } from '#pipeline/build/search/index-site.ts';
import { hasWordIndex } from '#pipeline/build/search/word-index.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { CheckMemory, type CheckRecord } from '#pipeline/check/check-memory.ts';
import { programDigest } from '#pipeline/commands/program-digest.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { settled } from '#pipeline/content/settled.ts';
import { auditOutput } from '#pipeline/gate/privacy-gate.ts';
import { hasPapers, inspectPapers, putPapers } from '#pipeline/paper/papers.ts';
import { recordContent } from './content-record.ts';
import { inspectSite } from './inspect-site.ts';
import { recordInspected } from './inspected.ts';
import { recordClock } from './made-up-clock.ts';
import { BuildMemory, SpoiledMemory } from './memory/build-memory.ts';
import { type MadePages, makePages } from './pages/make-pages.ts';
import { missingAddresses } from './published-addresses.ts';
import { putRootFiles } from './root-files.ts';
import type { TextReader } from './search/documents.ts';
import { SearchMemory } from './search/search-memory.ts';
import { survey } from './survey.ts';

export interface BuildOptions {
  /** Root of the repository: where astro.config.mjs stands. */
  root: string;
  content: string;
  out: string;
  /** Path under which the site will be served, with slashes: `/` or `/gongjiang/`. */
  base: string;
  /** The instant the build takes for now; absent: the sample's clock, or the machine's. */
  now?: Instant;
  /** Everything is made and looked at anew, whatever an earlier build remembers. */
  cold?: boolean;
  /** Folder of what is remembered from build to build; absent: `.cache` of the repository. */
  cache?: string;
}

export interface BuildResult {
  /** Whether `out` now holds the new site; otherwise it is as it was. */
  built: boolean;
  findings: Finding[];
  pages: number;
  /** Digest of the record of every file that was inspected. */
  inspected?: string;
}

/** check → pages → search index → inspection of the output. Nothing is put in place before all of them are content. */
export async function buildSite(options: BuildOptions, clock: () => Instant, progress: Progress): Promise<BuildResult> {
  const { root } = options;
  const content = resolve(options.content);
  // Inside the repository: for an output elsewhere Astro would share one working folder between all builds of a checkout.
  await mkdir(join(root, '.cache'), { recursive: true });
  const staging = await mkdtemp(join(root, '.cache/build-'));
  try {
    // The content is read several times on the way: a site of two states of it is not put in place, but made anew.
    const result = await settled(content, async () => {
      const make = async (memory: BuildMemory | undefined): Promise<BuildResult> => {
        await clear(staging);
        await mkdir(staging);
        return makeSite({ ...options, content }, memory, staging, clock, progress);
      };
      const memory = options.cold ? undefined : await BuildMemory.open(root, content, options);
      return make(memory).catch(async (error: unknown) => {
        if (!(error instanceof SpoiledMemory)) throw error;
        await memory?.forget();
        return make(memory);
      });
    });
    if (result.built) await replace(join(staging, 'site'), resolve(options.out));
    return result;
  } finally {
    await clear(staging);
  }
}

/** The finished and inspected site in `staging/site`, if it is `built`. */
async function makeSite(
  { root, base, content, ...options }: BuildOptions,
  memory: BuildMemory | undefined,
  staging: string,
  clock: () => Instant,
  progress: Progress,
): Promise<BuildResult> {
  progress.step('检查内容');
  const remembered = options.cache ?? join(root, '.cache');
  const known = await checkMemory(memory, remembered);
  const checked = await checkContent(content, known?.memory);
  if (!checked.content || hasErrors(checked.findings)) return { built: false, findings: checked.findings, pages: 0 };

  const site = checked.content.site.data;
  const now = options.now ?? (site.sampleClock === undefined ? clock() : Date.parse(site.sampleClock));
  progress.step('生成网页');
  const pagesDirectory = join(staging, 'site');
  const pages = await makePages(
    { root, staging, site: pagesDirectory, folder: content, base, content: checked.content, now },
    memory,
  );
  await recordContent(content, pagesDirectory);
  if (options.now !== undefined) await recordClock(pagesDirectory, options.now, clock());
  if (hasPapers(checked.content)) progress.step('排印打印版');
  await putPapers(checked.content, { site: pagesDirectory, content, now });
  progress.step('绘制分享图片');
  const cache = options.cold ? join(staging, 'pictures') : join(remembered, 'pictures');
  const pictures = await makePictures(checked.content, { site: pagesDirectory, cache, now }, (text) =>
    progress.detail?.(text),
  );
  if (hasErrors(pictures.findings)) {
    return { built: false, findings: [...checked.findings, ...pictures.findings], pages: 0 };
  }
  progress.step(hasWordIndex() ? '建立检索' : '建立检索（便携版：逐字检索，不按词）');
  const search = memory && (await SearchMemory.open(memory, pagesDirectory));
  await indexSite(pagesDirectory, checked.content, told(pages), search);
  const taken = await putRootFiles(checked.content.rootFiles ?? [], content, pagesDirectory);
  if (hasErrors(taken)) return { built: false, findings: [...checked.findings, ...taken], pages: 0 };
  progress.step('核对成品');
  const digests = await survey(pagesDirectory, [pages.kept, search?.kept ?? new Map()]);
  const inspected = await inspectSite(pagesDirectory, checked.content, { base, now, told: pages.told });
  const papers = await inspectPapers(checked.content, { site: pagesDirectory, now });
  const gone = await missingAddresses(checked.published, pagesDirectory);
  const leaks = await auditOutput(pagesDirectory, checked.content, checked.waivers, {
    drawn: pictures.codes,
    digests,
    ...(!options.cold && { remembered: join(remembered, 'clean') }),
  });
  const findings = [...checked.findings, ...inspected.findings, ...papers, ...gone, ...leaks];
  if (hasErrors(findings)) return { built: false, findings, pages: inspected.pages };
  const record = await recordInspected(pagesDirectory, { base, now }, digests);
  if (memory) {
    const wanted = [...(await pages.remember()), ...((await search?.remember(digests)) ?? [])];
    await known?.remember();
    await memory.files.forgetAllBut(new Set(wanted));
  }
  return { built: true, findings, pages: inspected.pages, inspected: record };
}

const CHECKED = 'checked';
/** What decides what a file is read as and what the rules say. */
const CHECKERS = ['src/core', 'src/pipeline', 'package-lock.json'];

/** What the check remembers, as long as the program is the same. */
async function checkMemory(
  memory: BuildMemory | undefined,
  cache: string,
): Promise<{ memory: CheckMemory; remember(): Promise<void> } | undefined> {
  if (!memory) return undefined;
  const program = await programDigest(CHECKERS);
  const known = await memory.recall<CheckRecord & { program: string }>(CHECKED);
  const check = new CheckMemory(join(cache, 'clean'), known?.program === program ? known : {});
  return { memory: check, remember: () => memory.remember(CHECKED, { program, ...check.record }) };
}

/** The texts of pages that were read when they were made. */
function told({ told: pages }: MadePages): TextReader {
  return (address) => {
    const page = pages.get(`${address}index.html`);
    if (!page) throw new Error(`no page at ${address}`);
    return Promise.resolve(page.text);
  };
}

/** After a fault Astro may still be writing pages here. */
function clear(staging: string): Promise<void> {
  return rm(staging, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** The new site is laid beside the old one, which moves aside before the new one takes its name and is removed last. */
async function replace(fresh: string, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const beside = await mkdtemp(`${out}.partial-`);
  try {
    await realDisk.rename(fresh, join(beside, 'new')).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      await cp(fresh, join(beside, 'new'), { recursive: true });
    });
    await realDisk.rename(out, join(beside, 'old')).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await realDisk.rename(join(beside, 'new'), out);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
