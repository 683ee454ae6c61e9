import type { SeenHead } from '#core/evidence/watch.ts';
import { isAlarm, type LedgerSight } from './look-at-ledger.ts';
import type { Line } from './record.ts';

export interface LedgerAlarm {
  from: string;
  to: string;
  visits: number;
  sight: LedgerSight;
}

/** What became of one site's ledger over all visits. */
export interface LedgerVerdict {
  site: string;
  visits: number;
  /** Visits on which the ledger did not answer. */
  unanswered: number;
  /** Each head that was seen in order, and when first. */
  heads: { at: string; head: SeenHead }[];
  alarms: LedgerAlarm[];
}

/** One for each site that was ever seen to have a ledger; a site without one is not spoken of. */
export function ledgerVerdicts(lines: readonly Line[]): LedgerVerdict[] {
  const found = new Map<string, LedgerVerdict>();
  for (const { at, ledger: sight } of lines) {
    if (!sight || sight.change === 'absent') continue;
    const verdict = found.get(sight.site) ?? { site: sight.site, visits: 0, unanswered: 0, heads: [], alarms: [] };
    found.set(sight.site, verdict);
    verdict.visits += 1;
    if (sight.change === 'unanswered') verdict.unanswered += 1;
    else if (isAlarm(sight)) addAlarm(verdict.alarms, at, sight);
    else if (sight.head && verdict.heads.at(-1)?.head.root !== sight.head.root) {
      verdict.heads.push({ at, head: sight.head });
    }
  }
  return [...found.values()];
}

function addAlarm(alarms: LedgerAlarm[], at: string, sight: LedgerSight): void {
  const last = alarms.at(-1);
  if (last?.sight.change === sight.change && last.sight.head?.root === sight.head?.root) {
    last.to = at;
    last.visits += 1;
  } else alarms.push({ from: at, to: at, visits: 1, sight });
}

export function ledgerConclusion({ visits, unanswered, heads, alarms }: LedgerVerdict): string {
  const silent = unanswered > 0 ? `另有 ${unanswered} 次没有取到。` : '';
  const [first, last] = [heads[0]?.head, heads.at(-1)?.head];
  if (alarms.length > 0)
    return `账本有警报 ${alarms.length} 起：${alarms.map(({ sight }) => ledgerSentence(sight)).join('')}${silent}`;
  if (!first || !last) return '账本一次也没有取到。';
  const grew = last.size > first.size ? `从 ${first.size} 条增加到 ${last.size} 条` : `一直是 ${first.size} 条`;
  return `看了 ${visits - unanswered} 次，账本只增不改，${grew}。${silent}`;
}

/** What one visit saw, in a sentence. */
export function ledgerSentence({ site, change, head, before, faults }: LedgerSight): string {
  const [now, then] = [head?.size ?? 0, before?.size ?? 0];
  switch (change) {
    case 'first':
      return `${site} 的账本有 ${now} 条。`;
    case 'same':
    case 'grew':
      return `${site} 的账本有 ${now} 条，与以前看到的相接。`;
    case 'forked':
      return `${site} 的账本分叉：前 ${then} 条与以前看到的不同，历史被改写过。[ledger-forked]`;
    case 'shrunk':
      return `${site} 的账本变短：以前看到 ${then} 条，现在只有 ${now} 条，是旧的一版又被放了出来，或者记录被删掉了。[ledger-shrunk]`;
    case 'gone':
      return `${site} 的账本不见了：以前看到 ${then} 条。[ledger-gone]`;
    case 'broken':
      return `${site} 的账本、检查点或公钥对不上（${faults.join('、')}）。[ledger-broken]`;
    case 'unanswered':
      return `${site} 的账本没有取到。`;
    case 'absent':
      return `${site} 没有账本。`;
  }
}
