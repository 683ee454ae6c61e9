import { EVIDENCE_NAMES, type EvidenceTexts } from '#core/evidence/judge.ts';
import { mayBeLitter, withoutAddedReturns } from '#pipeline/release/host-habits.ts';
import { sha256 } from '#pipeline/release/site-files.ts';

/** A release as somebody holds it: its evidence, and the digests of all its other files. */
export interface Copy {
  evidence: EvidenceTexts;
  /** Path → SHA-256. */
  files: Map<string, string>;
  /** Files that did not come for another reason than that they are not there. */
  unreached: string[];
  /** Path → SHA-256 without the carriage returns that a transfer may have added, of files that have such. */
  restored: Map<string, string>;
  /** Files that may be a host's own, with their bytes. */
  extras: Map<string, Uint8Array>;
  /** What the server does that was seen on the way, each thing once. */
  habits: string[];
  text: (path: string) => Promise<string | undefined>;
}

export type Taken = Pick<Copy, 'evidence' | 'files' | 'restored' | 'extras'>;

/** A copy of which nothing is known yet. */
export function nothing(): Taken {
  return { evidence: {}, files: new Map(), restored: new Map(), extras: new Map() };
}

/** A byte order mark is a change like any other and must not fall away. */
export const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What stands in `evidence/` and is none of it is a file like any other. */
export function take(path: string, bytes: Uint8Array, { evidence, files, restored, extras }: Taken): void {
  const name = EVIDENCE_NAMES.find((one) => `evidence/${one}` === path);
  if (name) {
    evidence[name] = decoder.decode(bytes);
    return;
  }
  files.set(path, sha256(bytes));
  const plain = withoutAddedReturns(bytes);
  if (plain) restored.set(path, sha256(plain));
  if (mayBeLitter(path)) extras.set(path, bytes);
}
