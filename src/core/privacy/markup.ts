import { Rewriter, type TrackedText } from './tracked-text.ts';

/** Elements that start a new line on the page; all others leave their text running on. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol optgroup option p pre ' +
    'script section select style summary table tbody template textarea tfoot thead title tr ul svg text w:p w:tr row si'
  ).split(' '),
);
const CELLS = new Set(['td', 'th', 'w:tc', 'c']);

/** What stands for a tag when markup becomes text: a line end, a tab between cells, or nothing. */
export function separatorOf(tagName: string): '\n' | '\t' | '' {
  return CELLS.has(tagName) ? '\t' : BLOCKS.has(tagName) ? '\n' : '';
}

/** Takes tags and comments out of any text, as a browser or a compiler would: for numbers with markup inside. */
export function withoutMarkup(tracked: TrackedText): TrackedText {
  const { text } = tracked;
  const out = new Rewriter(tracked);
  const marks = /<(?=[A-Za-z/!?])|\/\*|\]\]>/g;
  const ends = new Map<string, number>();
  // An end mark that is not there is looked for once, however many beginnings wait for it.
  const endOf = (mark: string, from: number): number => {
    const known = ends.get(mark) ?? -1;
    if (known >= from) return known;
    const found = text.indexOf(mark, from);
    ends.set(mark, found === -1 ? Number.POSITIVE_INFINITY : found);
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  };
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const at = mark.index;
    const { close, skip, value } = beginning(text, at);
    const end = close === '' ? at : endOf(close, at + skip);
    if (end === Number.POSITIVE_INFINITY) continue;
    const after = close === '' ? at + skip : end + close.length;
    out.replace(at, after, value);
    marks.lastIndex = after;
  }
  return out.finish();
}

function beginning(text: string, at: number): { close: string; skip: number; value: string } {
  if (text.startsWith('/*', at)) return { close: '*/', skip: 2, value: '' };
  if (text.startsWith('<!--', at)) return { close: '-->', skip: 2, value: '' };
  if (text.startsWith('<![CDATA[', at)) return { close: '', skip: 9, value: '' };
  if (text.startsWith(']]>', at)) return { close: '', skip: 3, value: '' };
  const name = /^<\/?([A-Za-z][A-Za-z0-9:]{0,20})/.exec(text.slice(at, at + 24))?.[1] ?? '';
  return { close: '>', skip: 1, value: separatorOf(name.toLowerCase()) };
}
