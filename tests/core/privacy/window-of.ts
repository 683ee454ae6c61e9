import { DigitGroups } from '#core/privacy/digit-group.ts';
import { findLabels, labelsOf } from '#core/privacy/label.ts';
import { type NumberWindow, windowAt } from '#core/privacy/number-window.ts';

/** The groups of digits between « and », with their surroundings: `电话：«0631 520»`. All groups where there are no such signs. */
export function windowOf(marked: string): NumberWindow {
  const text = marked.replace(/[«»]/g, '');
  const from = Math.max(0, marked.indexOf('«'));
  const to = marked.includes('»') ? marked.indexOf('»') - 1 : text.length;
  const groups = new DigitGroups(text);
  const inside = [...Array(groups.count).keys()].filter((one) => groups.start(one) >= from && groups.start(one) < to);
  const [first = 0] = inside;
  const label = labelsOf(groups, findLabels(text)).get(first);
  return windowAt(groups, first, inside.at(-1) ?? 0, new Uint8Array(groups.count), label);
}

/** Digits taken apart in groups of the lengths `3-4-4`, the signs between them by turns. */
export function apart(digits: string, shape: string, ...signs: string[]): string {
  let at = 0;
  return shape
    .split('-')
    .map((length, index) => {
      const group = digits.slice(at, (at += Number(length)));
      return index === 0 ? group : signs[(index - 1) % signs.length] + group;
    })
    .join('');
}
