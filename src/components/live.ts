import { chinaDay, liveState, nextChange, type LiveWindow } from '#site/live-state.ts';
import { liveWords } from '#site/live-words.ts';

// The HTML gives dates and claims nothing about now; this adds the state, by China's time whatever the device's zone.
const stopped = Date.parse(document.documentElement.dataset['clock'] ?? '');
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

function show(): void {
  const now = stopped || Date.now();
  let next = Infinity;
  for (const element of all('[data-opens]')) {
    const window = windowOf(element);
    const state = liveState(window, now);
    element.dataset['phase'] = state.phase;
    for (const slot of element.querySelectorAll('[data-state]')) {
      const words = liveWords(state, window.days.length, element.dataset['unit'] === 'working');
      slot.replaceChildren(...words.flatMap(phrase));
    }
    next = Math.min(next, nextChange(window, now) ?? next);
  }
  const today = chinaDay(now);
  for (const day of all('[data-date]')) {
    if (day.dataset['date'] === today) day.setAttribute('aria-current', 'date');
    else day.removeAttribute('aria-current');
  }
  sort();
  // A timer longer than 24 days fires at once; midnight comes earlier anyway while a window is open.
  if (!stopped && next < Infinity) setTimeout(show, Math.min(next - now, 86_400_000));
}

/** On the home page, closed windows move to those that await their result. */
function sort(): void {
  const [open] = all('[data-live=open]');
  const [waiting] = all('[data-live=waiting]');
  if (!open || !waiting) return;
  for (const card of all('[data-live] > [data-opens]')) {
    (card.dataset['phase'] === 'closed' ? waiting : open).append(card);
  }
  waiting.closest('section')!.hidden = waiting.childElementCount === 0;
  const words = open.childElementCount > 0 ? '' : '现在没有正在进行的公示。新的公示发布后列在这里。';
  for (const none of all('[data-live-none]')) none.textContent = words;
}

function windowOf({ dataset }: HTMLElement): LiveWindow {
  return {
    opens: Date.parse(dataset['opens'] ?? ''),
    closes: Date.parse(dataset['closes'] ?? ''),
    days: (dataset['days'] ?? '').split(' ').map((day) => Date.parse(`${day}T00:00+08:00`)),
  };
}

function phrase(words: string): (Node | string)[] {
  const span = document.createElement('span');
  span.className = 'nb';
  span.textContent = words;
  return words.endsWith('·') ? [span, ' '] : [span];
}

show();
// A device that slept has missed its timers.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) show();
});
