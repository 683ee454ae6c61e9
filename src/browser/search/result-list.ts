/** Where the focus stood in a list that is empty while the next answer is looked for. */
let awaited: number | undefined;

/**
 * Shows these lines. A line that stands there already is kept, and the focus stays on its link: an answer that comes late takes nothing
 * from under a reader's key or finger.
 */
export function showLines(list: HTMLElement, lines: readonly HTMLElement[]): void {
  const focused = list.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const position = focused ? [...list.children].findIndex((line) => line.contains(focused)) : -1;
  const changed = lines.findIndex((line, at) => !isSame(list.children[at], line));
  const kept = changed < 0 ? lines.length : changed;
  [...list.children].slice(kept).forEach((line) => line.remove());
  list.append(...lines.slice(kept));
  if (document.activeElement !== document.body) awaited = undefined;
  else if (focused) awaited = position;
  if (awaited === undefined || lines.length === 0) return;
  const same = [...list.querySelectorAll<HTMLElement>('a, button')].find((target) => focused?.isEqualNode(target));
  if (same) same.focus({ preventScroll: true });
  else focusAt(list, awaited);
  awaited = undefined;
}

/** Puts the focus on a line, or on the last where there are fewer. */
export function focusAt(list: HTMLElement, position: number): void {
  const line = list.children[Math.min(position, list.children.length - 1)];
  line?.querySelector<HTMLElement>('a, button')?.focus();
}

/** A button belongs to the answer it was made for, however it is labelled. */
function isSame(standing: Element | undefined, line: HTMLElement): boolean {
  return standing !== undefined && !line.querySelector('button') && standing.isEqualNode(line);
}
