// 大字 · 朗读 is loaded when somebody asks for it. The page's policy knows the script by its digest, so that no other can come in this way;
// where it does not come at all the link leads to a page that needs none.
export {};

const entry = document.querySelector<HTMLAnchorElement>('[data-reading]');
let asked = false;

entry?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (asked) return;
  asked = true;
  void fetch(entry.dataset['reading'] ?? '')
    .then((answer) => answer.text())
    .then((text) => {
      const script = document.createElement('script');
      script.textContent = text;
      // What the policy does not let through adds nothing behind the masthead.
      entry.before(script);
      script.remove();
      if (!document.querySelector('#reading')) throw new Error();
    })
    .catch(() => location.assign(entry.href));
});
