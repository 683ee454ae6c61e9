import type { Finding } from '#core/catalogue/finding.ts';
import type { Content } from '#core/records/content.ts';
import { changedTree } from '#pipeline/content/change-files.ts';
import type { TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { judge, withoutLost } from './check-content.ts';
import { sealFindings } from './seal.ts';

export interface Trial {
  /** What the content would be. */
  after: Content | undefined;
  /** Findings that the changes bring; those that were there before are not theirs, and that nobody has reviewed them yet goes without saying. */
  fresh: Finding[];
}

/** Judges changes by every rule before they are written. */
export async function tryChanges(
  directory: string,
  tree: readonly TreeFile[],
  changes: ReadonlyMap<string, string | undefined>,
): Promise<Trial> {
  const before = new Set((await judged(directory, tree)).findings.map(keyOf));
  const { content, findings } = await judged(directory, changedTree(tree, changes));
  return {
    after: content,
    fresh: findings.filter((one) => !before.has(keyOf(one)) && !one.code.startsWith('review-missing')),
  };
}

async function judged(
  directory: string,
  tree: readonly TreeFile[],
): Promise<{ content: Content | undefined; findings: Finding[] }> {
  const read = parseTree(tree);
  const { readable, findings } = read;
  if (!readable) return { content: undefined, findings };
  const sealed = await sealFindings(directory, readable);
  return { content: readable, findings: [...findings, ...withoutLost(judge(readable, read), findings), ...sealed] };
}

/** Lines move with every edit and say nothing about what is wrong. */
function keyOf({ code, where, args }: Finding): string {
  return JSON.stringify([code, where.file, where.field, where.person, args]);
}
