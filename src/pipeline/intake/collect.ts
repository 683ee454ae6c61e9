import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finding, type Finding } from '#core/catalogue/finding.ts';
import { isLitterName, photoLabel } from '#core/roster/photo-name.ts';
import type { SourceFile } from '#core/roster/sources.ts';
import { isRosterName, kindOf } from '#pipeline/intake/files/file-kind.ts';
import { FileReader } from '#pipeline/intake/files/read-file.ts';

export interface Collected {
  files: SourceFile[];
  findings: Finding[];
  /** SHA-256 and kind of every file read, in order. */
  digests: { sha256: string; format: SourceFile['grid']['format'] }[];
}

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 200;

/** Reads the files that were named, and what lies in the folders that were; nothing is opened that was not judged first. */
export async function collect(paths: readonly string[], step: (text: string) => void): Promise<Collected> {
  const collected: Collected = { files: [], findings: [], digests: [] };
  const listed = await Promise.all(paths.map(list));
  collected.findings.push(...listed.flatMap(({ findings }) => findings));
  const files = listed.flatMap((one) => one.files);
  const reader = new FileReader();
  try {
    for (const [index, path] of files.entries()) {
      if (files.length > 1) step(`读取 ${index + 1}/${files.length}`);
      const read = await readOne(path, reader);
      if ('refusal' in read) collected.findings.push(read.refusal);
      else {
        collected.files.push({ file: read.file, grid: read.grid });
        collected.digests.push({ sha256: read.sha256, format: read.grid.format });
      }
      // One file that nobody can read in time is enough: a folder of them must not take minutes.
      if ('refusal' in read && read.refusal.code === 'import-too-slow') break;
    }
  } finally {
    await reader.close();
  }
  return collected;
}

async function list(path: string): Promise<{ files: string[]; findings: Finding[] }> {
  const file = photoLabel(basename(path));
  const about = await stat(path).catch(() => undefined);
  if (!about) return { files: [], findings: [finding('import-file-missing', { file })] };
  if (!about.isDirectory()) return { files: [path], findings: [] };
  const names = (await readdir(path)).filter((name) => !isLitterName(name)).sort(inNumberedOrder);
  if (names.length > MOST_FILES) {
    return {
      files: [],
      findings: [finding('import-folder-too-full', { file }, { count: names.length, limit: MOST_FILES })],
    };
  }
  const files = names.filter(isRosterName).map((name) => join(path, name));
  const aside = names
    .filter((name) => !isRosterName(name))
    .map((name) => finding('import-file-aside', { file: photoLabel(name) }));
  return { files, findings: files.length > 0 ? aside : [finding('import-folder-empty', { file })] };
}

/** 2_ before 10_, whatever the machine's language. */
function inNumberedOrder(a: string, b: string): number {
  return new Intl.Collator('en', { numeric: true }).compare(a, b) || (a < b ? -1 : 1);
}

type Read = { refusal: Finding } | (SourceFile & { sha256: string });

async function readOne(path: string, reader: FileReader): Promise<Read> {
  const file = photoLabel(basename(path));
  const about = await lstat(path).catch(() => undefined);
  const resolved = about?.isSymbolicLink() ? undefined : about;
  if (!resolved) return { refusal: finding(about ? 'import-link' : 'import-file-missing', { file }) };
  if (!resolved.isFile()) return { refusal: finding('import-unknown-kind', { file }) };
  if (resolved.size > MOST_BYTES) {
    const size = Math.ceil(resolved.size / 1024 / 1024);
    return { refusal: finding('import-file-too-large', { file }, { size, limit: MOST_BYTES / 1024 / 1024 }) };
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return { refusal: finding('import-unreadable', { file }) };
  const kind = kindOf(basename(path), bytes, file);
  if ('refusal' in kind) return kind;
  const done = await reader.read({ kind: kind.kind, file, bytes });
  if ('refusal' in done) return done;
  return { file, grid: done.grid, sha256: createHash('sha256').update(bytes).digest('hex') };
}
