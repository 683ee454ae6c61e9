import { dirname, join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import { formatManifest } from '#core/evidence/manifest.ts';
import { CONTENT_RECORD } from '#pipeline/build/content-record.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { isHashedAsset, sha256, type SiteFiles, siteFiles } from '#pipeline/release/site-files.ts';
import type { Seal, Unsealed } from '../evidence/seal.ts';
import {
  dropOldReleases,
  type FolderTarget,
  liveRelease,
  recordedFiles,
  RELEASES_KEPT,
  releasesOf,
  switchTo,
  withTarget,
} from './folder-target.ts';
import { pastLedgers } from './past-ledgers.ts';
import { precompress } from './precompressed.ts';

export interface FolderPublication {
  release: string;
  /** SHA-256 of the release's manifest. */
  digest: string;
  files: number;
  /** Assets of earlier releases that stay reachable. */
  carried: number;
  dropped: string[];
  /** Copies packed by brotli and gzip that lie beside. */
  packed: number;
}

export interface FolderOptions {
  now: Instant;
  first?: boolean;
  /** How long to wait for another publisher, in milliseconds. */
  patience?: number;
  /** After a takedown: no asset is carried over and no earlier release stays; their manifests, digests only, do. */
  dropPast?: boolean;
  /** The files to publish, as they were inspected; absent: all that lie in the folder. */
  files?: SiteFiles;
  /** Lays packed copies beside the texts. */
  precompress?: boolean;
  /** Makes the evidence; without it the release has none. */
  seal?: Seal | undefined;
}

/** Stages a site beside the one that is served, verifies it, makes it durable, and switches. Until the switch nothing served changes. */
export async function publishFolder(
  target: FolderTarget,
  site: string,
  options: FolderOptions,
): Promise<FolderPublication> {
  const files = options.files ?? (await siteFiles(site));
  if (!files.has('index.html')) {
    throw new Refusal('site-missing', `${site} 里没有首页 index.html。请先运行 npm run build。网站保持原样。`);
  }
  const release = releaseName(options.now, sha256(formatManifest(files)));
  return withTarget(
    target,
    { release, first: options.first ?? false, patience: options.patience ?? 0 },
    async (work) => {
      const placed = await placeRelease(target, work, { site, files, release }, options);
      return { ...placed, dropped: await dropOldReleases(target, options.dropPast ? 1 : RELEASES_KEPT) };
    },
  );
}

/** What is put in place as one release. */
export interface ReleaseSource {
  /** The folder its files are read from. */
  site: string;
  files: SiteFiles;
  release: string;
  /** A release of before that is served again under a new name. */
  rollback?: { from: string; to: string };
}

/** Everything of a publication that happens under the lock, up to the switch. */
export async function placeRelease(
  target: FolderTarget,
  work: string,
  { site, files, release, rollback }: ReleaseSource,
  options: Pick<FolderOptions, 'now' | 'dropPast' | 'precompress' | 'seal'>,
): Promise<Omit<FolderPublication, 'dropped'>> {
  const { disk, folder } = target;
  if (await disk.exists(join(folder, 'releases', release))) {
    throw new Refusal('release-exists', `这一版 ${release} 已经发布过。请稍后再发布。网站保持原样。`);
  }
  const staged = join(work, 'site');
  const second = Math.floor(options.now / 1000);
  await stage(target, site, files, staged, second);
  await verifyStaged(target, staged, files);
  const carried = options.dropPast ? new Map<string, string>() : await carryAssets(target, staged, files);
  const evidence = options.seal
    ? await sealStaged(target, staged, { files, carried, ...(rollback && { rollback }) }, options.seal, second)
    : new Map<string, string>();
  const all = new Map([...files, ...evidence]);
  const packed = options.precompress ? await packTexts(target, staged, all, second) : 0;
  const manifest = formatManifest(all);
  await disk.write(join(work, 'manifest'), new TextEncoder().encode(manifest));
  await syncFolders(target, staged);
  try {
    await disk.rename(join(work, 'manifest'), join(folder, 'manifests', release));
    await disk.rename(staged, join(folder, 'releases', release));
    await disk.syncFolder(join(folder, 'manifests'));
    await disk.syncFolder(join(folder, 'releases'));
    await switchTo(target, work, release);
  } catch (error) {
    await discardUnserved(target, release).catch(() => undefined);
    throw error;
  }
  return { release, digest: sha256(manifest), files: files.size + evidence.size, carried: carried.size, packed };
}

/** The copies of the release that is served are taken over where a file did not change. */
async function packTexts(target: FolderTarget, staged: string, files: SiteFiles, second: number): Promise<number> {
  const { disk, folder } = target;
  const live = await liveRelease(target);
  const known = live === undefined ? undefined : await recordedFiles(target, live);
  const before = live !== undefined && known && { folder: join(folder, 'releases', live), files: known };
  return precompress(disk, staged, { files, before: before || undefined, second });
}

/** A release that never went live must not stay: its ledger would be ahead of the one that is served. */
async function discardUnserved(target: FolderTarget, release: string): Promise<void> {
  if ((await liveRelease(target)) === release) return;
  for (const kind of ['releases', 'manifests']) await target.disk.remove(join(target.folder, kind, release));
}

/** Writes the evidence into the staged release, its ledger carried on from the release that is served. @returns path → digest */
async function sealStaged(
  target: FolderTarget,
  staged: string,
  release: Pick<Unsealed, 'files' | 'carried' | 'rollback'>,
  seal: Seal,
  second: number,
): Promise<Map<string, string>> {
  const { disk, folder } = target;
  const live = await liveRelease(target);
  const before = live === undefined ? undefined : join(folder, 'releases', live);
  const isFile = (path: string): boolean => !path.startsWith('evidence/');
  const { files } = await seal.make({
    ...release,
    files: new Map([...release.files].filter(([path]) => isFile(path))),
    carried: new Map([...release.carried].filter(([path]) => isFile(path))),
    read: (path) => disk.read(join(staged, path)),
    content: new TextDecoder().decode(await disk.read(join(staged, CONTENT_RECORD))).trim(),
    ...(await pastLedgers(target)),
  });
  const written = new Map<string, string>();
  await disk.makeFolder(join(staged, 'evidence'));
  await disk.makeFolder(join(staged, 'evidence/manifest'));
  for (const [name, text] of files) {
    const path = `evidence/${name}`;
    const old = before === undefined ? undefined : await disk.secondOf(join(before, path));
    await disk.write(join(staged, path), new TextEncoder().encode(text), Math.max(second, (old ?? 0) + 1));
    written.set(path, sha256(text));
  }
  return written;
}

/** Sorted by name is sorted by time; two of one instant are told apart by their digest. */
export function releaseName(now: Instant, digest: string): string {
  return `${new Date(now).toISOString().replace(/[-:.]/g, '')}-${digest.slice(0, 12)}`;
}

/**
 * Unchanged files are linked to those of the release that is served and keep their time; changed ones get a later whole second.
 * nginx's ETag is second and length: a text of equal length published within the same second would otherwise look unchanged.
 */
async function stage(
  target: FolderTarget,
  site: string,
  files: SiteFiles,
  staged: string,
  second: number,
): Promise<void> {
  const { disk, folder } = target;
  const live = await liveRelease(target);
  const before = (live !== undefined && (await recordedFiles(target, live))) || new Map<string, string>();
  const made = new Set<string>();
  for (const [path, digest] of files) {
    const to = join(staged, path);
    if (!made.has(dirname(to))) await disk.makeFolder(dirname(to));
    made.add(dirname(to));
    const old = live === undefined ? undefined : join(folder, 'releases', live, path);
    const oldSecond = old === undefined ? undefined : await disk.secondOf(old);
    if (old !== undefined && before.get(path) === digest && oldSecond !== undefined) {
      if (sha256(await disk.read(old)) === digest) {
        await disk.hardLink(old, to);
        continue;
      }
    }
    await disk.write(to, await disk.read(join(site, path)), Math.max(second, (oldSecond ?? 0) + 1));
  }
}

async function verifyStaged({ disk }: FolderTarget, staged: string, files: SiteFiles): Promise<void> {
  const found = await siteFiles(staged, disk);
  const wrong = [...files.keys()].filter((path) => found.get(path) !== files.get(path));
  if (wrong.length > 0 || found.size !== files.size) {
    throw new Refusal(
      'stage-differs',
      `写到目标后读回的内容与成品不同：${wrong.slice(0, 3).join('、') || '多出文件'}。可能是磁盘故障，或成品正在重新生成。网站保持原样，请重新发布。`,
    );
  }
}

async function carryAssets(target: FolderTarget, staged: string, files: SiteFiles): Promise<Map<string, string>> {
  const { disk, folder } = target;
  const carried = new Map<string, string>();
  for (const release of (await releasesOf(target)).reverse()) {
    for (const [path, digest] of (await recordedFiles(target, release)) ?? []) {
      if (!isHashedAsset(path) || files.has(path) || carried.has(path)) continue;
      const from = join(folder, 'releases', release, path);
      if (!(await disk.exists(from)) || sha256(await disk.read(from)) !== digest) continue;
      await disk.makeFolder(dirname(join(staged, path)));
      await disk.hardLink(from, join(staged, path));
      carried.set(path, digest);
    }
  }
  return carried;
}

async function syncFolders(target: FolderTarget, folder: string): Promise<void> {
  for (const { name, kind } of await target.disk.list(folder)) {
    if (kind === 'folder') await syncFolders(target, join(folder, name));
  }
  await target.disk.syncFolder(folder);
}
