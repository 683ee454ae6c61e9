import type { Finding } from '#core/catalogue/finding.ts';
import { checkContent, judge } from '#pipeline/check/check-content.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import type { Held } from '#pipeline/content/writing.ts';
import type { ImportRequest } from './import-request.ts';
import { type ImportEffects, planRound } from './plan-round.ts';
import { type RoundFiles, roundFiles } from './round-files.ts';
import type { RoundPlan } from './round-plan.ts';

/** A plan that is ready to be put in place. */
export interface PreparedImport {
  planned: RoundPlan;
  files: RoundFiles;
  /** What every rule will say of the round once this is written; empty while errors stand in the way. */
  judged: Finding[];
}

/** Reads, plans, and tries the result in memory. Writes nothing. */
export async function prepareImport(request: ImportRequest, effects: ImportEffects): Promise<PreparedImport> {
  const planned = await planRound(request, effects);
  const files = roundFiles(planned);
  const tried = hasErrors(planned.findings) ? { refused: [], judged: [] } : await triedOut(request, files);
  planned.findings.push(...tried.refused);
  return { planned, files, judged: tried.judged };
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

/**
 * The content as it would be after writing, through its reader and every rule: what the reader would refuse of the new files is refused
 * now, what the rules say of the round is known before anything is written.
 */
async function triedOut(
  { content, round }: ImportRequest,
  { write, remove }: RoundFiles,
): Promise<{ refused: Finding[]; judged: Finding[] }> {
  const own = `${roundDirectory(round)}/`;
  const paths = new Set([...write.keys(), ...remove].map((path) => own + path));
  const tree = ((await readTree(content)) ?? []).filter(({ path }) => !paths.has(path));
  const added = [...write].map(([path, bytes]): TreeFile => {
    const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    return { path: own + path, kind: 'file', size: data.length, ...(typeof bytes === 'string' && { bytes: data }) };
  });
  const read = parseTree([...tree, ...added]);
  const { readable, findings } = read;
  const refused = findings.filter(({ level, where }) => level === 'error' && paths.has(where.file));
  const rules = readable && refused.length === 0 ? judge(readable, read) : [];
  return { refused, judged: findingsOfRound([...findings, ...rules], round).filter((one) => !refused.includes(one)) };
}
