import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Answers } from '#core/roster/match.ts';
import { writing } from '#pipeline/content/writing.ts';
import type { ImportRequest } from '#pipeline/intake/import-request.ts';
import { applyImport, type PreparedImport, prepareImport } from '#pipeline/intake/import-round.ts';

/** An office's desk: a content folder with one round and nobody in it, and a place for its files. */
export interface Bench {
  root: string;
  content: string;
  round: string;
  /** The round's folder. */
  folder: string;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** @param round a round of the repository's sample content, whose programme and dates are taken over */
export async function aBench(round = 'weihai-craftsman/2023', { people = false } = {}): Promise<Bench> {
  const root = await mkdtemp(join(tmpdir(), 'import-bench-'));
  const content = join(root, 'content');
  const [programme = '', edition = ''] = round.split('/');
  const folder = join(content, 'programmes', programme, 'rounds', edition);
  const kept = people ? ['candidates', 'roster.json', 'notice.md', 'round.md'] : ['round.md'];
  for (const path of [
    'site.json',
    'calendar',
    `programmes/${programme}/programme.md`,
    `programmes/${programme}/forms`,
    ...kept.map((name) => `programmes/${programme}/rounds/${edition}/${name}`),
  ]) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await cp(join(ROOT, 'content', path), join(content, path), { recursive: true });
  }
  return { root, content, round, folder };
}

export async function clear({ root }: Bench): Promise<void> {
  await rm(root, { recursive: true, force: true });
}

export async function put({ root }: Bench, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(root, 'in', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

export const NO_ANSWERS: Answers = { same: new Map(), fresh: new Set(), remove: new Set() };

export function aRequest(bench: Bench, paths: string[], more: Partial<ImportRequest> = {}): ImportRequest {
  return {
    content: bench.content,
    round: bench.round,
    paths,
    sheet: undefined,
    all: [],
    orderedBy: '排名不分先后',
    answers: NO_ANSWERS,
    photos: { folder: undefined, texts: {} },
    ...more,
  };
}

export const quiet = { progress: { step: () => undefined, done: () => undefined } };

/** Ids in a row that anybody can follow: bbbbbbc, bbbbbbd … */
export function counting(): (below: number) => number {
  let calls = 0;
  return (below) => {
    const [person, place] = [Math.floor(calls / 7), calls % 7];
    calls += 1;
    return Math.floor((person + 1) / below ** (6 - place)) % below;
  };
}

export function prepare(bench: Bench, paths: string[], more: Partial<ImportRequest> = {}): Promise<PreparedImport> {
  return prepareImport(aRequest(bench, paths, more), { ...quiet, random: counting() });
}

/** Plans and, when nothing stands in the way, applies. */
export async function importFiles(
  bench: Bench,
  paths: string[],
  more: Partial<ImportRequest> = {},
): Promise<PreparedImport & { errors: string[] }> {
  return writing(bench.content, { verb: 'import' }, async (held) => {
    const prepared = await prepare(bench, paths, more);
    const errors = prepared.planned.findings.filter(({ level }) => level === 'error').map(({ code }) => code);
    if (errors.length === 0) await applyImport(held, aRequest(bench, paths, more), prepared);
    return { ...prepared, errors };
  });
}

/** Every file below a folder with its text; binary files as base64. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const encoding = /\.(?:md|json)$/.test(basename(path)) ? 'utf8' : 'base64';
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = await readFile(path, encoding);
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
