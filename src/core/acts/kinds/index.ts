import { correction } from './correction.ts';
import { deferral } from './deferral.ts';
import { extension } from './extension.ts';
import { liftDeferral } from './lift-deferral.ts';
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
  deferral,
  liftDeferral,
  withdrawNotice,
  revoke,
] as const;
