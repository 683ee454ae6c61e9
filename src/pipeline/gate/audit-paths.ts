import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AllowList } from '#core/privacy/allow-list.ts';
import { inspectText } from '#core/privacy/inspect-text.ts';
import { maskedPath } from '#core/privacy/mask.ts';
import type { Waiver } from '#core/privacy/waiver.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { lookAtFile } from '#pipeline/gate/views/look-at-file.ts';
import { CodeReader, type KnownCodes, lookAtCodes } from '#pipeline/gate/views/picture-code.ts';
import { type AuditFile, type AuditResult, auditTree, CleanTexts, type PrivacyFinding } from './audit.ts';
import { CleanFiles } from './clean-files.ts';

/** Larger files are refused: no page, picture or document of a site comes near. */
const MOST_BYTES = 128 * 1024 * 1024;

export interface AuditPathsOptions {
  waivers?: readonly Waiver[];
  /** Names below a path that are left out. */
  skips?: (name: string) => boolean;
  /** What the codes of pictures say that the caller has drawn itself; all others are read. */
  drawn?: KnownCodes;
  /** Files in which nothing was found before, which are not looked at again. */
  clean?: CleanFiles;
  /** SHA-256 of the files whose bytes were read already in this run, by name: one that is known to be clean is not read again. */
  digests?: ReadonlyMap<string, string>;
}

/** Looks through files and folders on disk, one file in memory at a time. */
export async function auditPaths(
  paths: readonly string[],
  allow: AllowList,
  { waivers = [], skips = () => false, drawn = new Map(), clean, digests }: AuditPathsOptions = {},
): Promise<AuditResult> {
  await requirePaths(paths, allow);
  const codes = new CodeReader(drawn);
  const texts = new CleanTexts();
  const result: AuditResult = { files: 0, findings: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const file of filesBelow(path, skips)) {
      seen.add(file.path);
      const own = waivers.filter((waiver) => waiver.file === file.path);
      result.files += 1;
      if (!file.readable) {
        result.findings.push(unreadable(file));
        continue;
      }
      const digest = digests?.get(file.name);
      if (digest !== undefined && own.length === 0 && clean?.has(CleanFiles.keyOf(file.name, digest))) continue;
      const bytes = await readFile(file.path);
      // A waiver that nothing uses is a finding too, of a file that is clean.
      const key = clean && own.length === 0 ? CleanFiles.key(file.name, bytes) : undefined;
      if (key !== undefined && clean?.has(key)) continue;
      const { findings } = auditTree([await looked(file, bytes, codes)], allow, own, texts);
      if (key !== undefined && findings.length === 0) clean?.add(key);
      result.findings.push(...findings);
    }
  }
  const missed = waivers.filter(({ file }) => !seen.has(file));
  result.findings.push(...auditTree([], allow, missed).findings);
  return result;
}

/** All that are missing at once; a path may be named after a private value. */
async function requirePaths(paths: readonly string[], allow: AllowList): Promise<void> {
  const missing: string[] = [];
  for (const path of paths) {
    if (!(await lstat(path).catch(() => undefined))) missing.push(maskedPath(path, inspectText(path, allow)));
  }
  if (missing.length > 0) throw new Refusal('path-missing', `找不到 ${missing.join('、')}。请核对后重写。`);
}

interface Listed {
  path: string;
  /** Below the path given: what lies above it is not published. */
  name: string;
  readable: boolean;
}

async function* filesBelow(root: string, skips: (name: string) => boolean): AsyncGenerator<Listed> {
  const stats = await lstat(root);
  if (!stats.isDirectory()) {
    yield { path: root, name: basename(root), readable: stats.isFile() && stats.size <= MOST_BYTES };
    return;
  }
  yield* walk(root, '', skips);
}

async function* walk(root: string, below: string, skips: (name: string) => boolean): AsyncGenerator<Listed> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (skips(name)) continue;
    if (entry.isDirectory()) {
      yield* walk(root, name, skips);
      continue;
    }
    // A link leads out of what is being looked at.
    const stats = entry.isFile() ? await lstat(join(root, name)) : undefined;
    yield { path: join(root, name), name, readable: stats !== undefined && stats.size <= MOST_BYTES };
  }
}

/** With what the codes in its pictures say. */
async function looked({ path, name }: Listed, bytes: Uint8Array, codes: CodeReader): Promise<AuditFile> {
  const looker = lookAtFile(name, bytes);
  await lookAtCodes(looker, codes);
  return { path, name, bytes, looker };
}

function unreadable({ path }: Listed): PrivacyFinding {
  return { file: path, kind: 'unreadable', where: '', masked: '' };
}
