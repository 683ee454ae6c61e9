import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { formatManifest } from '#core/evidence/manifest.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { sha256, siteFiles } from '#pipeline/release/site-files.ts';
import { operatorPage } from './operator-page.ts';

export interface ArchivePublication {
  file: string;
  digest: string;
  files: number;
  bytes: number;
}

/** Zip counts from 1980 in local time: the earliest moment, told in the machine's own zone, gives the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1);
const LONGEST_NAME = 100;

/**
 * One archive for the operator of somebody else's portal: `site/` to copy, `manifest.sha256` over it, and a page on what to do.
 * The same site gives the same bytes.
 */
export async function publishArchive(site: string, file: string): Promise<ArchivePublication> {
  const files = await siteFiles(site);
  if (!files.has('index.html')) {
    throw new Refusal('site-missing', `${site} 里没有首页 index.html。请先运行 npm run build。没有写出压缩包。`);
  }
  const long = [...files.keys()].filter((path) => path.length > LONGEST_NAME);
  if (long.length > 0) {
    throw new Refusal(
      'name-too-long',
      `这些文件名超过 ${LONGEST_NAME} 个字符，有的门户不收：${long.join('、')}。没有写出压缩包。`,
    );
  }
  const manifest = formatManifest(new Map([...files].map(([path, digest]) => [`site/${path}`, digest])));
  const text = new TextEncoder();
  const entries: Zippable = {
    'READ-ME-FIRST.html': text.encode(operatorPage(files.size, sha256(manifest))),
    'manifest.sha256': text.encode(manifest),
  };
  for (const path of files.keys()) entries[`site/${path}`] = await readFile(join(site, path));
  const bytes = zipSync(entries, { level: 9, mtime: EPOCH });
  await replaceFile(file, bytes);
  return { file, digest: sha256(bytes), files: files.size, bytes: bytes.length };
}

/** The ledger of the archive that this one will replace; none where there is no archive. */
export async function archivedLedger(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (!bytes) return undefined;
  try {
    const found = unzipSync(bytes, { filter: ({ name }) => name === LEDGER })[LEDGER];
    return found && new TextDecoder().decode(found);
  } catch {
    throw new Refusal(
      'archive-damaged',
      `${file} 已经存在，但不是完整的压缩包，里面的账本接不下去。请移走它，或从备份恢复。`,
    );
  }
}

const LEDGER = 'site/evidence/ledger.jsonl';
