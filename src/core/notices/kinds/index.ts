import { candidates } from './candidates.ts';
import { rePublicity } from './re-publicity.ts';
import { shortlist } from './shortlist.ts';
import { supplementary } from './supplementary.ts';

/** The notices that a round can be a sequence of: one file each. */
export const NOTICE_KIND_TABLE = [shortlist, candidates, supplementary, rePublicity] as const;
