import { chinaDay, liveState, type LiveWindow, nextChange } from '#site/live/live-state.ts';
import { daysLeft, liveWords } from '#site/live/live-words.ts';
import type { AskedClock } from './clock.ts';

// The HTML gives dates and claims nothing about now; this adds the state, by China's time whatever the device's zone.
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
/** What stood in a slot before, for when nobody knows the time. */
const dates = new Map<Element, Node[]>();
let timer: ReturnType<typeof setTimeout> | undefined;
let reading: AskedClock['reading'];

function show(): void {
  const { now, sure } = reading();
  let next = Infinity;
  for (const element of all('[data-opens]')) {
    const window = windowOf(element);
    const state = liveState(window, now);
    // By the device alone nothing is called closed, and no clock that runs before the notice was published is believed.
    // A card, where nobody objects, may say so: the frame it lives in keeps it from asking.
    const { published = '', closed } = element.dataset;
    const known = sure || ((state.phase !== 'closed' || closed !== undefined) && now >= Date.parse(published));
    element.dataset['phase'] = known ? state.phase : '';
    for (const slot of element.querySelectorAll('[data-state]')) {
      const before = dates.get(slot) ?? [...slot.childNodes];
      dates.set(slot, before);
      const words =
        state.phase === 'closed' && closed !== undefined
          ? [closed]
          : liveWords(state, window.days.length, element.dataset['unit'] === 'working');
      slot.replaceChildren(...(known ? words.flatMap(phrase) : before));
    }
    // A device may be days off: how many are left is said by the server's time alone.
    const left = sure ? daysLeft(state, window.days.length, element.dataset['unit'] === 'working') : '';
    for (const slot of element.querySelectorAll('[data-left]')) slot.replaceChildren(...(left ? phrase(left) : []));
    for (const note of element.querySelectorAll<HTMLElement>('[data-by-device]')) note.hidden = sure || !known;
    next = Math.min(next, nextChange(window, now) ?? next);
  }
  const today = sure ? chinaDay(now) : '';
  for (const day of all('[data-date]')) {
    if (day.dataset['date'] === today) day.setAttribute('aria-current', 'date');
    else day.removeAttribute('aria-current');
  }
  sort();
  fold();
  clearTimeout(timer);
  // A timer longer than 24 days fires at once; midnight comes earlier anyway while a window is open.
  if (next < Infinity) timer = setTimeout(show, Math.min(next - now, 86_400_000));
}

/** On the home page, closed windows move to those that await their result. */
function sort(): void {
  const [open] = all('[data-live=open]');
  const [waiting] = all('[data-live=waiting]');
  if (!open || !waiting) return;
  for (const card of all('[data-live] > [data-opens]')) {
    (card.dataset['phase'] === 'closed' ? waiting : open).append(card);
  }
  const section = waiting.closest('section');
  if (section) section.hidden = waiting.childElementCount === 0;
  const words = open.childElementCount > 0 ? '' : '现在没有正在进行的公示。新的公示发布后列在这里。';
  for (const none of all('[data-live-none]')) none.textContent = words;
}

/** On a notice, how to object folds when its window closes, once: what a reader opens again stays open. */
function fold(): void {
  const [place] = all('details[data-fold]');
  const phase = all('[data-opens]')[0]?.dataset['phase'];
  if (!place || phase === undefined || place.dataset['fold'] === phase) return;
  place.dataset['fold'] = phase;
  place.toggleAttribute('open', phase !== 'closed');
}

function windowOf({ dataset }: HTMLElement): LiveWindow {
  const instant = (text: string | undefined): number => Date.parse(text ?? '');
  return {
    opens: instant(dataset['opens']),
    closes: instant(dataset['closes']),
    days: (dataset['days'] ?? '').split(' ').map((day) => instant(`${day}T00:00+08:00`)),
    pauses: (dataset['pauses']?.split(' ') ?? []).map((pause) => {
      const [since, until] = pause.split('/');
      return [instant(since), until ? instant(until) : Infinity];
    }),
  };
}

function phrase(words: string): (Node | string)[] {
  const span = document.createElement('span');
  span.className = 'nb';
  span.textContent = words;
  return words.endsWith('·') ? [span, ' '] : [span];
}

document.dispatchEvent(
  new CustomEvent('clock', {
    detail: (clock: AskedClock) => {
      ({ reading } = clock);
      clock.onClock(show);
    },
  }),
);
