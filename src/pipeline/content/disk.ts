import {
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  symlink,
  utimes,
} from 'node:fs/promises';
import { onWindows } from './windows-disk.ts';

interface DiskEntry {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** Every effect a publication or a change of the content has on a disk. It comes in as a parameter, so that a test can let any single step fail. */
export interface Disk {
  list(folder: string): Promise<DiskEntry[]>;
  read(file: string): Promise<Uint8Array>;
  /** Whole seconds since 1970, as the `ETag` of a web server sees them; `undefined` when there is no such file. */
  secondOf(file: string): Promise<number | undefined>;
  exists(path: string): Promise<boolean>;
  makeFolder(folder: string): Promise<void>;
  /** Writes a new file and makes its bytes durable. */
  write(file: string, bytes: Uint8Array, second?: number): Promise<void>;
  hardLink(from: string, to: string): Promise<void>;
  symbolicLink(target: string, path: string): Promise<void>;
  linkTarget(path: string): Promise<string | undefined>;
  rename(from: string, to: string): Promise<void>;
  /** Makes the names in a folder durable, where the system can. */
  syncFolder(folder: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** A folder in which something lies stays. */
  removeEmpty(folder: string): Promise<void>;
}

const plainDisk: Disk = {
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry): DiskEntry => ({
        name: entry.name,
        kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  read: (file) => readFile(file),
  async secondOf(file) {
    const found = await lstat(file).catch(absent);
    return found && Math.floor(found.mtimeMs / 1000);
  },
  async exists(path) {
    return (await lstat(path).catch(absent)) !== undefined;
  },
  async makeFolder(folder) {
    // Not at once with its parents: on a read-only disk Node then speaks of a missing folder.
    await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') await mkdir(folder, { recursive: true });
      else if (error.code !== 'EEXIST') throw error;
    });
  },
  write: (file, bytes, second) => writeNew(file, bytes, 0o644, second),
  async hardLink(from, to) {
    await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
      // File systems of memory sticks have no hard links: a copy with the same time serves as well.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(error.code ?? '')) throw error;
      const [bytes, { mtime }] = [await readFile(from), await lstat(from)];
      await plainDisk.write(to, bytes);
      await utimes(to, mtime, mtime);
    });
  },
  symbolicLink: (target, path) => symlink(target, path),
  linkTarget: (path) => readlink(path).catch(absent),
  rename,
  async syncFolder(folder) {
    // Windows and some network shares cannot make a folder durable; there the system's own journal has to do.
    const handle = await open(folder, 'r').catch(incapable);
    try {
      await handle?.sync().catch(incapable);
    } finally {
      await handle?.close();
    }
  },
  // Windows keeps a name as long as a scanner has the file open.
  remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  removeEmpty: (folder) =>
    rmdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error;
    }),
};

export const realDisk: Disk = process.platform === 'win32' ? onWindows(plainDisk) : plainDisk;

/** What an office edits together: a colleague of the same group may write it too, where the system is set up so. */
export const contentDisk: Disk = { ...realDisk, write: (file, bytes) => writeNew(file, bytes, 0o666) };

async function writeNew(file: string, bytes: Uint8Array, mode: number, second?: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    if (second !== undefined) await handle.utimes(second, second);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function incapable(error: NodeJS.ErrnoException): undefined {
  if (!['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF'].includes(error.code ?? '')) throw error;
  return undefined;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
  return undefined;
}

const REASONS: Record<string, string> = {
  EACCES: '没有写入的权限',
  EBUSY: '文件正被别的程序打开，请先关闭它',
  EDQUOT: '磁盘配额已用完',
  EIO: '磁盘读写出错',
  EISDIR: '这个名称是一个文件夹，请换一个文件名',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段不是文件夹',
  EPERM: '没有写入的权限',
  EROFS: '磁盘只读',
};

/** Why a disk refused, in a few words. Windows says the same of a file that Excel has open as of one that nobody may write. */
export function diskReason(error: unknown, platform: NodeJS.Platform = process.platform): string {
  const { code = '错误' } = error as NodeJS.ErrnoException;
  if (platform === 'win32' && ['EPERM', 'EACCES'].includes(code)) {
    return '文件正被别的程序（例如 Excel、WPS）打开，或者没有写入的权限';
  }
  return REASONS[code] ?? `系统返回 ${code}`;
}
