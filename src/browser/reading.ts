/**
 * The settings for old and impaired eyes: three sizes, three grounds, and the page read aloud section by section. One function that needs
 * nothing from outside: `/reading.js` is its text, fetched on demand (./reading-entry.ts). It lies in the page and covers nothing; what
 * was chosen lasts as long as the window (`sessionStorage`, put on by the head of the next page) and is told to nobody. Only voices of
 * the device read: another would be sent the text.
 *
 * @param css of the panel
 * @param grounds what a size and a ground set at the root, by name
 */
export function reading(css: string, grounds: Record<string, string>): void {
  type Settings = Partial<Record<'size' | 'ground' | 'rate', string>>;
  const entry = document.querySelector<HTMLAnchorElement>('[data-reading]');
  const masthead = entry?.closest('header');
  const main = document.querySelector('main');
  if (!entry || !masthead || !main) return;
  const chosen = restored();
  const [panelStyle, chosenStyle] = [new CSSStyleSheet(), new CSSStyleSheet()];
  panelStyle.replaceSync(css);
  document.adoptedStyleSheets = [panelStyle, chosenStyle];
  wear();

  const panel = make('div');
  panel.id = 'reading';
  panel.className = 'page';
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-label', '大字和朗读');
  panel.append(
    choices('字号', 'size', { '': '标准', large: '大', largest: '特大' }),
    choices('底色', 'ground', { '': '原色', white: '白底黑字', black: '黑底白字' }),
  );
  const aloud = make('div');
  panel.append(aloud);
  if (entry.dataset['large'] !== undefined) {
    const link = make('a');
    link.setAttribute('href', entry.href);
    link.textContent = '大字版：只有标题、截止时间、电话和名单';
    panel.append(link);
  }
  masthead.append(panel);
  entry.setAttribute('role', 'button');
  entry.setAttribute('aria-controls', 'reading');
  entry.setAttribute('aria-expanded', 'true');
  entry.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    entry.setAttribute('aria-expanded', String(!panel.hidden));
  });
  entry.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    entry.click();
  });

  function make(tag: string): HTMLElement {
    return document.createElement(tag);
  }

  function group(label: string): HTMLElement {
    const element = make('div');
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', label);
    const words = make('span');
    words.textContent = label;
    element.append(words);
    return element;
  }

  function button(words: string, press: () => void): HTMLElement {
    const element = make('button');
    element.setAttribute('type', 'button');
    element.textContent = words;
    element.addEventListener('click', press);
    return element;
  }

  function choices(label: string, name: keyof Settings, values: Record<string, string>): HTMLElement {
    const element = group(label);
    const buttons = Object.entries(values).map(([value, words]) => {
      const one = button(words, () => {
        chosen[name] = value;
        for (const [other, key] of buttons) other.setAttribute('aria-pressed', String(key === value));
        wear();
      });
      one.setAttribute('aria-pressed', String((chosen[name] ?? '') === value));
      return [one, value] as const;
    });
    element.append(...buttons.map(([one]) => one));
    return element;
  }

  function restored(): Settings {
    try {
      return JSON.parse(sessionStorage.getItem('reading-choice') ?? '{}') as Settings;
    } catch {
      return {};
    }
  }

  /** Puts on what was chosen, here and on the next page of this window. */
  function wear(): void {
    const { size = '', ground = '' } = chosen;
    const text = `@media screen{:root:root{${grounds[size] ?? ''}${grounds[ground] ?? ''}}}`;
    chosenStyle.replaceSync(text);
    try {
      sessionStorage.setItem('reading', text);
      sessionStorage.setItem('reading-choice', JSON.stringify(chosen));
    } catch {
      // Where nothing may be kept the choice holds for this page.
    }
  }

  /** What stands between two headings is one section; each piece of it is a sentence or a line of a table. */
  function sectionsOf(page: Element): { place: Element; pieces: string[] }[] {
    const sections: { place: Element; pieces: string[] }[] = [];
    for (const block of page.querySelectorAll<HTMLElement>('h1,h2,h3,h4,p,li,tr,dt,dd,caption')) {
      const inner = block.querySelector('p,li,tr,dt,dd');
      if (block.closest('nav,thead') || !block.checkVisibility() || (inner && block.tagName !== 'TR')) continue;
      // A row of a table is read as a whole, whatever stands in its cells.
      if (block.tagName !== 'TR' && block.closest('tr')) continue;
      const text = block.innerText.replace(/\s*[\n\t]+\s*/g, '，').trim();
      if (text === '') continue;
      if (/^H[12]$/.test(block.tagName) || sections.length === 0) sections.push({ place: block, pieces: [] });
      sections[sections.length - 1]?.pieces.push(...(text.match(/[^。；！？]+[。；！？]?/g) ?? []));
    }
    return sections;
  }

  let speaking = false;
  let section = 0;
  let piece = 0;
  /** Tells a sentence that was broken off from one that ended. */
  let turn = 0;
  const play = button('朗读', () => (speaking ? stop() : speak()));
  const place = make('p');
  place.setAttribute('role', 'status');

  function voice(): SpeechSynthesisVoice | undefined {
    const own = speechSynthesis.getVoices().filter(({ lang, localService }) => localService && /^(zh|cmn)/i.test(lang));
    return own.find(({ lang }) => /CN|Hans/i.test(lang)) ?? own[0];
  }

  /** From the sentence it broke off at: `pause` of the browser loses its place on many telephones. */
  function stop(): void {
    speaking = false;
    turn += 1;
    speechSynthesis.cancel();
    play.textContent = '继续朗读';
  }

  function speak(): void {
    const sections = sectionsOf(main as Element);
    const words = sections[section]?.pieces[piece];
    if (words === undefined) {
      if (sections[section + 1]) {
        [section, piece] = [section + 1, 0];
        speak();
        return;
      }
      [section, piece] = [0, 0];
      stop();
      play.textContent = '朗读';
      place.textContent = '读完了。';
      return;
    }
    if (piece === 0) {
      sections[section]?.place.scrollIntoView({ block: 'nearest' });
      place.textContent = `第${section + 1}段，共${sections.length}段`;
    }
    speaking = true;
    play.textContent = '暂停';
    turn += 1;
    const own = turn;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = 'zh-CN';
    utterance.voice = voice() ?? null;
    utterance.rate = Number(chosen.rate || 1);
    utterance.onend = utterance.onerror = () => {
      if (own !== turn) return;
      piece += 1;
      speak();
    };
    speechSynthesis.speak(utterance);
  }

  function move(by: number): void {
    section = Math.min(Math.max(0, section + by), sectionsOf(main as Element).length - 1);
    piece = 0;
    speak();
  }

  function offer(): void {
    if (aloud.childElementCount > 0 || !voice()) return;
    const keys = group('朗读');
    keys.append(
      play,
      button('上一段', () => move(-1)),
      button('下一段', () => move(1)),
      place,
    );
    aloud.append(keys, choices('语速', 'rate', { '0.7': '慢', '': '正常', '1.3': '快' }));
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }

  if ('speechSynthesis' in window) {
    offer();
    speechSynthesis.addEventListener?.('voiceschanged', offer);
  }
}
