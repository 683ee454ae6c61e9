import type { Finding } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import type { Held } from '#pipeline/content/writing.ts';
import type { ImportRequest } from './import-request.ts';
import { type ImportEffects, planRound } from './plan-round.ts';
import { type RoundFiles, roundFiles } from './round-files.ts';
import type { RoundPlan } from './round-plan.ts';
import { type Coming, triedOut } from './tried-out.ts';

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
  const { content, round } = request;
  const later = planned.photos.waiting.map((id) => `${roundDirectory(round)}/photos/${id}.jpg`);
  const tried = hasErrors(planned.findings)
    ? { refused: [], judged: [] }
    : await triedOut(content, round, changesOf(request, files), later);
  planned.findings.push(...tried.refused);
  return { planned, files, judged: tried.judged };
}

export function hasNothingToWrite({ files }: PreparedImport): boolean {
  return files.write.size === 0 && files.remove.length === 0 && files.beside.size === 0;
}

/** All or nothing; afterwards the round as every rule sees it. */
export async function applyImport(held: Held, request: ImportRequest, prepared: PreparedImport): Promise<Finding[]> {
  const own = `${roundDirectory(request.round)}/`;
  if (!hasNothingToWrite(prepared)) await changeFiles(held, changesOf(request, prepared.files), own);
  const { findings } = await checkContent(request.content);
  return findingsOfRound(findings, request.round);
}

function changesOf({ round }: Pick<ImportRequest, 'round'>, { write, remove, beside }: RoundFiles): Coming {
  const own = `${roundDirectory(round)}/`;
  return new Map<string, string | Uint8Array | undefined>([
    ...beside,
    ...[...write].map(([path, bytes]) => [own + path, bytes] as const),
    ...remove.map((path) => [own + path, undefined] as const),
  ]);
}
