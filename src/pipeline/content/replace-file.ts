import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Writes beside the target and renames: whoever reads sees the old file or the new one, never a part. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(partial, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Refusal('not-written', `写不了文件 ${path}：${REASONS[code] ?? `系统返回 ${code}`}。原有文件保持原样。`);
  }
}

const REASONS: Record<string, string> = {
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EBUSY: '文件正被别的程序打开，请先关闭它',
  EISDIR: '这个名称是一个文件夹，请换一个文件名',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段不是文件夹',
  EROFS: '磁盘只读',
};
