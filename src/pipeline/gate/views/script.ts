import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

const JOINTS = /(["'`])\s*(?:\+\s*|\)?\s*\.concat\(\s*|\)\s*\+\s*)["'`]/g;
const CODES = /fromC(?:harCode|odePoint)\(([0-9xa-fA-F,\s]{5,4000})\)/g;

/** A script: its source, its strings put together, and the characters it spells by their codes. */
export function lookAtScript(source: string, where: string, looker: Looker, whole = true): void {
  if (whole) lookAtText(source, where, looker);
  const joined = source.replace(JOINTS, '');
  if (joined !== source) looker.text(place(where, '字符串'), joined);
  const spelt = [...source.matchAll(CODES)].map(([, codes = '']) => fromCodes(codes));
  looker.pieces(place(where, '字符串'), [...spelt, ...sums(source)]);
}

function fromCodes(list: string): string {
  const codes = list.split(',').map(Number);
  return codes.every((code) => code >= 0 && code <= 0x10ffff) ? String.fromCodePoint(...codes) : '';
}

const NAMED =
  /(?<![\w$.])([A-Za-z_$][\w$]{0,30})\s{0,3}=\s{0,3}(?:"([^"\n\\]{1,40})"|'([^'\n\\]{1,40})'|([0-9]{2,8})(?![\w.]))/g;
const SUM =
  /(?<![\w$.)\]])([A-Za-z_$][\w$]{0,30}(?:\s{0,3}\+\s{0,3}(?:[A-Za-z_$][\w$]{0,30}|["'][^"'\n]{0,20}["'])){1,20})/g;
const TEMPLATE = /`([^`]{0,200}\$\{[^`]{1,400})`/g;
const LIST = /\[((?:\s{0,2}["'][^"'\n]{0,20}["']\s{0,2},?){2,24})\]\.join\(\s{0,2}(?:""|''|``)?/g;

/** Strings put together from names that stand for short texts, from templates and from lists: a+b+c, `${a}${b}`, [a, b].join(''). */
function sums(source: string): string[] {
  const texts = new Map<string, string>();
  for (const [, name = '', double, single, digits] of source.matchAll(NAMED)) {
    if (texts.size >= 5000) break;
    texts.set(name, double ?? single ?? digits ?? '');
  }
  const value = (term: string): string => {
    const plain = term.trim();
    return /^["']/.test(plain) ? plain.slice(1, -1) : (texts.get(plain) ?? '\uFFFD');
  };
  const joined = [...source.matchAll(LIST)].map(([, list = '']) => list.replace(/["'\s,]/g, ''));
  if (texts.size === 0) return joined;
  const added = [...source.matchAll(SUM)].map(([sum]) => sum.split('+').map(value).join(''));
  const filled = [...source.matchAll(TEMPLATE)].map(([, text = '']) =>
    text.replace(/\$\{([^{}]{1,40})\}/g, (_, term: string) => value(term)),
  );
  return [...joined, ...added, ...filled].filter((text) => /[0-9]{3}/.test(text));
}
