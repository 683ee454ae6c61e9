import { callingAt, callingWords, type Hours, type WorkDays } from '#site/live/calling.ts';
import { onClock, reading } from './asked-clock.ts';

// 现在能打电话吗. Without JavaScript the hours stand there alone.
function show(): void {
  const { now, sure } = reading();
  // An unsure clock might send somebody to a locked door; the hours stand there anyway.
  if (!sure) return;
  for (const line of document.querySelectorAll<HTMLElement>('[data-hours]')) {
    const list = line.closest<HTMLElement>('[data-work]');
    if (!list) continue;
    const days: WorkDays = { from: list.dataset['workFrom'] ?? '', kinds: list.dataset['work'] ?? '' };
    const hours = (line.dataset['hours'] ?? '')
      .split(' ')
      .map((span) => span.split('-').map(Number)) as unknown as Hours;
    const { deed = '', unsure = '' } = line.dataset;
    const words = callingWords(callingAt(days, hours, now), { deed, unsure });
    if (line.textContent !== words) line.textContent = words;
  }
}

onClock(show);
setInterval(show, 20_000);
