import { doorAt, type DoorTimes } from '#site/live/door.ts';
import { onClock, reading } from './asked-clock.ts';

// The HTML gives dates and claims nothing about now; this adds whether one may object, at the boundary itself.
const band = document.querySelector<HTMLElement>('[data-door]');
const line = band?.querySelector<HTMLElement>('[data-door-now]');

function show(): void {
  if (!band || !line) return;
  const times = JSON.parse(band.dataset['door'] ?? '[]') as DoorTimes;
  if (times.length === 0) return;
  const { now, sure } = reading();
  const { door, next } = doorAt(times, now);
  // By the device alone nothing is called closed: the dates that stood there stay.
  const known = sure || door === 'open';
  dates ??= line.textContent;
  band.dataset['phase'] = known ? door : '';
  line.textContent = known ? (line.dataset[door] ?? '') : dates;
  clearTimeout(timer);
  if (next !== undefined) timer = setTimeout(show, Math.min(next - now, 3_600_000));
}

let dates: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
onClock(show);
