import { concealed } from './concealed.ts';

/**
 * Two differing texts short enough for one sentence: whole when both are, else the stretch in which they differ with a little before
 * and after. Private values are masked, for a message must not repeat them.
 */
export function excerpts(old: string, now: string, mask = concealed): { old: string; now: string } {
  const [a, b] = [[...old], [...now]];
  const whole = a.length <= WHOLE && b.length <= WHOLE;
  const start = whole ? 0 : sharedLength(a, b);
  const end = whole ? 0 : sharedLength(a.slice(start).reverse(), b.slice(start).reverse());
  const cut = (text: string): string => {
    // One character for one, so that the places found above still hold.
    const characters = [...mask(text)].map((character) => (character === '\n' ? '／' : character));
    const from = Math.max(0, start - AROUND);
    const until = Math.min(characters.length, characters.length - end + AROUND, whole ? WHOLE : from + LONGEST);
    const [before, after] = [from > 0 ? '…' : '', until < characters.length ? '…' : ''];
    return `“${before}${characters.slice(from, until).join('')}${after}”`;
  };
  return { old: cut(old), now: cut(now) };
}

const WHOLE = 40;
const AROUND = 8;
const LONGEST = 60;

function sharedLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

export { concealed as masked };
