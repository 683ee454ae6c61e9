import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { diskReason, realDisk } from './disk.ts';
import { isRunning } from './owner.ts';

/**
 * Writes beside the target and renames: whoever reads sees the old file or the new one, never a part. For what a command hands out
 * (sheets, reports, keys); what lies in a content folder is changed by `changeFiles`.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await clearLeft(path);
    const file = await open(partial, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await realDisk.rename(partial, path);
    await realDisk.syncFolder(dirname(path));
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new Refusal('not-written', `写不了文件 ${path}：${diskReason(error)}。原有文件保持原样。`);
  }
}

/** What a killed process left of this very file. */
async function clearLeft(path: string): Promise<void> {
  const start = `${basename(path)}.partial-`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(start) ? Number(/^\d+/.exec(name.slice(start.length))?.[0]) : Number.NaN;
    if (pid > 0 && !isRunning(pid)) await rm(join(dirname(path), name), { force: true });
  }
}
