import type { FoundPerson, SearchFilter } from '#core/search/find-people.ts';
import { queryWords } from '#core/search/fold.ts';
import { chosenFilter, fillFilters, offerDistricts, showFilter } from './filters.ts';
import { counterOf, foundCount } from './found-count.ts';
import { IndexFiles, type OpenIndex } from './index-files.ts';
import { moveByKeys } from './keys.ts';
import { part } from './part.ts';
import { moreButton, personItem, textItem, wordItem } from './result-items.ts';
import { focusAt, showLines } from './result-list.ts';
import { TextSearch } from './text-search.ts';
import { WordSearch } from './word-search.ts';

const PEOPLE = 20;
const PAGES = 6;
/** Text is looked for once the reader pauses; people at every key. */
const PAUSE = 250;

const form = part<HTMLFormElement>('[data-search] form');
const input = part<HTMLInputElement>('#q', form);
const status = part('#found');
const list = part('#hits');
const names = part('#names');
const files = new IndexFiles(new URL('../', location.href));

let opening: Promise<OpenIndex> | undefined;
let words: WordSearch | undefined;
/** Counts the searches begun, so that a late answer to an earlier one is dropped. */
let turn = 0;
/** The search whose lines are shown, and how many people of it are listed. */
let answered = 0;
let listed = PEOPLE;
let pause: ReturnType<typeof setTimeout> | undefined;

function open(): Promise<OpenIndex> {
  if (!opening) {
    opening = prepare();
    // What did not open now may open at the next key.
    opening.catch(() => (opening = undefined));
  }
  return opening;
}

async function prepare(): Promise<OpenIndex> {
  const index = await files.open();
  fillFilters(form, index.directory);
  await index.first();
  offerDistricts(form, index.people.districts());
  return index;
}

async function search(): Promise<void> {
  const mine = (turn += 1);
  listed = PEOPLE;
  clearTimeout(pause);
  const query = input.value.trim();
  const filter = chosenFilter(form);
  remember(query, filter);
  names.hidden = query !== '';
  if (query === '') {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const index = await open();
    if (mine !== turn) return;
    const folded = queryWords(query, index.simple);
    if (folded.length === 0) return show(mine, [], '请输入文字。');
    await showPeople(mine, index, folded, filter, query);
    if (mine !== turn) return;
    pause = setTimeout(
      () => void showText(mine, index, folded, filter, query).catch((error: unknown) => fail(mine, query, error)),
      PAUSE,
    );
  } catch (error) {
    fail(mine, query, error);
  }
}

async function showPeople(
  mine: number,
  index: OpenIndex,
  folded: readonly string[],
  filter: SearchFilter,
  query: string,
): Promise<void> {
  const found = index.people.find(folded, filter);
  const tail = index.isWhole ? '' : '，正在查更早的年份';
  show(mine, await peopleItems(index, found, listed), `“${query}”：${foundCount(found)}${tail}。`);
}

async function peopleItems(index: OpenIndex, found: readonly FoundPerson[], count: number): Promise<HTMLElement[]> {
  const shown = found.slice(0, count);
  const ids = new Map<string, string[]>();
  for (const { shard } of shown) if (!ids.has(shard)) ids.set(shard, await index.files.ids(shard));
  const sought = { words: queryWords(input.value, index.simple), simple: index.simple };
  const items = shown.map((person) =>
    personItem(person, files.address(`people/${ids.get(person.shard)?.[person.row]}/`), sought),
  );
  if (found.length <= count) return items;
  const counter = counterOf(found);
  const button = more(
    `再列出${Math.min(100, found.length - count)}${counter}（共${found.length}${counter}）`,
    async () => {
      listed = count + 100;
      const all = await peopleItems(index, found, listed);
      if (!button.isConnected) return;
      button.replaceWith(...all.slice(count));
      focusAt(list, count);
    },
  );
  return [...items, button];
}

async function showText(
  mine: number,
  index: OpenIndex,
  folded: readonly string[],
  filter: SearchFilter,
  query: string,
): Promise<void> {
  const text = new TextSearch(index, query);
  const candidates = await text.start();
  // Whoever has a word of two characters has it on the own page as well; a surname alone or letters may be anybody's.
  if (!candidates || folded.some(mayBeAnybody)) await index.rest();
  else if (!folded.some(mayBeDate)) await index.having(candidates);
  if (mine !== turn) return;
  offerDistricts(form, index.people.districts());
  const found = index.people.find(folded, filter);
  show(mine, await peopleItems(index, found, listed), `“${query}”：${foundCount(found)}，正在查网页文字……`);
  const shown = new Set(found.slice(0, listed).map(({ number }) => number));
  const pageCount = await text.narrow(filter, shown);
  const hits = await text.next(PAGES);
  if (mine !== turn) return;
  if (found.length + hits.length + text.left === 0) {
    show(mine, [], `“${query}”：没有完全相同的，正在按词查……`);
    return showWords(mine, index, filter, query);
  }
  const people = await peopleItems(index, found, listed);
  const pages = text.left > 0 ? `网页${pageCount}篇左右` : `网页${hits.length}篇`;
  show(
    mine,
    [...people, ...hits.map((hit) => textItem(hit, files.address(hit.address)))],
    `“${query}”：${foundCount(found)}，${pages}。`,
  );
  if (text.left > 0) list.append(moreText(text));
  if (await (words ??= new WordSearch(index)).isThere()) {
    list.append(more('按词再查网页', () => showWords(mine, index, filter, query)));
  }
}

/** A single character, or letters with or without Han characters between them: a name as it is read stands on no page. */
function mayBeAnybody(word: string): boolean {
  return [...word].length === 1 || /^(?=.*[a-z])[a-z\p{Script=Han}]{1,12}$/u.test(word);
}

/** Figures among Han characters, as in dates, stand on every page and in hardly any name: the pages that have them are shown alone. */
function mayBeDate(word: string): boolean {
  return [...word].length >= 4 && /\d/.test(word) && /\p{Script=Han}/u.test(word);
}

function moreText(text: TextSearch): HTMLElement {
  const button = more('再列出几篇', async () => {
    const hits = await text.next(PAGES);
    if (!button.isConnected) return;
    const at = [...list.children].indexOf(button);
    button.replaceWith(
      ...hits.map((hit) => textItem(hit, files.address(hit.address))),
      ...(text.left > 0 ? [moreText(text)] : []),
    );
    focusAt(list, at);
  });
  return button;
}

/** Pages that have the words somewhere: when nothing has the text as it was typed, or on request. */
async function showWords(mine: number, index: OpenIndex, filter: SearchFilter, query: string): Promise<void> {
  const engine = (words ??= new WordSearch(index));
  const { hits, total } = (await engine.isThere()) ? await engine.find(query, filter, 20) : { hits: [], total: 0 };
  if (mine !== turn) return;
  const shown = new Set([...list.querySelectorAll('a')].map(({ href }) => href));
  const fresh = hits.filter(({ address }) => !shown.has(files.address(address)));
  const kept = linesOfAnswer();
  const lines = [...kept, ...fresh.map((hit) => wordItem(hit, files.address(hit.address)))];
  if (await engine.hasMore()) {
    const earlier = more('按词查更早的网页', async () => {
      await engine.mergeAll();
      if (mine === turn) await showWords(mine, index, filter, query);
    });
    lines.push(earlier);
  }
  showLines(list, lines);
  status.textContent =
    total > 0
      ? `“${query}”：${list.querySelector('.exact') ? '' : '没有完全相同的，'}按词查到网页${total}篇。`
      : `“${query}”：没有查到。请少写几个字，或者看人名索引。`;
  names.hidden = list.querySelector('a') !== null;
  if (kept.length > 0) focusAt(list, kept.length);
}

function show(mine: number, lines: readonly HTMLElement[], text: string): void {
  if (mine !== turn) return;
  answered = mine;
  showLines(list, lines);
  status.textContent = text;
}

/** A button for more of the present answer; it can be pressed again where the first time brings nothing. */
function more(label: string, press: () => Promise<void>): HTMLElement {
  const mine = turn;
  const query = input.value.trim();
  return moreButton(label, () =>
    press().catch((error: unknown) => {
      if (mine === turn) status.textContent = `“${query}”：检索文件没有打开，请再按一次。`;
      throw error;
    }),
  );
}

function fail(mine: number, query: string, error: unknown): void {
  reportError(error);
  if (mine !== turn) return;
  names.hidden = false;
  status.textContent = `“${query}”：检索文件没有打开，请再查一次，或者看下面的人名索引。`;
  showLines(list, [...(answered === mine ? linesOfAnswer() : []), moreButton('再查一次', search)]);
}

function linesOfAnswer(): HTMLElement[] {
  return ([...list.children] as HTMLElement[]).filter((line) => !line.matches('.more'));
}

/** The address says what is looked for, so that a search can be passed on. */
function remember(query: string, filter: SearchFilter): void {
  const stated = Object.entries({ q: query, ...filter }).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(stated.map(([key, value]) => [key, String(value)])).toString();
  history.replaceState(null, '', search === '' ? location.pathname : `?${search}`);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search();
});
input.addEventListener('focus', () => void open().catch(() => undefined));
// With an input method the keys are not yet the text.
input.addEventListener('input', (event) => {
  if (!event.isComposing) void search();
});
input.addEventListener('compositionend', () => void search());
form.addEventListener('change', (event) => {
  if (event.target !== input) void search();
});
moveByKeys(input, list);

const address = new URLSearchParams(location.search);
showFilter(form, address);
input.value = (address.get('q') ?? '').trim();
if (input.value !== '') void search();
