import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isLitterName, isTrickyName, photoLabel } from '#core/roster/photo-name.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { MAX_PHOTO_BYTES, type PhotoFault, tooLarge } from './photo-encode.ts';

/** More files than any round has people: somebody named the wrong folder. */
const MOST_FILES = 2000;

/** The names of the files that lie in the office's folder; nothing is opened yet, no link followed, no subfolder entered. */
export async function listPhotos(folder: string): Promise<{ files: string[]; findings: Finding[] }> {
  if (!(await lstat(folder).catch(() => undefined))?.isDirectory()) {
    throw new Refusal('photo-folder-missing', '找不到照片文件夹，或者它是快捷方式。请核对 --photos 后面写的路径。');
  }
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !isLitterName(name));
  if (entries.length > MOST_FILES) {
    throw new Refusal(
      'photo-too-many-files',
      `照片文件夹里有 ${entries.length} 个文件，超过上限 ${MOST_FILES} 个，没有读取。请只放本届人选的照片。`,
    );
  }
  const named = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    files: named.filter((entry) => entry.isFile()).map(({ name }) => name),
    findings: named
      .filter((entry) => !entry.isFile())
      .map((entry) => {
        const code = entry.isDirectory()
          ? 'photo-subfolder'
          : entry.isSymbolicLink()
            ? 'photo-link'
            : 'photo-not-a-picture';
        return finding(code, { file: photoLabel(entry.name) });
      }),
  };
}

/** One file's bytes. A link put in its place after the listing is refused as well. */
export async function readPhoto(folder: string, file: string): Promise<Uint8Array | PhotoFault> {
  if (isTrickyName(file)) return { code: 'photo-name-refused', args: {} };
  const path = join(folder, file);
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (handle instanceof Error) return { code: handle.code === 'ELOOP' ? 'photo-link' : 'photo-unreadable', args: {} };
  try {
    const about = await handle.stat();
    if (!about.isFile()) return { code: 'photo-link', args: {} };
    if (about.size > MAX_PHOTO_BYTES) return tooLarge(about.size);
    return await handle.readFile();
  } catch {
    return { code: 'photo-unreadable', args: {} };
  } finally {
    await handle.close();
  }
}
