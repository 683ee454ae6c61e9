import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { there } from '#tests/there.ts';
import { chanceFrom } from '../random.ts';
import { type BrowserScore, scoreBrowser } from './browser.ts';
import { corpusOf } from './corpus.ts';
import { level } from './oracle.ts';
import { queriesOf } from './queries.ts';
import { type KindScore, scoreRecall } from './recall.ts';
import { layOut, pagesIn } from './site.ts';

export interface EvalOptions {
  size: number;
  each: number;
  seed: number;
  plant: string | undefined;
  /** The site whose search page is used. */
  built: string;
  browser: boolean;
}

export interface EvalReport {
  people: number;
  pages: number;
  index: { seconds: number; memory: number; peopleBytes: number; textBytes: number };
  kinds: KindScore[];
  browser?: BrowserScore;
}

export async function searchEval({ size, each, seed, plant, built, browser }: EvalOptions): Promise<EvalReport> {
  const corpus = await corpusOf(size, seed, plant);
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-search-'));
  const site = join(folder, 'site');
  try {
    await layOut(corpus, built, site);
    const { seconds, memory } = await indexAlone(site);
    const packed = async (path: string): Promise<number> => gzipSync(await readFile(join(site, path))).length;
    const sum = async (pattern: string): Promise<number> => {
      let bytes = 0;
      for await (const path of glob(pattern, { cwd: site })) bytes += await packed(path);
      return bytes;
    };
    const chance = chanceFrom(seed + 1);
    const queries = queriesOf(corpus, each, chance);
    const kinds = await scoreRecall(corpus, site, queries, packed);
    const pages = pagesIn(corpus).map(({ address, text }) => ({ address, text: level(text) }));
    const prose = queries
      .filter(({ kind }) => kind === '真实文件4至8字')
      .slice(0, 40)
      .map((query) => ({
        ...query,
        address: pages.findLast(({ text }) => text.includes(level(query.text)))?.address ?? '?',
      }));
    const names = queries.filter(({ kind }) => !/字$/.test(kind));
    return {
      people: corpus.people.length,
      pages: pages.length,
      index: {
        seconds,
        memory,
        peopleBytes: (await packed('search/people.json')) + (await sum('search/people/*.json')),
        textBytes: await sum('search/text/*.txt'),
      },
      kinds,
      ...(browser && { browser: await scoreBrowser(site, sample(names, 101), prose) }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Evenly from the front to the back. */
function sample<T>(all: readonly T[], count: number): T[] {
  return Array.from({ length: Math.min(count, all.length) }, (_, at) =>
    there(all[Math.floor((at * all.length) / count)]),
  );
}

/** The index made in a process of its own; the most memory it and those it started had at once, in megabytes, asked five times a second. */
async function indexAlone(site: string): Promise<{ seconds: number; memory: number }> {
  const start = performance.now();
  const indexing = spawn('node', ['tests/campaigns/search/index-alone.ts', site], { stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve) => indexing.once('exit', resolve));
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryBelow(indexing.pid ?? 0));
  }, 200);
  const code = await ended;
  clearInterval(timer);
  if (code !== 0) throw new Error(`the index was not made: ${code}`);
  return { seconds: Math.round((performance.now() - start) / 1000), memory: Math.round(most / 1024) };
}

/** What a process and all below it hold, in kilobytes, as Linux tells it (proc(5), `stat`); nothing elsewhere. */
function memoryBelow(pid: number): number {
  const rows = existsSync('/proc/self/stat') ? readdirSync('/proc').flatMap(processOf) : [];
  const below = (parent: number): number =>
    rows.filter(({ of }) => of === parent).reduce((sum, { id, held }) => sum + held + below(id), 0);
  return (rows.find(({ id }) => id === pid)?.held ?? 0) + below(pid);
}

const KILOBYTES_A_PAGE = 4;

function processOf(name: string): { id: number; of: number; held: number }[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const told = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything.
    const fields = told.slice(told.lastIndexOf(')') + 2).split(' ');
    return [{ id: Number(name), of: Number(fields[1]), held: Number(fields[21]) * KILOBYTES_A_PAGE }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
