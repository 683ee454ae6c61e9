import { join } from 'node:path';
import type { Finding } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { planRound, type ImportEffects, type ImportRequest, type RoundPlan } from './plan-round.ts';
import { fingerprintOf, recoverRound, replaceRound } from './replace-round.ts';
import { roundFiles, type RoundFiles } from './round-files.ts';

/** A plan that is ready to be put in place, and the state of the round it was made for. */
export interface PreparedImport {
  planned: RoundPlan;
  files: RoundFiles;
  fingerprint: string;
}

/** Heals what an interrupted import left, reads, plans, and tries the result in memory. Writes nothing new. */
export async function prepareImport(request: ImportRequest, effects: ImportEffects): Promise<PreparedImport> {
  // The folder's name comes from the command line, and is only used once the content has such a round.
  if (/^[a-z0-9-]+\/[a-z0-9-]+$/.test(request.round)) {
    await recoverRound(request.content, join(request.content, roundDirectory(request.round)));
  }
  const planned = await planRound(request, effects);
  const fingerprint = await fingerprintOf(planned.round.directory);
  const files = roundFiles(planned);
  if (!hasErrors(planned.findings)) planned.findings.push(...(await triedOut(request, files)));
  return { planned, files, fingerprint };
}

export function hasNothingToWrite({ files }: PreparedImport): boolean {
  return files.write.size === 0 && files.remove.length === 0;
}

/** All or nothing; afterwards the round as every rule sees it. */
export async function applyImport(request: ImportRequest, prepared: PreparedImport): Promise<Finding[]> {
  const { planned, files, fingerprint } = prepared;
  if (!hasNothingToWrite(prepared)) {
    if ((await fingerprintOf(planned.round.directory)) !== fingerprint) {
      throw new Refusal('content-changed', '这一届的文件在计划以后被改动过，没有写入。请重新运行导入。');
    }
    await replaceRound(request.content, planned.round.directory, files);
  }
  const { findings } = await checkContent(request.content);
  return findingsOfRound(findings, request.round);
}

/** The new files through the reader of the content, before they are files: what it would refuse is refused now. */
async function triedOut({ content, round }: ImportRequest, { write }: RoundFiles): Promise<Finding[]> {
  if (write.size === 0) return [];
  const own = `${roundDirectory(round)}/`;
  const paths = new Set([...write.keys()].map((path) => own + path));
  const tree = ((await readTree(content)) ?? []).filter(({ path }) => !paths.has(path));
  const added = [...write].map(([path, bytes]): TreeFile => {
    const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    return { path: own + path, kind: 'file', size: data.length, ...(typeof bytes === 'string' && { bytes: data }) };
  });
  return parseTree([...tree, ...added]).findings.filter(
    ({ level, where }) => level === 'error' && paths.has(where.file),
  );
}
