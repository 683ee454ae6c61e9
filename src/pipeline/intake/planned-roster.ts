import { createHash } from 'node:crypto';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Roster } from '#core/records/roster.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import type { Plan } from '#core/roster/plan.ts';
import type { Collected } from './collect.ts';
import type { ImportRequest } from './import-request.ts';
import type { KnownRound } from './known-round.ts';

const DEFAULT_ORDER = '按汇总表次序排列';

/** Whether any person's file would be written, moved in the list, or taken away. */
export function isChanging({ people, gone, reordered }: Plan): boolean {
  return reordered || gone.length > 0 || people.some(({ state }) => state !== 'unchanged');
}

export function orderOf(
  { orderedBy }: ImportRequest,
  { order }: Sources,
  { folder }: KnownRound,
): { words: string; findings: Finding[] } {
  const words = orderedBy ?? order ?? folder.roster?.data.orderedBy;
  if (words !== undefined) return { words, findings: [] };
  return {
    words: DEFAULT_ORDER,
    findings: [finding('import-order-unstated', { file: 'roster.json' }, { words: DEFAULT_ORDER })],
  };
}

/** The list as it will stand; the very object of before when nothing in it changes, so that the record of its source stays too. */
export function rosterOf(
  plan: Plan,
  orderedBy: string,
  { digests }: Collected,
  { listed }: Sources,
  { folder }: KnownRound,
): Roster | undefined {
  const people = plan.people.map(({ id, record: { candidate } }) => ({
    id,
    name: candidate.name,
    employer: candidate.employer,
  }));
  const before = folder.roster?.data;
  const same = before?.orderedBy === orderedBy && JSON.stringify(before.people) === JSON.stringify(people);
  if (same && !isChanging(plan)) return before;
  const [first, ...more] = digests;
  if (!first || people.length === 0) return before;
  const sha256 = more.length === 0 ? first.sha256 : digestOf(digests.map((one) => one.sha256).join('\n'));
  return { orderedBy, source: { sha256, format: listed && more.length === 0 ? first.format : 'forms' }, people };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
