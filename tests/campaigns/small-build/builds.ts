import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { buildSite } from '#pipeline/build/build-site.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { there } from '#tests/there.ts';
import type { Workshop } from './edits.ts';

const BASE = join(ROOT, 'tests/fixtures/content/base');
const silent = { step: () => undefined, done: () => undefined };

export interface Place extends Workshop {
  folder: string;
  /** What small builds remember. */
  cache: string;
}

/** The small content of the tests, to be changed, with a memory of its own. */
export async function aWorkshop(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-small-'));
  const content = join(folder, 'content');
  await cp(BASE, content, { recursive: true });
  return { folder, content, cache: join(folder, 'cache'), now: there(parseInstant('2024-10-17T08:00:00+08:00')) };
}

/** What came out: SHA-256 by file, or the sentences for which there is no site. */
export interface Built {
  files: ReadonlyMap<string, string>;
  refused: readonly string[];
}

export async function built({ content, now }: Workshop, out: string, cache: string): Promise<Built> {
  const result = await buildSite({ root: ROOT, content, out, base: '/', now, cache }, () => now, silent);
  if (!result.built) return { files: new Map(), refused: result.findings.map(sentence) };
  return { files: await digestsOf(out), refused: [] };
}

/** A build that remembers nothing but the drawn pictures and the compiled components, which know no content. */
export async function coldlyBuilt(place: Place): Promise<Built> {
  const cache = await mkdtemp(join(place.folder, 'cold-'));
  await cp(join(place.cache, 'pictures'), join(cache, 'pictures'), { recursive: true }).catch(() => undefined);
  const result = await built(place, join(place.folder, 'cold'), cache);
  await rm(cache, { recursive: true });
  return result;
}

/** The files that differ; Pagefind orders its filters as it pleases, and the record of the build names its files. */
export function differing(one: Built, other: Built): string[] {
  const own = (built: Built): [string, string][] =>
    [...built.files].filter(([file]) => !file.startsWith('pagefind/') && file !== 'evidence/inspected.txt');
  const [first, second] = [new Map(own(one)), new Map(own(other))];
  const names = new Set([...first.keys(), ...second.keys()]);
  const files = [...names].filter((name) => first.get(name) !== second.get(name));
  return one.refused.join('\n') === other.refused.join('\n') ? files : [...files, '（拒绝的理由）'];
}

async function digestsOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), createHash('sha256').update(bytes).digest('hex'));
  }
  return files;
}
