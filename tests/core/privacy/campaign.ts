import { auditTree } from '#pipeline/gate/audit.ts';
import { AllowList } from '#core/privacy/allow-list.ts';
import { Chance } from './chance.ts';
import { clean } from './clean-snippets.ts';
import { leak, type Sample } from './leaks.ts';

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
  const result: CampaignResult = {
    leaks: { tried: 0, wrong: 0 },
    clean: { tried: 0, wrong: 0 },
    byKind: new Map(),
    byCarrier: new Map(),
    misses: [],
    alarms: [],
  };
  const chance = new Chance(seed);
  for (let index = 0; index < leaks; index += 1) {
    const sample = leak(chance);
    const missed = kindsIn(sample, nothing).length === 0;
    count(result.leaks, missed);
    count(tally(result.byKind, sample.kind ?? ''), missed);
    count(tally(result.byCarrier, sample.made.split(' · ').at(-1) ?? ''), missed);
    if (missed) result.misses.push(sample.made);
  }
  const other = new Chance(seed + 1);
  for (let index = 0; index < snippets; index += 1) {
    const sample = clean(other);
    const kinds = kindsIn(sample, nothing);
    count(result.clean, kinds.length > 0);
    if (kinds.length > 0) result.alarms.push(`${kinds.join(', ')}: ${sample.made}`);
  }
  return result;
}

function kindsIn({ name, text }: Sample, allow: AllowList): string[] {
  return auditTree([{ path: name, bytes: Buffer.from(text) }], allow).findings.map(({ kind }) => kind);
}

function tally(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key) ?? { tried: 0, wrong: 0 };
  tallies.set(key, known);
  return known;
}

function count(tallied: Tally, wrong: boolean): void {
  tallied.tried += 1;
  if (wrong) tallied.wrong += 1;
}
