import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, lstat, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { RoundFiles } from './round-files.ts';

/** The file system as far as an import changes it; a test lets it fail at every single step. */
export interface FileSystem {
  mkdir(path: string): Promise<unknown>;
  copy(from: string, to: string): Promise<void>;
  write(path: string, content: string | Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export const realFiles: FileSystem = {
  mkdir: (path) => mkdir(path, { recursive: true }),
  copy: (from, to) => cp(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true }),
  async write(path, content) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

/**
 * Puts a changed round in the place of the old one as a whole. The new folder is made complete beside the content, where no reader
 * looks, and then changes places with the old one by two renames; what a crash between them leaves, `recoverRound` finishes.
 * @param round its folder on disk
 */
export async function replaceRound(
  content: string,
  round: string,
  { write, remove }: RoundFiles,
  files: FileSystem = realFiles,
): Promise<void> {
  const stage = await stageOf(content, round);
  try {
    await files.write(join(stage, OWNER), String(process.pid));
    // Where the parent is a version history: nothing of it belongs there.
    await files.write(join(stage, '.gitignore'), '*\n');
    await files.copy(round, join(stage, NEW));
    for (const [path, bytes] of write) await files.write(join(stage, NEW, path), bytes);
    for (const path of remove) await files.remove(join(stage, NEW, path));
    await files.write(join(stage, READY), '');
    await files.rename(round, join(stage, OLD));
    await files.rename(join(stage, NEW), round);
    await files.remove(stage);
  } catch (error) {
    await recoverRound(content, round, files).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Refusal(
      'not-written',
      `写入没有完成：${REASONS[code] ?? `系统返回 ${code || '错误'}`}。内容目录保持原样，请处理后重新导入。`,
    );
  }
}

/** Finishes or undoes what an interrupted import of this round left behind. Run at the start, before anything is read. */
export async function recoverRound(content: string, round: string, files: FileSystem = realFiles): Promise<void> {
  const stage = await stageOf(content, round);
  if (!(await exists(stage))) return;
  const owner = Number(await readFile(join(stage, OWNER), 'utf8').catch(() => ''));
  const age = Date.now() - ((await lstat(stage).catch(() => undefined))?.mtimeMs ?? 0);
  // Process numbers are given out again: an old folder belongs to nobody.
  if (owner !== process.pid && age < LONGEST_WRITE && isRunning(owner)) {
    throw new Refusal('import-running', '另一个导入正在写这一届。请等它结束后再试。');
  }
  if (!(await exists(round))) {
    // The old folder had left already: the new one was complete before that.
    const whole = (await exists(join(stage, READY))) && (await exists(join(stage, NEW)));
    await files.rename(join(stage, whole ? NEW : OLD), round);
  }
  await files.remove(stage);
}

/** What a round's folder holds, as one digest: did anybody change it since the plan was made? */
export async function fingerprintOf(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await readdir(directory, { recursive: true }).catch(() => [])).sort()) {
    const about = await lstat(join(directory, path)).catch(() => undefined);
    hash.update(`${path}\0${about?.size ?? ''}\0${about?.mtimeMs ?? ''}\n`);
  }
  return hash.digest('hex');
}

const LONGEST_WRITE = 10 * 60_000;
const OWNER = 'owner';
const READY = 'ready';
const NEW = 'new';
const OLD = 'old';

/**
 * Beside the content folder, out of the sight of everything that reads content; inside where that is another disk or not ours,
 * for a folder can only be renamed within one disk.
 */
async function stageOf(content: string, round: string): Promise<string> {
  const root = resolve(content);
  const beside = dirname(root);
  const [inner, outer] = await Promise.all([stat(root), stat(beside)]);
  const ours = await access(beside, constants.W_OK).then(
    () => true,
    () => false,
  );
  const key = createHash('sha256').update(resolve(round)).digest('hex').slice(0, 12);
  return join(ours && inner.dev === outer.dev ? beside : root, `.import-${key}`);
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const REASONS: Record<string, string> = {
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限，或文件正被别的程序打开',
  EBUSY: '文件正被别的程序打开，请先关闭它',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
  EXDEV: '内容目录所在的文件夹在另一块磁盘上',
};
