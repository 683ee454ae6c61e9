import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Manifest, parseManifest } from '#core/evidence/manifest.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { isRemote } from '#pipeline/evidence/kept-head.ts';
import { isHashedAsset, type SiteFiles } from '#pipeline/release/site-files.ts';
import { liveRelease, recordedFiles } from './folder-target.ts';
import type { Rclone } from './rclone.ts';

/** A release as far as a comparison needs it. */
export interface Side {
  files: Manifest;
  /** The text of a page; `undefined` where it cannot be had without fetching it. */
  page: (path: string) => Promise<string | undefined>;
}

/** A page that a reader will find otherwise, by the words of its head. */
export interface PageChange {
  /** `people/zhang-san/`, '' for the home page. */
  address: string;
  title: string;
}

export interface ReleaseDifference {
  added: PageChange[];
  changed: PageChange[];
  removed: PageChange[];
  /** Pictures, lists for programs, the index of the search. */
  otherFiles: number;
}

/** What readers will find otherwise when `after` is served in place of `before`. The evidence, new each time, does not count. */
export async function releaseDifference(before: Side, after: Side): Promise<ReleaseDifference> {
  const [old, fresh] = [countedFiles(before.files), countedFiles(after.files)];
  const added = [...fresh.keys()].filter((path) => !old.has(path));
  const removed = [...old.keys()].filter((path) => !fresh.has(path));
  const changed = [...fresh]
    .filter(([path, digest]) => old.has(path) && old.get(path) !== digest)
    .map(([path]) => path);
  const pages = (paths: readonly string[], side: Side): Promise<PageChange[]> =>
    Promise.all(paths.filter(isPage).map((path) => titled(path, side)));
  return {
    added: await pages(added, after),
    changed: await pages(changed, after),
    removed: await pages(removed, before),
    otherFiles: [...added, ...removed, ...changed].filter((path) => !isPage(path)).length,
  };
}

export function siteSide(folder: string, files: SiteFiles): Side {
  return { files, page: (path) => readFile(join(folder, path), 'utf8').catch(() => undefined) };
}

/** One release of a target folder, that which is served where none is named. */
export async function releaseSide(folder: string, named?: string): Promise<Side | undefined> {
  const target = { disk: realDisk, folder };
  const release = named ?? (await liveRelease(target).catch(() => undefined));
  const files = release === undefined ? undefined : await recordedFiles(target, release);
  return release === undefined || !files ? undefined : siteSide(join(folder, 'releases', release), files);
}

/** What readers get at a target now; `undefined` where nothing was published to it, or where it does not say. */
export async function servedSide(to: string, run: Rclone): Promise<Side | undefined> {
  if (/\.zip$/i.test(to)) return archivedSide(to);
  if (!isRemote(to)) return releaseSide(to);
  const { code, stdout } = await run(['cat', `${to.replace(/\/+$/, '')}/evidence/manifest/site.sha256`]);
  const files = code === 0 ? parseManifest(stdout) : undefined;
  return files && files.size > 0 ? { files, page: () => Promise.resolve(undefined) } : undefined;
}

async function archivedSide(file: string): Promise<Side | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => name === 'manifest.sha256' || isPage(name) });
    const text = (name: string): string | undefined => unpacked[name] && new TextDecoder().decode(unpacked[name]);
    const listed = parseManifest(text('manifest.sha256') ?? '') ?? new Map<string, string>();
    const files = new Map([...listed].map(([path, digest]) => [path.replace(/^site\//, ''), digest]));
    return files.size === 0 ? undefined : { files, page: (path) => Promise.resolve(text(`site/${path}`)) };
  } catch {
    return undefined;
  }
}

function countedFiles(files: Manifest): Map<string, string> {
  return new Map([...files].filter(([path]) => !path.startsWith('evidence/') && !isHashedAsset(path)));
}

function isPage(path: string): boolean {
  return /(?:^|\/)index\.html$/.test(path);
}

async function titled(path: string, { page }: Side): Promise<PageChange> {
  const address = path.slice(0, -'index.html'.length);
  const found = /<title>([^<]*)<\/title>/.exec((await page(path)) ?? '')?.[1];
  return { address, title: found === undefined ? `/${address}` : plain(found) };
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => SIGNS[name] ?? whole).trim();
}
