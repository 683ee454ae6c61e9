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
  /** Anything else that follows from the content alone, by a name of its own. */
  remembered: Remember;
}

type Remember = <T>(name: string, make: () => Promise<T>) => Promise<T>;

/** Makes a value anew when a file was written, by whomever. */
export function rememberedOf(content: string): Remember {
  const known = new Map<string, { stamps: string; value: Promise<unknown> }>();
  return async <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const stamps = JSON.stringify([...(await stampsOf(content))]);
    const before = known.get(name);
    if (before?.stamps === stamps) return before.value as Promise<T>;
    const value = make();
    known.set(name, { stamps, value });
    // What could not be read is tried again.
    value.catch(() => known.delete(name));
    return value;
  };
}

export function checkedOf(content: string, remembered: Remember): Desk['checked'] {
  return () => remembered('check', () => checkContent(content));
}
