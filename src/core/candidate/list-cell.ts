import { line, lines } from '#core/text/tidy.ts';
import type { CellForm } from './field.ts';

/**
 * List fields inside one cell, one entry a line. Offices number their lines or part them by semicolons; the export writes what reads
 * back as it was, with 〔1〕 before each entry where the plain spelling would be taken apart.
 */

export function parseList(text: string): string[] {
  const all = lines(text);
  const marked = all.map((one, index) => (one.startsWith(mark(index)) ? line(one.slice(mark(index).length)) : ''));
  if (marked.length > 0 && marked.every((one) => one !== '')) return marked;
  const [only = ''] = all;
  const pieces = all.length === 1 ? only.split(/[；;]/u).map(line) : all;
  return unnumbered(pieces.map((one) => one.replace(/[；;\s]+$/u, '')).filter((one) => one !== ''));
}

export function listText(entries: readonly string[]): string {
  return written(entries, (entry) => entry, parseList);
}

/** A list of which every entry is a line of text. */
export const listCell: CellForm<readonly string[]> = {
  takes: [],
  list: true,
  read: (text) => ({ value: parseList(text) }),
  write: (value) => listText(value),
};

export function mark(index: number): string {
  return `〔${index + 1}〕`;
}

export function written<T>(entries: readonly T[], spell: (entry: T) => string, parse: (text: string) => T[]): string {
  const spelt = entries.map(spell);
  const plain = spelt.join('\n');
  return same(parse(plain), entries) ? plain : spelt.map((one, index) => `${mark(index)}${one}`).join('\n');
}

/** 1、 2、 3、 before every line are numbering, 1.2018年 too; 1.5 is a number. */
function unnumbered(entries: string[]): string[] {
  const stripped = entries.map((entry, index) => {
    const found =
      /^[（(]?(\d{1,2})(?:[)）、]|[.．](?!\d)|[.．](?=(?:19|20)\d{2}\s*年))\s*(.+)$/u.exec(entry) ??
      /^([①-⑳])\s*(.+)$/u.exec(entry);
    const number = found?.[1]?.normalize('NFKC');
    return number === String(index + 1) ? found?.[2] : undefined;
  });
  return stripped.every((one) => one !== undefined) ? stripped : entries;
}

/** Longer than any entry may be: it will be refused, and is not worth a second look. */
export const LONGEST_ENTRY = 500;

/** Order of keys does not count. */
export function same(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
        : inner,
    );
  return sorted(a) === sorted(b);
}
