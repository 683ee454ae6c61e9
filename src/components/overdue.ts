// Past the instant at which the site should have been built again the page says that it may be out of date: an old copy can be served
// as if it were new, and nobody but a clock would notice. The server is asked only when the device says that the time has come.
const note = document.querySelector<HTMLElement>('[data-due]');
const due = Date.parse(note?.dataset['due'] ?? '');
const stopped = Date.parse(document.documentElement.dataset['clock'] ?? '');

async function look(): Promise<void> {
  if (!note?.hidden || !((stopped || Date.now()) >= due)) return;
  if (!stopped) {
    const headers = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
      (answer) => answer.headers,
      () => undefined,
    );
    // Where the server says nothing the device is believed: the page claims no more than "may".
    if (Date.parse(headers?.get('date') ?? '') < due) return;
  }
  note.hidden = false;
}

void look();
setInterval(() => void look(), 60_000);
document.addEventListener('visibilitychange', () => void look());
