// A script of its own in front of those that ask it by an event: a module that two of them imported would become a request.
// What time it is, as far as a page can know it. A device's clock may be days off; the server's `Date` header is not. A sample stands
// still at the instant it names. Where the server says nothing the device is all there is: such a reading is not `sure`, and whoever
// shows a state must not call anything closed by it.
export interface Reading {
  /** Milliseconds. */
  now: number;
  sure: boolean;
}

export interface AskedClock {
  reading: () => Reading;
  onClock: (show: () => void) => void;
}

const stopped = Date.parse(document.documentElement.dataset['clock'] ?? '');
/** How far the server is ahead of the device; unknown until it has answered. */
let ahead: number | undefined;

function reading(): Reading {
  return { now: stopped || Date.now() + (ahead ?? 0), sure: stopped > 0 || ahead !== undefined };
}

/** Calls `show` now, when the server has told the time, and whenever the page is looked at again. */
function onClock(show: () => void): void {
  const again = (): void => {
    show();
    // A frame without an origin may not ask.
    if (!(stopped > 0) && self.origin !== 'null') void ask().then(show);
  };
  again();
  // A device that slept has missed its timers, and its clock may have been set since.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) again();
  });
}

let asked: Promise<void> | undefined;

/** One question for all who ask at once. */
function ask(): Promise<void> {
  return (asked ??= tell().finally(() => {
    asked = undefined;
  }));
}

async function tell(): Promise<void> {
  const before = Date.now();
  const headers = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => answer.headers,
    () => undefined,
  );
  // The device slept, or its clock was set, while the question was on its way.
  if (Math.abs(Date.now() - before) > 20_000) return tell();
  // A cache on the way gives the hour at which it took the page, and how long ago that was.
  const told = Date.parse(headers?.get('date') ?? '') + Number(headers?.get('age') ?? 0) * 1000;
  const difference = told - Date.now();
  // The header knows whole seconds only: a device that agrees to the minute is the better clock.
  ahead = Number.isNaN(told) ? undefined : Math.abs(difference) < 60_000 ? 0 : difference;
}

document.addEventListener('clock', (event) => {
  (event as CustomEvent<(clock: AskedClock) => void>).detail({ reading, onClock });
});
