import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Plan } from '#core/roster/plan.ts';
import { isPlaceholder } from '#core/text/template-names.ts';
import { withAccepted, withBodies } from './add-bodies.ts';
import type { ImportRequest } from './import-request.ts';
import type { KnownRound } from './known-round.ts';

/** What an import adds to `round.md`: nominating bodies that are new there, and names that a person has vouched for. */
export async function changedRound(
  { content, addBodies, realNames }: Pick<ImportRequest, 'content' | 'addBodies' | 'realNames'>,
  { folder, programme }: KnownRound,
  { people }: Plan,
): Promise<{ file?: string; findings: Finding[] }> {
  const { nominatingBodies, accepted } = folder.round.data;
  const known = new Set(nominatingBodies.map(({ name }) => name));
  const named = [...new Set(people.map(({ record }) => record.candidate.nominatingBody))].filter(
    (name) => !known.has(name),
  );
  const kinds = programme.data.rules.nominatingQuotas?.byKind ?? [];
  const vouched = people.filter(
    ({ id, record: { candidate } }) =>
      isPlaceholder(candidate.name) &&
      (realNames?.has(candidate.name) ?? false) &&
      !accepted.some((one) => one.code === 'placeholder-name-vouched' && one.person === id),
  );
  const where = { file: folder.round.file };
  const findings: Finding[] = [];
  if (named.length > 0 && !addBodies) {
    const kind = kinds.length > 1 ? `=${kinds.map(({ kind: key, name }) => `${key}（${name}）`).join('或')}` : '';
    findings.push(finding('import-bodies-new', where, { names: named.join('、'), kinds: kind.slice(1) }));
  }
  if ((named.length === 0 || !addBodies) && vouched.length === 0) return { findings };
  const before = await readFile(join(content, folder.round.file), 'utf8');
  const [only] = kinds;
  const kind = addBodies?.kind ?? (kinds.length === 1 ? only?.kind : undefined);
  if (addBodies && kinds.length > 1 && !kinds.some((one) => one.kind === kind)) {
    const allowed = kinds.map((one) => `${one.kind}（${one.name}）`).join('、');
    return { findings: [finding('import-bodies-kind', where, { names: named.join('、'), allowed })] };
  }
  const bodies = addBodies ? named.map((name) => ({ name, ...(kind !== undefined && { kind }) })) : [];
  const added = bodies.length === 0 ? before : withBodies(before, bodies);
  if (added === undefined) return { findings: [finding('import-bodies-by-hand', where, { names: named.join('、') })] };
  const file = withAccepted(
    added,
    vouched.map(({ id }) => ({
      code: 'placeholder-name-vouched',
      person: id,
      reason: '导入时由经办人确认，确是本人姓名',
      by: '名单经办人',
    })),
  );
  return { file, findings };
}
