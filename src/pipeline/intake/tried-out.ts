import type { Finding } from '#core/catalogue/finding.ts';
import { judge } from '#pipeline/check/check-content.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';

/** Path below the content folder → what it will hold; `undefined` where the file goes. */
export type Coming = ReadonlyMap<string, string | Uint8Array | undefined>;

/**
 * The content as it would be after writing, through its reader and every rule: what the reader would refuse of the new files is refused
 * now, what the rules say of the round is known before anything is written.
 * @param later photos that are still on their way and count as there
 */
export async function triedOut(
  content: string,
  round: string,
  coming: Coming,
  later: readonly string[] = [],
): Promise<{ refused: Finding[]; judged: Finding[] }> {
  const tree = ((await readTree(content)) ?? []).filter(({ path }) => !coming.has(path));
  const added = [...coming].flatMap(([path, bytes]): TreeFile[] => {
    if (bytes === undefined) return [];
    const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    return [{ path, kind: 'file', size: data.length, ...(typeof bytes === 'string' && { bytes: data }) }];
  });
  const onTheWay = later.map((path): TreeFile => ({ path, kind: 'file', size: 0 }));
  const read = parseTree([...tree, ...added, ...onTheWay]);
  const { readable, findings } = read;
  const refused = findings.filter(({ level, where }) => level === 'error' && coming.has(where.file));
  const rules = readable && refused.length === 0 ? judge(readable, read) : [];
  return { refused, judged: findingsOfRound([...findings, ...rules], round).filter((one) => !refused.includes(one)) };
}
