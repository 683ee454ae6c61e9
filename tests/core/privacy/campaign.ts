import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { Chance } from './chance.ts';
import { clean } from './clean-snippets.ts';
import { leak } from './leaks.ts';

export interface Tally {
  tried: number;
  /** Leaks missed, or clean snippets stopped. */
  wrong: number;
}

export interface CampaignResult {
  leaks: Tally;
  clean: Tally;
  byKind: Map<string, Tally>;
  byCarrier: Map<string, Tally>;
  /** How the wrong ones were made, never the values. */
  misses: string[];
  alarms: string[];
}

/** Leaks from `seed` on, clean snippets from `seed + 1` on: the same numbers give the same run. */
export function campaign(leaks: number, snippets: number, seed: number): CampaignResult {
  const nothing = new AllowList();
  const result = emptyResult();
  const chance = new Chance(seed);
  for (let index = 0; index < leaks; index += 1) {
    const sample = leak(chance);
    const missed = kindsOf(sample.name, sample.text, nothing).length === 0;
    count(result.leaks, missed);
    count(tally(result.byKind, sample.kind ?? ''), missed);
    count(tally(result.byCarrier, sample.made.split(' · ').at(-1) ?? ''), missed);
    if (missed) result.misses.push(sample.made);
  }
  const other = new Chance(seed + 1);
  for (let index = 0; index < snippets; index += 1) {
    const sample = clean(other);
    const kinds = kindsOf(sample.name, sample.text, nothing);
    count(result.clean, kinds.length > 0);
    if (kinds.length > 0) result.alarms.push(`${kinds.join(', ')}: ${sample.made}`);
  }
  return result;
}

export function emptyResult(): CampaignResult {
  return {
    leaks: { tried: 0, wrong: 0 },
    clean: { tried: 0, wrong: 0 },
    byKind: new Map(),
    byCarrier: new Map(),
    misses: [],
    alarms: [],
  };
}

/** What the audit finds in a file. */
export function kindsOf(path: string, contents: string | Uint8Array, allow: AllowList): string[] {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  return auditTree([{ path, bytes }], allow).findings.map(({ kind }) => kind);
}

export function tally(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key) ?? { tried: 0, wrong: 0 };
  tallies.set(key, known);
  return known;
}

export function count(tallied: Tally, wrong: boolean): void {
  tallied.tried += 1;
  if (wrong) tallied.wrong += 1;
}

/** What the project owes: at least 99.5 % found of each kind, at most 0.2 % false alarms. */
export function isGood({ leaks, clean, byKind }: CampaignResult): boolean {
  const found = [leaks, ...byKind.values()].every(({ tried, wrong }) => wrong <= 0.005 * tried);
  return found && clean.wrong <= 0.002 * clean.tried;
}
