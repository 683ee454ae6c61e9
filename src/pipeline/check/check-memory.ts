import { createHash } from 'node:crypto';
import type { Finding } from '#core/catalogue/finding.ts';
import { EntryMemory } from '#pipeline/content/entry-memory.ts';

/** What a check hands to the next: plain data, to be kept by whoever asks for the check. */
export interface CheckRecord {
  entries: Map<string, object>;
  verdicts: Map<string, Finding[]>;
}

/**
 * What files were read as, and what the rules said of a programme. A verdict is known by all that the rules were given to look at; whoever
 * keeps the memory sees to it that it ends with the program that made it.
 */
export class CheckMemory {
  readonly entries: EntryMemory;
  /** Folder in which the gate remembers clean files. */
  readonly clean: string;
  private readonly known: ReadonlyMap<string, Finding[]>;
  private readonly met = new Map<string, Finding[]>();

  constructor(clean: string, { entries, verdicts }: Partial<CheckRecord> = {}) {
    this.entries = new EntryMemory(entries);
    this.clean = clean;
    this.known = verdicts ?? new Map<string, Finding[]>();
  }

  /** @param given plain data, all that `judge` looks at */
  verdict(given: readonly unknown[], judge: () => Finding[]): Finding[] {
    const key = createHash('sha256').update(JSON.stringify(given)).digest('base64');
    const findings = this.known.get(key) ?? judge();
    this.met.set(key, findings);
    return findings;
  }

  /** What was met in this run. */
  get record(): CheckRecord {
    return { entries: this.entries.met, verdicts: this.met };
  }
}
