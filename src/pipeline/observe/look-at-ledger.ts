import type { EvidenceTexts } from '#core/evidence/judge.ts';
import { ALARMS, type SeenHead, type Sighting, watchLedger } from '#core/evidence/watch.ts';

/** What a visit saw of a site's ledger, as it stands in the record. */
export interface LedgerSight extends Omit<Sighting, 'change'> {
  /** Root of the site, where `evidence/` lies. */
  site: string;
  change: Sighting['change'] | 'unanswered';
  /** In an alarm: the head that was seen last in order. It stays the measure until the ledger fits it again. */
  before?: SeenHead;
}

const LIMIT = 15_000;
/** In order: the checkpoint goes up last, so that it is asked for first and the ledger can only be ahead of it for a moment. */
const NAMES = ['checkpoint', 'ledger.jsonl', 'key'] as const;

/**
 * Looks at the ledger of the site a page belongs to. Never throws: no answer is a record as well.
 * @param last what an earlier visit saw of it
 */
export async function lookAtLedger(address: string, last: LedgerSight | undefined): Promise<LedgerSight> {
  const roots = last ? [last.site] : rootsOf(address);
  try {
    for (const site of roots) {
      const sight = await lookAt(site, lastGood(last));
      if (sight.change !== 'absent' || last) return sight;
    }
    return { site: roots.at(-1) ?? address, change: 'absent', faults: [] };
  } catch {
    const before = lastGood(last);
    return { site: roots[0] ?? address, change: 'unanswered', faults: [], ...(before && { before }) };
  }
}

export function isAlarm({ change }: LedgerSight): boolean {
  return ALARMS.some((one) => one === change);
}

async function lookAt(site: string, good: SeenHead | undefined): Promise<LedgerSight> {
  let sight: Sighting = watchLedger(good, await evidenceOf(site));
  // A publication may have been under way between two files.
  if (ALARMS.includes(sight.change)) sight = watchLedger(good, await evidenceOf(site));
  const isAmiss = ALARMS.includes(sight.change);
  return { site, ...sight, ...(isAmiss && good && { before: good }) };
}

async function evidenceOf(site: string): Promise<EvidenceTexts> {
  const evidence: EvidenceTexts = {};
  for (const name of NAMES) {
    const answer = await fetch(new URL(`evidence/${name}`, site), {
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(LIMIT),
    });
    if (answer.ok) evidence[name] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    else if (answer.status !== 404 && answer.status !== 410) throw new Error(String(answer.status));
  }
  return evidence;
}

/** The head that the next one is measured by. */
function lastGood(last: LedgerSight | undefined): SeenHead | undefined {
  return last && (last.before ?? last.head);
}

/** The folders above a page, the nearest first. */
function rootsOf(address: string): string[] {
  const roots: string[] = [];
  for (let at = new URL('./', address); ; at = new URL('../', at)) {
    if (roots.at(-1) === at.href) return roots;
    roots.push(at.href);
  }
}
