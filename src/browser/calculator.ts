import { createWorkCalendar } from '#core/calendar/day-kind.ts';
import type { CalendarYear, RegionalCalendar } from '#core/calendar/work-calendar.ts';
import { type ExplainedDay, explainWindow } from '#site/live/window-explained.ts';
import { unbroken } from '#site/words/unbroken.ts';

// The same computation as `npm run window`, with the days of the covered years that stand in the page; nothing is fetched or sent.
const place = part('[data-calculator]');
const form = part<HTMLFormElement>('form', place);
const answer = part('[data-answer]', place);
const list = part('[data-days]', place);
const copy = part('[data-copy]', place);
const covered = JSON.parse(part('#covered').textContent) as {
  years: CalendarYear[];
  regional: RegionalCalendar[];
};
const calendar = createWorkCalendar(covered.years, covered.regional);

function show(): void {
  const value = (id: string): string => part<HTMLInputElement>(`#${id}`, form).value;
  const explained = explainWindow(
    {
      opensOn: value('opens'),
      length: Number(value('length')),
      unit: value('unit') === 'calendar' ? 'calendar' : 'working',
      countsFrom: value('counts-from') === 'next-day' ? 'next-day' : 'opening-day',
    },
    calendar,
  );
  const lines = explained.ok ? [explained.sentence, ...explained.remarks] : [explained.message];
  answer.replaceChildren(...lines.map((line) => element('p', line)));
  copy.dataset['copy'] = explained.ok ? explained.sentence : '';
  copy.hidden = !explained.ok;
  list.replaceChildren(...(explained.ok ? explained.days.map(item) : []));
}

function item({ day, mark, counted, reason, source, address }: ExplainedDay): HTMLElement {
  const line = element('li', '');
  line.className = counted ? 'counted' : '';
  const cited = element(address ? 'a' : 'span', source);
  if (address) (cited as HTMLAnchorElement).href = address;
  const why = element('p', `${reason}。`);
  const basis = element('p', '');
  basis.className = 'quiet';
  basis.append(cited);
  line.append(element('b', day), element('span', mark), why, basis);
  return line;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  // Of plain text nothing comes back but its own characters, escaped, and spans.
  made.innerHTML = unbroken(made.innerHTML);
  return made;
}

/** A part of the page this script was built for; without it there is nothing to run. */
function part<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', show);
show();
