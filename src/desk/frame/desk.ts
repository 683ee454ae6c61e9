import type { Instant } from '#core/calendar/plain-date.ts';
import { checkContent, type CheckedContent } from '#pipeline/check/check-content.ts';
import { stampsOf } from '#pipeline/content/stamps.ts';
import type { Jobs } from './jobs.ts';
import type { DeskRecord } from './record.ts';
import type { StateFolder } from './state-folder.ts';

/** What every screen works on. */
export interface Desk {
  /** The content folder, absolute. */
  content: string;
  /** Whether `content` is what the commands take when nothing is said. */
  usualContent: boolean;
  clock: () => Instant;
  state: StateFolder;
  record: DeskRecord;
  jobs: Jobs;
  /** The content as it is now, read and judged; the same value as long as no file has changed. */
  checked: () => Promise<CheckedContent>;
}

/** Reads anew when a file was written, by whomever. */
export function rememberedCheck(content: string): () => Promise<CheckedContent> {
  let known: { stamps: string; checked: Promise<CheckedContent> } | undefined;
  return async () => {
    const stamps = JSON.stringify([...(await stampsOf(content))]);
    if (known?.stamps === stamps) return known.checked;
    const checked = checkContent(content);
    known = { stamps, checked };
    // What could not be read is tried again.
    checked.catch(() => (known = undefined));
    return checked;
  };
}
