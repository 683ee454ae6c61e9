import type { Finding } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import type { Held } from '#pipeline/content/writing.ts';
import { planRound, type ImportEffects, type ImportRequest, type RoundPlan } from './plan-round.ts';
import { roundFiles, type RoundFiles } from './round-files.ts';

/** A plan that is ready to be put in place. */
export interface PreparedImport {
  planned: RoundPlan;
  files: RoundFiles;
}

/** Reads, plans, and tries the result in memory. Writes nothing. */
export async function prepareImport(request: ImportRequest, effects: ImportEffects): Promise<PreparedImport> {
  const planned = await planRound(request, effects);
  const files = roundFiles(planned);
  if (!hasErrors(planned.findings)) planned.findings.push(...(await triedOut(request, files)));
  return { planned, files };
}

export function hasNothingToWrite({ files }: PreparedImport): boolean {
  return files.write.size === 0 && files.remove.length === 0;
}

/** All or nothing; afterwards the round as every rule sees it. */
export async function applyImport(held: Held, request: ImportRequest, prepared: PreparedImport): Promise<Finding[]> {
  const own = `${roundDirectory(request.round)}/`;
  if (!hasNothingToWrite(prepared)) {
    const { write, remove } = prepared.files;
    const changes = new Map<string, string | Uint8Array | undefined>();
    for (const [path, bytes] of write) changes.set(own + path, bytes);
    for (const path of remove) changes.set(own + path, undefined);
    await changeFiles(held, changes, own);
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
