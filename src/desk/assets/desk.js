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
    timer = setTimeout(async () => {
      await save(form);
      if (form.querySelector('[data-rule]')) await judged();
    }, 600);
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

/** What the rules say of the form as it stands now, beside its fields. */
async function judged() {
  const text = await (await fetch(location.href)).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  for (const place of document.querySelectorAll('[data-rule]')) {
    const now = page.querySelector(`[data-rule="${place.dataset.rule}"]`);
    if (now) place.replaceChildren(...now.childNodes);
  }
}

/** Many files are sent in several goes, with how far it is; without script the form sends them at once. */
for (const form of document.querySelectorAll('[data-upload] form')) {
  const most = 24_000_000;
  form.addEventListener('submit', async (event) => {
    const files = [...form.querySelectorAll('input[type=file]')].flatMap((input) => [...input.files]);
    if (files.length === 0) return;
    event.preventDefault();
    const bar = document.createElement('progress');
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    form.append(bar, said);
    const button = form.querySelector('button.main');
    button.disabled = true;
    bar.max = files.reduce((sum, { size }) => sum + size, 0) || 1;
    const limit = Number(form.querySelector('[data-limit]')?.dataset.limit ?? Infinity);
    const fail = (text) => {
      said.textContent = text;
      button.disabled = false;
      bar.remove();
    };
    if (bar.max > limit)
      return fail(
        `这一批有 ${Math.ceil(bar.max / 1048576)} MB，超过上限 ${Math.floor(limit / 1048576)} MB，没有送。请移走视频，照片缩小后另存，或分几批放入。`,
      );
    let batch = '';
    let aside = 0;
    for (let at = 0, sent = 0; at < files.length;) {
      const body = new FormData();
      for (const { name, value } of form.querySelectorAll('input[type=hidden]'))
        if (!['_seen', '_once'].includes(name)) body.append(name, value);
      body.append('part', '1');
      body.append('batch', batch);
      let size = 0;
      do {
        const file = files[at++];
        size += file.size;
        body.append('files', file, file.webkitRelativePath || file.name);
      } while (at < files.length && size + files[at].size <= most);
      said.textContent = `已送 ${at}/${files.length} 个`;
      const reply = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
      if (!reply?.ok) {
        const page = reply && new DOMParser().parseFromString(await reply.text(), 'text/html');
        return fail(
          page?.querySelector('#fault p, main p')?.textContent?.trim() ??
            '没有送到。办公台可能停了，请再启动一次，再放一次文件。',
        );
      }
      batch = (await reply.text()).trim();
      aside += Number(batch) || 0;
      bar.value = sent += size;
    }
    said.textContent = '都送到了，正在读…';
    const next = new URL(form.action);
    if (next.pathname === '/import') next.searchParams.set('batch', batch);
    else if (aside > 0) next.searchParams.set('aside', aside);
    location.href = next.href;
  });
}

/** How far the photos are. */
for (const note of document.querySelectorAll('[data-progress]')) {
  const timer = setInterval(async () => {
    const { done, of } = await (await fetch(note.dataset.progress)).json();
    const bar = note.querySelector('progress');
    [bar.max, bar.value] = [of || 1, done];
    note.querySelector('span').textContent = `${done}/${of}`;
    if (done === of) clearInterval(timer);
  }, 1000);
}

/** A click on a picture says where the face is. */
for (const aim of document.querySelectorAll('.aim')) {
  const [x, y] = aim.closest('.face').querySelectorAll('input[type=number]');
  const dot = document.createElement('i');
  const put = () => {
    if (x.value !== '' && y.value !== '') {
      dot.style.left = `${x.value}%`;
      dot.style.top = `${y.value}%`;
      aim.append(dot);
    } else dot.remove();
  };
  aim.addEventListener('click', (event) => {
    const box = aim.getBoundingClientRect();
    x.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    y.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    x.dispatchEvent(new Event('input', { bubbles: true }));
    put();
  });
  for (const input of [x, y]) input.addEventListener('input', put);
  put();
}

/** A picture dragged onto a person is as good as chosen; a row dragged is as good as numbered. */
for (const face of document.querySelectorAll('[data-picture]')) {
  face.draggable = true;
  face.addEventListener('dragstart', ({ dataTransfer }) =>
    dataTransfer.setData('text/x-picture', face.dataset.picture),
  );
}
for (const person of document.querySelectorAll('[data-person]')) {
  const over = (event) => {
    if (!event.dataTransfer.types.includes('text/x-picture')) return;
    event.preventDefault();
    person.classList.toggle('over', event.type === 'dragover');
  };
  for (const type of ['dragover', 'dragleave', 'drop']) person.addEventListener(type, over);
  person.addEventListener('drop', ({ dataTransfer }) => {
    const select = document.querySelector(`[data-picture="${dataTransfer.getData('text/x-picture')}"] select`);
    if (!select) return;
    select.value = person.dataset.person;
    select.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
for (const row of document.querySelectorAll('.order tbody tr')) {
  row.draggable = true;
  row.addEventListener('dragstart', ({ dataTransfer }) => dataTransfer.setData('text/x-row', String(row.rowIndex)));
  row.addEventListener('dragover', (event) => {
    if (event.dataTransfer.types.includes('text/x-row')) event.preventDefault();
    row.classList.add('over');
  });
  row.addEventListener('dragleave', () => row.classList.remove('over'));
  row.addEventListener('drop', (event) => {
    event.preventDefault();
    row.classList.remove('over');
    const moved = row.closest('table').rows[Number(event.dataTransfer.getData('text/x-row'))];
    if (moved && moved !== row) row.before(moved);
    row
      .closest('tbody')
      .querySelectorAll('input[type=number]')
      .forEach((input, index) => (input.value = index + 1));
    row.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }));
  });
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
