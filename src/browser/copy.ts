// Without JavaScript the buttons stay hidden: the text beside them can be selected.
const said = document.createElement('p');
said.id = 'said';
said.className = 'vh';
said.setAttribute('role', 'status');
document.querySelector('main')?.append(said);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  // What is copied follows the word, out of sight.
  const word = document.createTextNode('复制');
  button.firstChild?.replaceWith(word);
  button.addEventListener('click', () => {
    void copy(button.dataset['copy'] ?? '').then((done) => {
      said.textContent = word.data = done ? '已复制' : '请长按选取';
      setTimeout(() => (word.data = '复制'), 2000);
    });
  });
}

/** The clipboard exists on https only; a selected text field is the way out. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
