import { join } from 'node:path';
import { parseManifest } from '#core/evidence/manifest.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Disk } from '#pipeline/content/disk.ts';
import { CURRENT, currentOf, pointerTo } from '#pipeline/release/current.ts';
import type { SiteFiles } from '#pipeline/release/site-files.ts';
import { takeTarget } from './lock.ts';

/**
 * A target folder:
 *   current            link to the release that is served, always `releases/<id>`; a file that says so where no links can be made
 *   releases/<id>/     whole sites, the last ten
 *   manifests/<id>     digests of each release in the format of sha256sum; they stay when a release is dropped
 *   .jiangbang         marks the folder as a target
 *   .publishing/       only while a publication is under way
 */
export interface FolderTarget {
  disk: Disk;
  folder: string;
}

export const RELEASES_KEPT = 10;
const MARK = '.jiangbang';
const OURS = /^(?:current|releases|manifests|\.jiangbang|\.publishing|lost\+found)$/;

/** Refuses a folder that is missing, holds foreign files, or has never been published to unless `first` says so. */
async function inspectTarget({ disk, folder }: FolderTarget, first: boolean): Promise<void> {
  const entries = await disk.list(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw new Refusal('target-missing', `发布目标 ${folder} 不存在。请检查磁盘是否已经挂载，或先建好这个文件夹。`);
  });
  const foreign = entries.filter(({ name }) => !OURS.test(name)).map(({ name }) => name);
  if (foreign.length > 0) {
    throw new Refusal(
      'target-foreign',
      `发布目标 ${folder} 里有别的文件：${foreign.slice(0, 5).join('、')}${foreign.length > 5 ? '等' : ''}。请换一个专用的空文件夹。网站保持原样。`,
    );
  }
  if ((await currentOf(disk, folder)) === 'foreign') {
    throw new Refusal(
      'target-foreign',
      `发布目标里的 current 既不是链接，也不是写着“releases/版本”的文件。请移走它再发布。网站保持原样。`,
    );
  }
  if (!entries.some(({ name }) => name === MARK) && !first) {
    throw new Refusal(
      'target-new',
      `${folder} 还没有发布过网站。第一次发布请加 --first；如果以前发布过，请检查磁盘是否已经挂载。`,
    );
  }
}

/** The same for a command that has long work before it: what stands in the way is said first, and looked at again when it is time. */
export async function refuseTarget(target: FolderTarget, first: boolean): Promise<void> {
  await inspectTarget(target, first).catch((error: unknown) => {
    throw chineseDiskError(error, target.folder);
  });
}

/** Runs one change of a target under its lock; the folder it works in is gone afterwards, whatever happened. */
export async function withTarget<T>(
  target: FolderTarget,
  options: { release: string; first: boolean; patience: number },
  change: (work: string) => Promise<T>,
): Promise<T> {
  const { disk, folder } = target;
  try {
    await inspectTarget(target, options.first);
    const taken = await takeTarget(disk, folder, options.release, options.patience);
    try {
      if (!(await disk.exists(join(folder, MARK)))) {
        await disk.write(join(folder, MARK), new TextEncoder().encode('{"target":"jiangbang","version":1}\n'));
      }
      for (const name of ['releases', 'manifests']) await disk.makeFolder(join(folder, name));
      return await change(taken.work);
    } finally {
      await taken.release();
    }
  } catch (error) {
    throw chineseDiskError(error, folder);
  }
}

/**
 * The one moment at which the site changes: the link, or the file that takes its place, is made beside and renamed over the old one.
 * A link that a web server follows never becomes a file: its site would be gone.
 */
export async function switchTo({ disk, folder }: FolderTarget, work: string, release: string): Promise<void> {
  const before = await currentOf(disk, folder);
  const made = join(work, CURRENT);
  const isPointer = typeof before === 'object' && before.kind === 'pointer';
  if (isPointer) await disk.write(made, pointerTo(release));
  else {
    await disk.symbolicLink(`releases/${release}`, made).catch(async (error: NodeJS.ErrnoException) => {
      if (!NO_LINKS.includes(error.code ?? '')) throw error;
      if (typeof before === 'object') throw linkStays(folder, before.release);
      await disk.write(made, pointerTo(release));
    });
  }
  await disk.rename(made, join(folder, CURRENT));
  await disk.syncFolder(folder);
}

/** Windows, file systems of memory sticks, and network shares. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'];

function linkStays(folder: string, release: string): Refusal {
  return new Refusal(
    'target-no-links',
    `发布目标 ${folder} 里的 current 是链接，而所在的磁盘或系统现在不让建立链接，不能一次切换。请删去 current，新建一个叫 current 的文本文件（没有扩展名），里面写一行 releases/${release}，再重新发布；或者换成本机的 ext4 等磁盘，或者发布到 .zip 再解压。网站保持原样。`,
  );
}

export async function liveRelease({ disk, folder }: FolderTarget): Promise<string | undefined> {
  const current = await currentOf(disk, folder);
  return typeof current === 'object' ? current.release : undefined;
}

/** Oldest first. */
export async function releasesOf({ disk, folder }: FolderTarget): Promise<string[]> {
  return (await disk.list(join(folder, 'releases'))).filter(({ kind }) => kind === 'folder').map(({ name }) => name);
}

export async function recordedFiles({ disk, folder }: FolderTarget, release: string): Promise<SiteFiles | undefined> {
  const file = join(folder, 'manifests', release);
  if (!(await disk.exists(file))) return undefined;
  return parseManifest(new TextDecoder().decode(await disk.read(file)));
}

/** The last `kept` and the one that is served stay. */
export async function dropOldReleases(target: FolderTarget, kept: number): Promise<string[]> {
  const live = await liveRelease(target);
  const old = (await releasesOf(target)).slice(0, -kept).filter((release) => release !== live);
  for (const release of old) await target.disk.remove(join(target.folder, 'releases', release));
  return old;
}

const REASONS: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EROFS: '磁盘只读',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EIO: '磁盘读写出错',
  ENOENT: '文件夹中途不见了，请检查磁盘是否已经拔出',
  ENOTDIR: '路径中有一段不是文件夹',
};

function chineseDiskError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code];
  if (error instanceof Refusal || reason === undefined) return error;
  return new Refusal(
    'target-unwritable',
    `发布到 ${folder} 没有成功：${reason}。正在提供的网站保持原样；排除原因后重新发布即可，不用清理。`,
  );
}
