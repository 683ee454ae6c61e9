import type { AskedClock, Reading } from './clock.ts';

// The clock of the page, for the modules of one script behind it (./clock.ts says why it is not imported).
let clock: AskedClock | undefined;

document.dispatchEvent(
  new CustomEvent<(given: AskedClock) => void>('clock', {
    detail: (given) => {
      clock = given;
    },
  }),
);

export function reading(): Reading {
  return clock?.reading() ?? { now: Date.now(), sure: false };
}

export function onClock(show: () => void): void {
  clock?.onClock(show);
}
