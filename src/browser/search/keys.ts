/** Arrows walk from the box through the results, Escape leads back and then empties the box. */
export function moveByKeys(input: HTMLInputElement, list: HTMLElement): void {
  const targets = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('a, button')];
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const [first] = targets();
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      input.dispatchEvent(new Event('input'));
    }
  });
  list.addEventListener('keydown', (event) => {
    const all = targets();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    if (event.key === 'ArrowDown') (all[at + 1] ?? all[at])?.focus();
    else if (event.key === 'ArrowUp') (all[at - 1] ?? input).focus();
    else if (event.key === 'Escape') input.focus();
    else return;
    event.preventDefault();
  });
}
