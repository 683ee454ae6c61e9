interface Hit {
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}

interface Pagefind {
  search(query: string): Promise<{ results: Hit[] }>;
}

const MOST = 20;
const query = (new URLSearchParams(location.search).get('q') ?? '').trim();
const found = document.querySelector('#found')!;
const hits = document.querySelector('#hits')!;

if (query !== '') {
  document.querySelector<HTMLInputElement>('#q')!.value = query;
  void search();
}

async function search(): Promise<void> {
  const people = filterIndex();
  found.textContent = `“${query}”：人名索引中有${people}人，正在检索全文……`;
  try {
    // Its own folder beside this page; the address is no module of the bundle.
    const pagefind = (await import(
      /* @vite-ignore */ new URL('../pagefind/pagefind.js', location.href).href
    )) as Pagefind;
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    hits.replaceChildren(...pages.map(item));
    hits.closest('section')!.hidden = pages.length === 0;
    found.textContent = `“${query}”：人名索引中有${people}人，网页中有${results.length}篇提到${results.length > MOST ? `，列出前${MOST}篇` : ''}。`;
  } catch {
    found.textContent = `“${query}”：人名索引中有${people}人。全文检索没有打开，请稍后再试。`;
  }
}

/** Keeps the people whose line holds the words: exact, down to a single character. */
function filterIndex(): number {
  const words = query.toLowerCase().split(/\s+/);
  let count = 0;
  for (const block of document.querySelectorAll<HTMLElement>('.index > div')) {
    let kept = 0;
    for (const line of block.querySelectorAll('li')) {
      const text = line.textContent.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
      if (!line.hidden) kept += 1;
    }
    block.hidden = kept === 0;
    count += kept;
  }
  return count;
}

function item({ url, excerpt, meta }: Awaited<ReturnType<Hit['data']>>): HTMLElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const words = document.createElement('p');
  words.className = 'quiet';
  // Pagefind escapes the page's text and adds <mark> only.
  words.innerHTML = excerpt;
  line.append(link, words);
  return line;
}
