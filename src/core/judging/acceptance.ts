import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Acceptance } from '#core/records/acceptance.ts';
import { type Entry, placeOf } from '#core/records/content.ts';

/** Leaves out the warnings a person accepted with a reason; an acceptance that meets no warning, or an error, is a finding itself. */
export function applyAcceptances(owner: Entry<{ accepted: Acceptance[] }>, findings: readonly Finding[]): Finding[] {
  const { accepted } = owner.data;
  const used = new Set<Acceptance>();
  const standing = findings.filter((one) => {
    const acceptance =
      one.level === 'warning' && !one.code.startsWith('review-')
        ? accepted.find((entry) => covers(entry, one))
        : undefined;
    if (acceptance) used.add(acceptance);
    return acceptance === undefined;
  });
  const unused = accepted.flatMap((entry, index) => {
    if (used.has(entry)) return [];
    const ofError = standing.some((one) => covers(entry, one));
    const code = ofError ? 'acceptance-of-error' : 'acceptance-not-needed';
    return [finding(code, placeOf(owner, `accepted.${index}`), { code: entry.code })];
  });
  return [...standing, ...unused];
}

function covers(entry: Acceptance, { code, where }: Finding): boolean {
  if (entry.code !== code) return false;
  // A person's finding stands in the person's own file, named by the id.
  return entry.person === undefined || where.file.endsWith(`/candidates/${entry.person}.md`);
}
