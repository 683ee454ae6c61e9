// One press copies what the block shows: as rich text too where there is any. Without JavaScript the text can be selected.
export {};

const said = document.querySelector<HTMLElement>('#said');

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-take]')) {
  const source = block(button.dataset['take']);
  if (!source) continue;
  const beside = block(button.dataset['plain']);
  button.hidden = false;
  button.addEventListener('click', () => {
    const [plain, html] = beside ? [bare(beside.value), source.value] : [source.value];
    void take(source, button.dataset['bare'] === undefined ? plain : bare(plain), html).then((done) => {
      if (said) said.textContent = done ? '已复制' : '没有复制成，请长按选取';
    });
  });
}

// The article as the editor of a 公众号 will show it, made of the text that is copied. The policy of the page lets no style in from
// mark-up, and a script may set one.
for (const place of document.querySelectorAll<HTMLElement>('[data-shows]')) {
  const source = block(place.dataset['shows']);
  const article =
    source &&
    new DOMParser().parseFromString(
      source.value.replaceAll('<p style=', '<p data-css=').replace('<section style=', '<section data-css='),
      'text/html',
    ).body.firstElementChild;
  if (!source || !article) continue;
  place.append(styled(article));
  place.hidden = false;
  source.hidden = true;
}

function styled(from: Element): HTMLElement {
  const element = document.createElement(from.tagName);
  element.style.cssText = from.getAttribute('data-css') ?? '';
  for (const child of from.childNodes) {
    element.append(child instanceof Element ? styled(child) : (child.textContent ?? ''));
  }
  return element;
}

// The cards beside their codes say how high they are.
addEventListener('message', ({ source, data }: MessageEvent<{ jiangbang?: string; value?: number } | undefined>) => {
  if (data?.jiangbang !== 'height' || !data.value) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = String(Math.min(2000, Math.max(80, data.value)));
  }
});

function block(id: string | undefined): HTMLTextAreaElement | null {
  return id === undefined ? null : document.querySelector(`#${id}`);
}

/** Without the line that says where it stands. */
function bare(text: string): string {
  return text.replace(/\n原页：\S+$/, '');
}

async function take(source: HTMLTextAreaElement, plain: string, html: string | undefined): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(plain);
    else {
      const blob = (text: string, type: string): Blob => new Blob([text], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(plain, 'text/plain') }),
      ]);
    }
    return true;
  } catch {
    return byEvent(source, html, plain);
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
  const { hidden } = source;
  source.hidden = false;
  source.focus();
  source.select();
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  source.hidden = hidden;
  return done;
}
