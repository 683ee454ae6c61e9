/**
 * What a reader's clock says about a publicity window. Runs in the browser: no import but types, instants instead of dates.
 * Reads the same way as `windowPhaseAt` in the core, which a test holds.
 */
export type LiveState =
  | { phase: 'before' }
  /** `ordinal`: counted days begun so far. `today`: today is one of them. `last`: the window ends today. */
  | { phase: 'open'; ordinal: number; today: boolean; last: boolean }
  /** `ordinal`: counted days begun before it. */
  | { phase: 'suspended'; ordinal: number }
  | { phase: 'closed' };

/** Instants in milliseconds. */
export interface LiveWindow {
  opens: number;
  closes: number;
  /** 00:00 in China of each counted day. */
  days: readonly number[];
  /** Suspensions, each from an instant up to another. */
  pauses?: readonly (readonly [since: number, until: number])[];
}

/** Open from the first instant of the opening day to just before the closing instant. */
export function liveState({ opens, closes, days, pauses = [] }: LiveWindow, now: number): LiveState {
  if (now < opens) return { phase: 'before' };
  if (now >= closes) return { phase: 'closed' };
  const begun = days.filter((day) => day <= now);
  if (pauses.some(([since, until]) => since <= now && now < until)) {
    return { phase: 'suspended', ordinal: begun.length };
  }
  return {
    phase: 'open',
    ordinal: begun.length,
    today: now - (begun[begun.length - 1] ?? 0) < DAY,
    last: midnightBefore(closes - 1) === midnightBefore(now),
  };
}

/** The next instant at which the words change: a boundary of the window or midnight in China. */
export function nextChange({ opens, closes, pauses = [] }: LiveWindow, now: number): number | undefined {
  if (now < opens) return opens;
  if (now >= closes) return undefined;
  return Math.min(closes, midnightBefore(now) + DAY, ...pauses.flat().filter((bound) => bound > now));
}

/** `2026-11-25`: the day it is in China. */
export function chinaDay(now: number): string {
  return new Date(now + OFFSET).toISOString().slice(0, 10);
}

const DAY = 86_400_000;
// China knows no summer time, so a day there is always this long.
const OFFSET = 28_800_000;

function midnightBefore(instant: number): number {
  return Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET;
}
