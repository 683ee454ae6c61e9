import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { diskReason } from '#pipeline/content/disk.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';

/**
 * What the desk keeps beside the content folder and never in it: half-filled forms, what a clerk saw, the record, where it is served.
 * Readable by its owner alone; `.jiangbang*` is what a version history leaves out.
 */
export interface StateFolder {
  folder: string;
  path(...parts: string[]): string;
  read(...parts: string[]): Promise<string | undefined>;
  write(text: string | Uint8Array, ...parts: string[]): Promise<void>;
  remove(...parts: string[]): Promise<void>;
}

export async function openStateFolder(content: string): Promise<StateFolder> {
  const folder = join(dirname(content), `.jiangbang-desk-${basename(content)}`);
  const path = (...parts: string[]): string => join(folder, ...parts);
  try {
    for (const part of ['', 'drafts', 'seen', 'uploads']) await mkdir(path(part), { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (error) {
    throw new Refusal(
      'desk-folder',
      `办公台要在 ${dirname(content)} 里放自己的文件夹（没填完的表、办理记录），但写不了：${diskReason(error)}。请换一个能写的地方。`,
    );
  }
  await forgetOld(path('seen'), MONTH);
  // What an office handed in and never went on with has private columns.
  await forgetOld(path('uploads'), DAY);
  return {
    folder,
    path,
    read: (...parts) => readFile(path(...parts), 'utf8').catch(() => undefined),
    write: (text, ...parts) => replaceFile(path(...parts), text),
    remove: (...parts) => rm(path(...parts), { recursive: true, force: true }),
  };
}

/** In milliseconds. */
const DAY = 24 * 3600 * 1000;
/** What a clerk saw a month ago is compared with nothing any more. */
const MONTH = 30 * DAY;

async function forgetOld(folder: string, age: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const about = await stat(join(folder, name)).catch(() => undefined);
    if (about && about.mtimeMs < Date.now() - age) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** A name for a file from any text: an address has signs that no file may bear. */
export function fileNameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
