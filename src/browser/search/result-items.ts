import type { FoundPerson } from '#core/search/find-people.ts';
import { marked, type MarkedPiece } from '#core/search/marked.ts';
import type { TextHit } from './text-search.ts';
import type { WordHit } from './word-search.ts';

/** What was looked for, to be marked in a hit. */
export interface Sought {
  /** Folded. */
  words: readonly string[];
  simple: ReadonlyMap<string, string>;
}

/** A person: whoever is called the same is told apart by employer and round. */
export function personItem(
  { name, employer, trade, title, round, subject = '' }: FoundPerson,
  href: string,
  { words, simple }: Sought,
): HTMLElement {
  const held = `${round.edition}${title.includes(round.programme) ? '' : round.programme}${title}`;
  const cells = [subject, employer, trade, held].filter((text) => text !== '');
  return hit(
    pieces(marked(name, words, simple)),
    href,
    cells.flatMap((cell, at) => [...(at > 0 ? [' · '] : []), ...pieces(marked(cell, words, simple))]),
  );
}

export function textItem({ title, passage: { before, match, after } }: TextHit, href: string): HTMLElement {
  const line = hit([title], href, [before, ...pieces([[match, true]]), after]);
  line.classList.add('exact');
  return line;
}

export function wordItem({ title, excerpt }: WordHit, href: string): HTMLElement {
  const line = hit([title], href, []);
  // Pagefind escapes the page's text and adds <mark> only.
  for (const words of line.querySelectorAll('p')) words.innerHTML = excerpt;
  return line;
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

/** Every hit alike: what it is, and below it, smaller, by what it was found. */
function hit(title: readonly (Node | string)[], href: string, words: readonly (Node | string)[]): HTMLElement {
  const line = document.createElement('li');
  line.className = 'hit';
  const link = document.createElement('a');
  link.href = href;
  link.append(...title);
  const below = document.createElement('p');
  below.className = 'quiet';
  below.append(...words);
  line.append(link, below);
  return line;
}

function pieces(of: readonly MarkedPiece[]): (Node | string)[] {
  return of.map(([text, isMarked]) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
