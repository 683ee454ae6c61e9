import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { EVIDENCE_NAMES, type EvidenceTexts } from '#core/evidence/judge.ts';
import { parseManifest } from '#core/evidence/manifest.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { sha256 } from '#pipeline/release/site-files.ts';

/** A release as somebody holds it: its evidence, and the digests of all its other files. */
export interface Copy {
  evidence: EvidenceTexts;
  /** Path → SHA-256. */
  files: Map<string, string>;
  /** Files that did not come for another reason than that they are not there. */
  unreached: string[];
  text: (path: string) => Promise<string | undefined>;
}

/** A byte order mark is a change like any other and must not fall away. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A folder, a zip of ours, or an address. */
export async function copyOf(place: string): Promise<Copy> {
  if (/^https?:\/\//.test(place)) return fromAddress(place);
  const found = await stat(place).catch(() => undefined);
  if (!found) throw new Refusal('copy-missing', `找不到 ${place}。请写文件夹、.zip 文件，或者 https://… 的网址。`);
  return found.isDirectory() ? fromFolder(place) : fromArchive(place);
}

async function fromFolder(folder: string): Promise<Copy> {
  const files = new Map<string, string>();
  const evidence: EvidenceTexts = {};
  const walk = async (below: string): Promise<void> => {
    for (const { name, kind } of await realDisk.list(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      if (kind === 'folder') await walk(path);
      else if (kind === 'file') take(path, await readFile(join(folder, path)), files, evidence);
      // A link is no file of a release, whatever it points to.
      else files.set(path, kind);
    }
  };
  await walk('');
  const text = (path: string): Promise<string | undefined> =>
    readFile(join(folder, path)).then(
      (bytes) => decoder.decode(bytes),
      () => undefined,
    );
  return { evidence, files, unreached: [], text };
}

/** Unpacked into memory: `site/` of an archive of ours, or the archive of a site as it is. */
async function fromArchive(file: string): Promise<Copy> {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(await readFile(file));
  } catch {
    throw new Refusal('copy-unreadable', `${file} 不是完整的压缩包，打不开。`);
  }
  const isOurs = Object.keys(entries).some((path) => path.startsWith('site/evidence/') || path === 'site/index.html');
  const files = new Map<string, string>();
  const evidence: EvidenceTexts = {};
  const own = new Map<string, Uint8Array>();
  for (const [path, bytes] of Object.entries(entries)) {
    if (path.endsWith('/') || (isOurs && !path.startsWith('site/'))) continue;
    const below = isOurs ? path.slice('site/'.length) : path;
    own.set(below, bytes);
    take(below, bytes, files, evidence);
  }
  const text = (path: string): Promise<string | undefined> => {
    const bytes = own.get(path);
    return Promise.resolve(bytes && decoder.decode(bytes));
  };
  return { evidence, files, unreached: [], text };
}

const AT_ONCE = 8;

/** Everything that the site's own manifests name, eight at a time; what else a server may hold cannot be seen from outside. */
async function fromAddress(address: string): Promise<Copy> {
  const root = new URL(address.replace(/\/?(?:index\.html)?$/, '/'));
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-verify-'));
  try {
    const unreached: string[] = [];
    const evidence: EvidenceTexts = {};
    const files = new Map<string, string>();
    for (const name of EVIDENCE_NAMES) {
      const bytes = await fetched(new URL(`evidence/${name}`, root), unreached, `evidence/${name}`);
      if (bytes) evidence[name] = decoder.decode(bytes);
    }
    const paths = (['manifest/site.sha256', 'manifest/search.sha256', 'manifest/carried.sha256'] as const).flatMap(
      (name) => [...(parseManifest(evidence[name] ?? '')?.keys() ?? [])],
    );
    const left = [...paths];
    const worker = async (): Promise<void> => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) {
        const bytes = await fetched(new URL(path.replace(/(^|\/)index\.html$/, '$1'), root), unreached, path);
        if (!bytes) continue;
        files.set(path, sha256(bytes));
        if (/\/(?:notice(?:-\d+)?|result)\/index\.html$/.test(path)) {
          await mkdir(dirname(join(folder, path)), { recursive: true });
          await writeFile(join(folder, path), bytes);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const texts = new Map<string, string>();
    for (const path of files.keys()) {
      const bytes = await readFile(join(folder, path)).catch(() => undefined);
      if (bytes) texts.set(path, decoder.decode(bytes));
    }
    return { evidence, files, unreached, text: (path) => Promise.resolve(texts.get(path)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `undefined` for what is not there; what did not answer is noted. */
async function fetched(address: URL, unreached: string[], path: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address, {
      redirect: 'follow',
      signal: AbortSignal.timeout(30_000),
      cache: 'no-store',
    });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    if (response.status !== 404 && response.status !== 410) unreached.push(path);
  } catch {
    unreached.push(path);
  }
  return undefined;
}

/** What stands in `evidence/` and is none of it is a file like any other. */
function take(path: string, bytes: Uint8Array, files: Map<string, string>, evidence: EvidenceTexts): void {
  const name = EVIDENCE_NAMES.find((one) => `evidence/${one}` === path);
  if (name) evidence[name] = decoder.decode(bytes);
  else files.set(path, sha256(bytes));
}
