import { now } from './now.ts';
import { doorAt, type DoorTimes } from '#site/door.ts';

// The HTML gives dates and claims nothing about now; this adds whether one may object, at the boundary itself.
const band = document.querySelector<HTMLElement>('[data-door]');
const line = band?.querySelector<HTMLElement>('[data-door-now]');

function show(): void {
  if (!band || !line) return;
  const times = JSON.parse(band.dataset['door'] ?? '[]') as DoorTimes;
  if (times.length === 0) return;
  const { door, next } = doorAt(times, now());
  band.dataset['phase'] = door;
  line.textContent = line.dataset[door] ?? '';
  if (next !== undefined) setTimeout(show, Math.min(next - now(), 3_600_000));
}

show();
// A device that slept has missed its timers.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) show();
});
