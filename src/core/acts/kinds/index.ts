import { correction } from './correction.ts';
import { extension } from './extension.ts';
import { rePublicity } from './re-publicity.ts';
import { resumption } from './resumption.ts';
import { revoke } from './revoke.ts';
import { suspension } from './suspension.ts';
import { withdrawCandidate } from './withdraw-candidate.ts';
import { withdrawNotice } from './withdraw-notice.ts';

/** What may happen to a notice after it is public, and to a decision after it is made: one file each. */
export const KINDS = [
  correction,
  extension,
  suspension,
  resumption,
  rePublicity,
  withdrawCandidate,
  withdrawNotice,
  revoke,
] as const;
