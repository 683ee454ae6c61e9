import type { FoundPerson } from '#core/search/find-people.ts';
import type { TextHit } from './text-search.ts';
import type { WordHit } from './word-search.ts';

/** A person: whoever is called the same is told apart by employer and round. */
export function personItem(
  { name, employer, trade, title, round, subject = '' }: FoundPerson,
  href: string,
): HTMLElement {
  const own = title === round.programme ? '' : `，${title}`;
  return item(
    name,
    href,
    [subject, employer, trade].filter((text) => text !== '').join('，'),
    `${round.programme} ${round.edition}${own}`,
  );
}

export function textItem({ title, passage: { before, match, after } }: TextHit, href: string): HTMLElement {
  const words = document.createElement('p');
  const mark = document.createElement('mark');
  mark.textContent = match;
  words.append(before, mark, after);
  const line = withWords(item(title, href), words);
  line.classList.add('exact');
  return line;
}

export function wordItem({ title, excerpt }: WordHit, href: string): HTMLElement {
  const words = document.createElement('p');
  // Pagefind escapes the page's text and adds <mark> only.
  words.innerHTML = excerpt;
  return withWords(item(title, href), words);
}

/** Pressed once at a time; it is never disabled, since that would take the focus from it. */
export function moreButton(label: string, press: () => Promise<void>): HTMLElement {
  const line = document.createElement('li');
  line.className = 'more';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    press().catch(() => {
      button.ariaBusy = null;
    });
  });
  line.append(button);
  return line;
}

function item(title: string, href: string, ...lines: string[]): HTMLElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  line.append(
    link,
    ...lines.map((text) => {
      const span = document.createElement('span');
      span.textContent = text;
      return span;
    }),
  );
  return line;
}

function withWords(line: HTMLElement, words: HTMLElement): HTMLElement {
  words.className = 'quiet';
  line.classList.add('page-hit');
  line.append(words);
  return line;
}
