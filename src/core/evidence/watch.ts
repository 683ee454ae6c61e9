import { fromHex, hex } from './bytes.ts';
import type { FaultCode } from './fault.ts';
import { type EvidenceTexts, judgeHistory } from './judge.ts';
import { ledgerRoot } from './ledger.ts';

/** A ledger as somebody saw it: so many entries under this root, and the checkpoint that was served with it. */
export interface SeenHead {
  size: number;
  /** Hexadecimal. */
  root: string;
  /** The signed note: whoever signed two that do not fit has no way out of it. */
  checkpoint: string;
}

/** What one visit found. */
export interface Sighting {
  /** `first`, `same` and `grew` are in order; with `forked` and `shrunk` two heads stand against each other. */
  change: 'first' | 'same' | 'grew' | 'forked' | 'shrunk' | 'gone' | 'broken' | 'absent';
  /** What is served now; absent where nothing can be read. */
  head?: SeenHead;
  /** What shows that it was changed. */
  faults: FaultCode[];
}

/** Changes that nobody with a clean history makes. */
export const ALARMS: readonly Sighting['change'][] = ['forked', 'shrunk', 'gone', 'broken'];

/** Whether the ledger only grew from the head that was seen last, whose keys are then known from before. */
export function watchLedger(last: SeenHead | undefined, evidence: EvidenceTexts): Sighting {
  if (evidence['ledger.jsonl'] === undefined && evidence.checkpoint === undefined) {
    return { change: last ? 'gone' : 'absent', faults: [] };
  }
  const pinned = last && { size: last.size, root: fromHex(last.root) };
  const { ledger, faults: found } = judgeHistory(evidence, { pinned });
  const faults = found.filter(({ isTampering }) => isTampering).map(({ code }) => code);
  if (!ledger) return { change: last && faults.length === 0 ? 'gone' : 'broken', faults };
  const head: SeenHead = {
    size: ledger.lines.length,
    root: hex(ledgerRoot(ledger.lines)),
    checkpoint: evidence.checkpoint ?? '',
  };
  if (faults.includes('pin-differs')) return { change: 'forked', head, faults };
  if (faults.includes('pin-ahead')) return { change: 'shrunk', head, faults };
  if (faults.length > 0) return { change: 'broken', head, faults };
  return { change: last === undefined ? 'first' : last.size === head.size ? 'same' : 'grew', head, faults };
}
