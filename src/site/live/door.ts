/** Whether objections are taken, by the reader's clock. Runs in the browser: instants in milliseconds, no import. */
export type Door = 'before' | 'open' | 'suspended' | 'closed';

/** From each instant on, in order; before the first it is `before`. */
export type DoorTimes = readonly (readonly [from: number, door: Door])[];

export function doorAt(times: DoorTimes, now: number): { door: Door; next: number | undefined } {
  const begun = times.filter(([from]) => from <= now);
  return { door: begun[begun.length - 1]?.[1] ?? 'before', next: times[begun.length]?.[0] };
}
