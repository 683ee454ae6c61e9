import { there } from '#tests/there.ts';
import type { Chance } from './chance.ts';

/** Ways in which a number is written so that a person reads it and a plain search does not. */
export type Disguise = (value: string, chance: Chance) => string;

const alphabet =
  (zero: number): Disguise =>
  (value) =>
    value.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const oneByOne =
  (spelt: (character: string, chance: Chance) => string): Disguise =>
  (value, chance) =>
    [...value].map((character) => spelt(character, chance)).join('');
const fromList =
  (list: string): Disguise =>
  (value) =>
    value.replace(/[0-9]/g, (digit) => there([...list][Number(digit)]));

export const SPELLINGS: Readonly<Record<string, Disguise>> = {
  plain: (value) => value,
  'full-width': (value) => value.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'Arabic-Indic': alphabet(0x660),
  Persian: alphabet(0x6f0),
  Devanagari: alphabet(0x966),
  Thai: alphabet(0xe50),
  'bold mathematical': alphabet(0x1d7ce),
  'double-struck': alphabet(0x1d7d8),
  monospace: alphabet(0x1d7f6),
  'sans-serif': alphabet(0x1d7e2),
  segmented: alphabet(0x1fbf0),
  circled: fromList('⓪①②③④⑤⑥⑦⑧⑨'),
  'negative circled': fromList('⓿❶❷❸❹❺❻❼❽❾'),
  superscript: fromList('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  subscript: fromList('₀₁₂₃₄₅₆₇₈₉'),
  Chinese: fromList('〇一二三四五六七八九'),
  'Chinese with 零': fromList('零一二三四五六七八九'),
  formal: fromList('零壹贰叁肆伍陆柒捌玖'),
  keycap: oneByOne((sign) => (/[0-9]/.test(sign) ? `${sign}\uFE0F\u20E3` : sign)),
  'mixed widths': oneByOne((sign, chance) =>
    /[0-9]/.test(sign) && chance.yes(0.4) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
  ),
};

const INVISIBLES = [
  ...'\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A\u202C\u2063\u034F\u180E\uFE0F\u0336\u20D2\u0300\u061C\u2064',
];

export const INSERTIONS: Readonly<Record<string, Disguise>> = {
  nothing: (value) => value,
  'invisible between all': (value, chance) => [...value].join(chance.pick(INVISIBLES)),
  'invisible here and there': oneByOne((sign, chance) => (chance.yes(0.3) ? sign + chance.pick(INVISIBLES) : sign)),
  'struck through': oneByOne((sign) => `${sign}\u0336`),
};

const SIGNS = [' ', '-', '.', '/', '　', '－', '．', '／', '–', '—', '·', '\u00a0', '\u2009', '_', ' - ', '‑'];
const LINES = ['\n', '\r\n', '\n  '];

export const PARTINGS: Readonly<Record<string, Disguise>> = {
  none: (value) => value,
  'in groups': (value, chance) => grouped(value, chance).join(chance.pick(SIGNS)),
  'in groups, commas': (value, chance) => grouped(value, chance).join(chance.pick([',', '，'])),
  'in groups, lines': (value, chance) => grouped(value, chance).join(chance.pick(LINES)),
  'every digit': (value, chance) => [...value].join(chance.pick([...SIGNS, ',', '，', '、', '\n', '|', ' | ', '\t'])),
  'cut in two': (value, chance) => {
    const at = chance.whole(3, [...value].length - 3);
    return [...value].slice(0, at).join('') + chance.pick(SIGNS) + [...value].slice(at).join('');
  },
  'at random places, one sign': (value, chance) => {
    const sign = chance.pick([' ', '-', '－', '　', '/', '_']);
    return atRandom([...value], chance, () => sign);
  },
};

/** As people group such numbers. */
function grouped(value: string, chance: Chance): string[] {
  const signs = [...value];
  const shape =
    signs.length === 18
      ? chance.pick([
          [6, 8, 4],
          [6, 4, 4, 4],
          [4, 4, 4, 4, 2],
          [3, 3, 4, 4, 4],
          [6, 4, 2, 2, 4],
          [6, 6, 6],
          [14, 4],
        ])
      : signs.length === 15
        ? chance.pick([
            [6, 6, 3],
            [6, 9],
            [5, 5, 5],
          ])
        : signs.length === 11
          ? chance.pick([
              [3, 4, 4],
              [3, 4, 4],
              [3, 8],
              [7, 4],
              [3, 3, 5],
              [4, 4, 3],
            ])
          : signs.length >= 16
            ? [4, 4, 4, 4, signs.length - 16].filter((length) => length > 0)
            : [3, 4, signs.length - 7].filter((length) => length > 0);
  let at = 0;
  return shape.map((length) => signs.slice(at, (at += length)).join(''));
}

function atRandom(signs: readonly string[], chance: Chance, between: () => string): string {
  return signs.map((sign, index) => (index > 0 && chance.yes(0.35) ? between() + sign : sign)).join('');
}

/** How files carry a text: written for machines, read by people. */
export const CARRIERS: Readonly<Record<string, { name: string; carry: Disguise }>> = {
  text: { name: 'a.txt', carry: (text) => text },
  markdown: { name: 'a.md', carry: (text) => `## 简介\n\n${text}\n` },
  'bold in markdown': { name: 'a.md', carry: (text) => text.replace(/(\d{3})(\d{4,})/, '**$1**$2') },
  page: { name: 'a.html', carry: (text) => `<!doctype html><p>${escaped(text)}</p>` },
  'decimal references': { name: 'a.html', carry: oneByOne((sign) => `&#${sign.codePointAt(0)};`) },
  'hexadecimal references': {
    name: 'a.html',
    carry: oneByOne((sign) => `&#x${there(sign.codePointAt(0)).toString(16)};`),
  },
  'padded references': {
    name: 'a.html',
    carry: oneByOne((sign) => `&#${String(sign.codePointAt(0)).padStart(7, '0')};`),
  },
  'double references': { name: 'a.html', carry: oneByOne((sign) => `&amp;#${sign.codePointAt(0)};`) },
  'references without semicolon': {
    name: 'a.txt',
    carry: (text) => text.replace(/[0-9]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  },
  'percent signs': { name: 'a.html', carry: (text) => `<a href="/s?q=${encodeURIComponent(text)}">检索</a>` },
  'every byte in percent': {
    name: 'a.html',
    carry: (text) =>
      `<a href="/s?q=${[...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}">检索</a>`,
  },
  'double percent': { name: 'a.txt', carry: (text) => encodeURIComponent(encodeURIComponent(text)) },
  'JSON escapes': { name: 'a.json', carry: (text) => `{"text":"${everyUnit(text, '\\u')}"}` },
  JSON: { name: 'a.json', carry: (text) => JSON.stringify({ text, n: 1 }) },
  'JSON in JSON': { name: 'a.json', carry: (text) => JSON.stringify({ a: JSON.stringify({ text }) }) },
  'script escapes': { name: 'a.js', carry: (text) => `const a = "${everyUnit(text, '\\u')}";` },
  'short script escapes': {
    name: 'a.js',
    carry: (text) => `const a = "${text.replace(/[ -~]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`)}";`,
  },
  'script in a page': { name: 'a.html', carry: (text) => `<p>公示</p><script>var a=${JSON.stringify(text)}</script>` },
  'strings put together': {
    name: 'a.js',
    carry: (text) =>
      `const a = "${inThree(text)
        .map((part) => part.replace(/["\\\n\r]/g, ' '))
        .join('" + "')}";`,
  },
  'style escapes': {
    name: 'a.css',
    carry: (text) =>
      `p::after{content:"${oneByOne((sign) => `\\${there(sign.codePointAt(0)).toString(16)} `)(text, undefined as never)}"}`,
  },
  'style in a page': {
    name: 'a.html',
    carry: (text) => `<style>p::after{content:"${text.replace(/["\n\r]/g, ' ')}"}</style>`,
  },
  'tags inside': {
    name: 'a.html',
    carry: (text, chance) =>
      `<p>${inThree(text)
        .map(escaped)
        .join(chance.pick(['<b></b>', '<span>', '<wbr>', '<i class="x">', '</i>']))}</p>`,
  },
  'every sign tagged': { name: 'a.html', carry: oneByOne((sign) => `<span>${escaped(sign)}</span>`) },
  'comments inside': { name: 'a.html', carry: (text) => `<p>${inThree(text).map(escaped).join('<!-- 注 -->')}</p>` },
  'one sign per cell': {
    name: 'a.html',
    carry: (text) => `<table><tr>${[...text].map((sign) => `<td>${escaped(sign)}</td>`).join('')}</tr></table>`,
  },
  attribute: { name: 'a.html', carry: (text) => `<p title="${escaped(text)}">公示</p>` },
  comment: { name: 'a.html', carry: (text) => `<p>公示</p><!-- ${text} -->` },
  srcdoc: {
    name: 'a.html',
    carry: (text) => `<iframe srcdoc="${escaped(`<p>${inThree(text).map(escaped).join('<b></b>')}</p>`)}"></iframe>`,
  },
  'data address': {
    name: 'a.html',
    carry: (text) => `<iframe src="data:text/html;charset=utf-8,${encodeURIComponent(`<p>${text}</p>`)}"></iframe>`,
  },
  'data address in base64': {
    name: 'a.html',
    carry: (text) => `<a href="data:text/plain;base64,${Buffer.from(text).toString('base64')}">下载</a>`,
  },
  base64: { name: 'a.js', carry: (text) => `const a = atob("${Buffer.from(`${text}　`).toString('base64')}");` },
  drawing: {
    name: 'a.svg',
    carry: (text) =>
      `<svg xmlns="http://www.w3.org/2000/svg"><text>${inThree(text)
        .map((part) => `<tspan>${escaped(part)}</tspan>`)
        .join('')}</text></svg>`,
  },
  table: { name: 'a.csv', carry: (text) => `序号,姓名,备注\n1,某某,"${text.replace(/"/g, '""')}"\n` },
};

function inThree(text: string): string[] {
  const signs = [...text];
  const [a, b] = [Math.floor(signs.length * 0.45), Math.floor(signs.length * 0.75)];
  return [signs.slice(0, a).join(''), signs.slice(a, b).join(''), signs.slice(b).join('')];
}

function everyUnit(text: string, prefix: string): string {
  return Array.from(
    { length: text.length },
    (_, at) => prefix + text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
