// One press copies what the block shows: as rich text too where there is any. Without JavaScript the text can be selected.
export {};

const said = document.querySelector<HTMLElement>('#said');

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-take]')) {
  const source = document.querySelector<HTMLTextAreaElement>(`#${button.dataset['take']}`);
  if (!source) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    void take(source, button.dataset['rich'] !== undefined).then((done) => {
      if (said) said.textContent = done ? '已复制' : '没有复制成，请长按选取';
    });
  });
}

async function take(source: HTMLTextAreaElement, rich: boolean): Promise<boolean> {
  const plain = source.dataset['plain'] ?? source.value;
  try {
    if (!rich) await navigator.clipboard.writeText(plain);
    else {
      const blob = (text: string, type: string): Blob => new Blob([text], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': blob(source.value, 'text/html'),
          'text/plain': blob(plain, 'text/plain'),
        }),
      ]);
    }
    return true;
  } catch {
    return byEvent(source, rich ? source.value : undefined, plain);
  }
}

/** Where there is no clipboard (plain http, older browsers) a copy event carries both kinds. */
function byEvent(source: HTMLTextAreaElement, html: string | undefined, plain: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', fill, { once: true });
  source.focus();
  source.select();
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done;
}
