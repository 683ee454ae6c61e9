/** Arrows walk from the box through the results, Escape leads back and then empties the box. */
export function moveByKeys(input: HTMLInputElement, list: HTMLElement): void {
  const targets = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('a, button')];
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && targets()[0]) {
      event.preventDefault();
      targets()[0]!.focus();
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
    if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]!.focus();
    else if (event.key === 'ArrowUp') (at === 0 ? input : all[at - 1]!).focus();
    else if (event.key === 'Escape') input.focus();
    else return;
    event.preventDefault();
  });
}
