import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type Finding, finding, sentence } from '#core/catalogue/finding.ts';
import { photoLabel } from '#core/roster/photo-name.ts';
import type { SourceFile } from '#core/roster/source-file.ts';
import { type Conversion, convertOld } from '#pipeline/intake/convert/office.ts';
import { oldFormat } from '#pipeline/intake/convert/old-format.ts';
import type { Listed } from '#pipeline/intake/envelope/envelope-file.ts';
import { listEnvelope } from '#pipeline/intake/envelope/list-envelope.ts';
import { type Labelled, sortEnvelope, wholeOf } from '#pipeline/intake/envelope/sort-envelope.ts';
import { type Kind, kindOf } from '#pipeline/intake/files/file-kind.ts';
import { FileReader } from '#pipeline/intake/files/read-file.ts';
import type { Done } from '#pipeline/intake/files/read-worker.ts';

export interface Collected {
  files: SourceFile[];
  /** Pictures that lie beside the lists and forms. */
  pictures: Labelled[];
  /** Every other file of the envelope, and what became of it. */
  listed: Listed[];
  findings: Finding[];
  /** SHA-256 and kind of every file read, in order. */
  digests: { sha256: string; format: SourceFile['grid']['format'] }[];
}

/** What was read before of the very same bytes, for whoever reads them again and again. */
export type ReadFiles = Map<string, Done>;

const MOST_BYTES = 20 * 1024 * 1024;

/** Reads the files that were named, and what lies in the folders and ZIPs that were; nothing is opened that was not judged first. */
export async function collect(
  paths: readonly string[],
  step: (text: string) => void,
  known: ReadFiles = new Map<string, Done>(),
): Promise<Collected> {
  const listings = await Promise.all(paths.map(listEnvelope));
  const sorted = await sortEnvelope(listings);
  const { papers, pictures, listed } = sorted;
  const collected: Collected = { files: [], pictures, listed, findings: sorted.findings, digests: [] };
  for (const [index, path] of paths.entries()) {
    const own = listings[index];
    const folder = own && !own.files.some(({ named }) => named) && own.findings.length === 0;
    if (folder && !papers.some((paper) => own.files.some(({ open }) => open === paper.open)))
      collected.findings.push(finding('import-folder-empty', { file: photoLabel(basename(path)) }));
  }
  const opened: (Labelled & Opened)[] = [];
  for (const [index, paper] of papers.entries()) {
    if (papers.length > 1) step(`打开 ${index + 1}/${papers.length}`);
    opened.push({ ...paper, ...(await openPaper(paper)) });
  }
  await convert(opened, step);
  await readAll(opened, collected, step, known);
  return collected;
}

/** A paper on its way: its bytes, what they are, or why they will not do. */
interface Opened {
  ready?: { kind: Kind; bytes: Uint8Array };
  conversion?: Conversion;
  refusal?: Finding;
  sha256?: string;
}

async function openPaper(paper: Labelled): Promise<Opened> {
  const { file, size, name } = paper;
  if (size > MOST_BYTES) {
    const args = { size: Math.ceil(size / 1024 / 1024), limit: MOST_BYTES / 1024 / 1024 };
    return { refusal: finding('import-file-too-large', { file }, args) };
  }
  const bytes = await wholeOf(paper, MOST_BYTES);
  if (!bytes) return { refusal: finding('import-unreadable', { file }) };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kind = kindOf(name, bytes, file);
  if ('kind' in kind) return { sha256, ready: { kind: kind.kind, bytes } };
  if (kind.refusal.code !== 'import-old-format') return { sha256, refusal: kind.refusal };
  const old = oldFormat(bytes);
  if (old === undefined) return { sha256, refusal: kind.refusal };
  if (old === 'protected') return { sha256, refusal: finding('import-protected', { file }, kind.refusal.args) };
  return { sha256, refusal: kind.refusal, conversion: { ...old, bytes } };
}

/** Old formats, all in one go: starting LibreOffice takes longer than using it. */
async function convert(opened: Opened[], step: (text: string) => void): Promise<void> {
  const old = opened.filter(({ conversion }) => conversion);
  if (old.length > 0) step(`转换旧格式 ${old.length} 份`);
  const converted = await convertOld(old.flatMap(({ conversion }) => conversion ?? []));
  for (const [index, one] of old.entries()) {
    const made = converted[index];
    if (made && 'bytes' in made && one.conversion) {
      delete one.refusal;
      one.ready = { kind: one.conversion.to, bytes: made.bytes };
    } else if (made && 'fault' in made && one.refusal) {
      one.refusal = finding(one.refusal.code, one.refusal.where, { ...one.refusal.args, tried: made.fault });
    }
  }
}

async function readAll(
  opened: readonly (Labelled & Opened)[],
  collected: Collected,
  step: (text: string) => void,
  before: ReadFiles,
): Promise<void> {
  const reader = new FileReader();
  const known = new Map<string, string>();
  const list = ({ file, size }: Labelled, fate: Listed['fate'], why: Finding | undefined): void => {
    if (why) collected.findings.push(why);
    collected.listed.push({ file, size, fate, reason: why ? sentence(why) : '' });
  };
  try {
    for (const [index, paper] of opened.entries()) {
      const { file, ready, refusal, sha256 = '', named } = paper;
      if (opened.length > 1) step(`读取 ${index + 1}/${opened.length}`);
      const twin = known.get(sha256);
      if (twin !== undefined) {
        list(paper, 'unused', finding('import-file-twin', { file }, { twin }));
        continue;
      }
      if (!ready) {
        if (refusal) list(paper, 'ask', refusal);
        continue;
      }
      known.set(sha256, file);
      const key = `${ready.kind} ${sha256}`;
      const done = before.get(key) ?? (await reader.read({ kind: ready.kind, file, bytes: ready.bytes }));
      // What could not be read says which file it was.
      if ('grid' in done) before.set(key, done);
      if ('refusal' in done) {
        // Scans lie in every envelope; only where one was meant to be the list is it in the way.
        const scan = done.refusal.code === 'import-scan' && !named;
        list(paper, 'ask', scan ? finding('import-scan-beside', { file }) : done.refusal);
        // One file that nobody can read in time is enough: a folder of them must not take minutes.
        if (done.refusal.code === 'import-too-slow') break;
        continue;
      }
      list(paper, 'read', undefined);
      collected.files.push({ file, grid: done.grid, beside: !named });
      collected.digests.push({ sha256, format: done.grid.format });
    }
  } finally {
    await reader.close();
  }
}
