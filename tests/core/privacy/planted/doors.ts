import { there } from '#tests/there.ts';
import type { Chance } from '../chance.ts';
import { aDocx, anArchive, aWorkbook } from '../sample-files.ts';

/** Where a text comes in or goes out: a file as it lies on the disk. */
export type Door = (text: string, chance: Chance) => { name: string; contents: string | Uint8Array };

export const DOORS: Readonly<Record<string, Door>> = {
  text: (text) => ({ name: 'a.txt', contents: text }),
  Markdown: (text) => ({ name: 'a.md', contents: `---\ntitle: 公示\n---\n\n${text}\n` }),
  'front matter': (text) => ({ name: 'a.md', contents: `---\nsummary: >-\n  ${text.replaceAll('\n', '\n  ')}\n---\n` }),
  'list in Markdown': (text) => ({ name: 'a.md', contents: `- 甲\n- ${text.replaceAll('\n', '\n  ')}\n- 乙\n` }),
  JSON: (text) => ({ name: 'a.json', contents: JSON.stringify({ title: '公示', body: { text, n: 3 } }) }),
  'JSON in ASCII': (text) => ({ name: 'a.json', contents: `{"a":"${inAscii(text)}"}` }),
  page: (text) => ({ name: 'a.html', contents: `<!doctype html><title>公示</title><p>${safe(text)}</p>` }),
  'page with marks': (text, c) => ({ name: 'a.html', contents: `<p>${cut(safeSigns(text), c).join('<em></em>')}</p>` }),
  'page of references': (text, c) => ({
    name: 'a.html',
    contents: `<p>${[...text].map((sign) => (c.yes(0.5) ? `&#${sign.codePointAt(0)};` : `&#x${there(sign.codePointAt(0)).toString(16)};`)).join('')}</p>`,
  }),
  attribute: (text, c) => ({
    name: 'a.html',
    contents: `<img src="a.png" ${c.pick(['alt', 'title', 'aria-label'])}="${safe(text)}">`,
  }),
  comment: (text) => ({ name: 'a.html', contents: `<p>公示</p><!-- ${text.replaceAll('-->', '')} -->` }),
  'cell of a page': (text) => ({
    name: 'a.html',
    contents: `<table><tr><td>1</td><td>王某</td><td>${safe(text)}</td><td>高级技师</td></tr></table>`,
  }),
  script: (text) => ({ name: 'a.js', contents: `const rows = [${JSON.stringify(text)}, 1];` }),
  'address of a link': (text) => ({ name: 'a.html', contents: `<a href="/s?q=${encodeURIComponent(text)}">查</a>` }),
  base64: (text) => ({ name: 'a.json', contents: JSON.stringify({ data: Buffer.from(text).toString('base64') }) }),
  CSV: (text) => ({ name: 'a.csv', contents: `序号,姓名,事迹\r\n1,王某,"${text.replaceAll('"', '""')}"\r\n` }),
  drawing: (text) => ({
    name: 'a.svg',
    contents: `<svg xmlns="http://www.w3.org/2000/svg"><desc>${safe(text)}</desc></svg>`,
  }),
  feed: (text) => ({
    name: 'a.xml',
    contents: `<?xml version="1.0"?><feed><entry><summary>${safe(text)}</summary></entry></feed>`,
  }),
  workbook: (text) => ({
    name: 'a.xlsx',
    contents: aWorkbook([
      ['姓名', '事迹'],
      ['王某', safe(text)],
    ]),
  }),
  'document of Word': (text, c) => ({ name: 'a.docx', contents: aDocx([['公示'], cut(safeSigns(text), c)]) }),
  'note in a document': (text) => ({
    name: 'a.docx',
    contents: aDocx([['公示']], {
      'word/comments.xml': `<?xml version="1.0"?><w:comments><w:p><w:t>${safe(text)}</w:t></w:p></w:comments>`,
    }),
  }),
  archive: (text) => ({ name: 'a.zip', contents: anArchive({ 'b.txt': text }) }),
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function safe(text: string): string {
  return safeSigns(text).join('');
}

function safeSigns(text: string): string[] {
  return [...text].map((sign) => ENTITIES[sign] ?? sign);
}

/** In three pieces, anywhere. */
function cut(signs: readonly string[], chance: Chance): string[] {
  const [a, b] = [chance.whole(0, signs.length), chance.whole(0, signs.length)].sort((x, y) => x - y);
  return [signs.slice(0, a).join(''), signs.slice(a, b).join(''), signs.slice(b).join('')];
}

function inAscii(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
