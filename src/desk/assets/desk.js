/* What the desk does beyond plain forms: it keeps what is typed, follows a job, takes files that are dropped, and copies a command. */

/** Saves a form as it stands, so that a browser that is killed loses nothing. */
const save = (form) => {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('secret')) body.append(name, value);
  }
  body.append('_address', location.pathname + location.search);
  return fetch('/draft', { method: 'POST', body, keepalive: true }).catch(() => undefined);
};

for (const form of document.querySelectorAll('form[data-draft]')) {
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, 600, form);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

/** What follows from some fields is shown anew when one of them changes: the page as it would be, of which one part is taken. */
for (const fields of document.querySelectorAll('[data-live]')) {
  fields.addEventListener('change', async () => {
    await save(fields.closest('form'));
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const part = '[data-live-result]';
    document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
  });
}

/** Follows a job, line by line; at its end the page is loaded anew and shows the outcome. */
for (const job of document.querySelectorAll('[data-job]')) {
  const lines = job.querySelector('[data-lines]');
  let shown = lines.children.length;
  const events = new EventSource(`/job/events?id=${job.dataset.job}`);
  events.addEventListener('message', ({ data, lastEventId }) => {
    if (Number(lastEventId) <= shown) return;
    shown += 1;
    const item = document.createElement('li');
    item.textContent = data;
    lines.append(item);
  });
  events.addEventListener('end', () => location.reload());
}

/** Files dropped onto a field are as good as chosen. */
for (const input of document.querySelectorAll('input[type=file]')) {
  const zone = input.closest('.field');
  zone.classList.add('drop');
  const over = (event) => {
    event.preventDefault();
    zone.classList.toggle('over', event.type === 'dragover');
  };
  for (const type of ['dragover', 'dragleave', 'drop']) zone.addEventListener(type, over);
  zone.addEventListener('drop', ({ dataTransfer }) => {
    input.files = dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

for (const code of document.querySelectorAll('[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '复制';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = '已复制';
  });
  code.after(' ', button);
}

document.querySelector('#fault')?.focus();

/** The words that are selected in the notice become the words of a rule. */
for (const quote of document.querySelectorAll('[data-quote]')) {
  const notice = quote.form.elements.namedItem('notice');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '用左边选中的原话';
  button.addEventListener('click', () => {
    const words = notice.value.slice(notice.selectionStart, notice.selectionEnd).trim();
    if (words === '') return;
    quote.value = words;
    quote.dispatchEvent(new Event('input', { bubbles: true }));
  });
  quote.after(button);
}
