import { chineseHonourLevel, type HonourLevel } from '#core/formats/words.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import { line, lines } from './tidy.ts';

/**
 * List fields inside one cell, one entry a line. Offices number their lines or part them by semicolons; the export writes what reads
 * back as it was, with 〔1〕 before each entry where the plain spelling would be taken apart.
 */

type Honour = Candidate['honours'][number];
type Patent = Candidate['patents'][number];

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

export function parseHonours(text: string): Honour[] {
  return parseList(text).map(parseHonour);
}

export function honoursText(honours: readonly Honour[]): string {
  return written(honours, honourText, parseHonours);
}

/** A semicolon stands between name and number here, so entries are parted by lines alone. */
export function parsePatents(text: string): Patent[] {
  return parseList(lines(text).length === 1 ? `${mark(0)}${text}` : text).map(parsePatent);
}

export function patentsText(patents: readonly Patent[]): string {
  return written(patents, patentText, parsePatents);
}

/** Whether somebody wrote several patents into one line: where one ends is then anybody's guess. */
export function hasPatentsInOneLine(text: string): boolean {
  return lines(text).some((one) => (one.match(/ZL\s*\d/giu) ?? []).length > 1);
}

function mark(index: number): string {
  return `〔${index + 1}〕`;
}

function written<T>(entries: readonly T[], spell: (entry: T) => string, parse: (text: string) => T[]): string {
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
const LONGEST = 500;
const NO_YEAR = '年份未填 ';
const NO_LEVEL = '（级别未填）';

/** `2021 山东省技术能手（省级）`, `2017年获市五一劳动奖章`; what is not said stays open. */
function parseHonour(entry: string): Honour {
  if (entry.length > LONGEST) return { name: entry };
  const level = LEVEL_AT_END.exec(entry);
  const open = entry.endsWith(NO_LEVEL);
  const rest = level ? entry.slice(0, level.index) : open ? entry.slice(0, -NO_LEVEL.length) : entry;
  const dated = rest.startsWith(NO_YEAR)
    ? undefined
    : (YEAR_IN_BRACKETS.exec(rest) ?? YEAR_AND_SPACE.exec(rest) ?? YEAR_WRITTEN.exec(rest));
  const name = line(rest.startsWith(NO_YEAR) ? rest.slice(NO_YEAR.length) : (dated?.[2] ?? rest));
  if (name === '') return { name: entry };
  return {
    name,
    ...(level && { level: LEVELS[level[1] ?? ''] }),
    ...(dated && { year: Number(dated[1]) }),
  };
}

function honourText(honour: Honour): string {
  const { name, level, year } = honour;
  const head = year === undefined ? ['', NO_YEAR] : [`${year} `, `〔${year}〕`];
  const tail = level === undefined ? ['', NO_LEVEL] : [`（${chineseHonourLevel[level]}）`];
  const spellings = head.flatMap((before) => tail.map((behind) => `${before}${name}${behind}`));
  return spellings.find((spelling) => same(parseHonour(spelling), honour)) ?? spellings[0] ?? name;
}

const YEAR_IN_BRACKETS = /^〔((?:19[5-9]|20\d)\d)〕(.+)$/u;
const YEAR_AND_SPACE = /^((?:19[5-9]|20\d)\d) +(?!年)(.+)$/u;
const YEAR_WRITTEN =
  /^((?:19[5-9]|20\d)\d)\s*(?:年(?!度)(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|[.．\-/]\d{1,2}(?:[.．\-/]\d{1,2})?(?![\d.]))[\s,，:：、]*(?:荣获|获得|被授予|授予|被评为|获评|获(?!奖))?\s*(.+)$/u;

const LEVELS: Record<string, HonourLevel> = {
  ...Object.fromEntries(Object.entries(chineseHonourLevel).map(([level, word]) => [word, level as HonourLevel])),
  全国: 'nation',
  国家: 'nation',
  自治区级: 'province',
  省: 'province',
  地市级: 'city',
  市: 'city',
  区级: 'county',
  区县级: 'county',
  县区级: 'county',
  县市级: 'county',
  旗县级: 'county',
  公司级: 'enterprise',
  厂级: 'enterprise',
  单位级: 'enterprise',
};
const LEVEL_AT_END = new RegExp(`\\s*[（(](${Object.keys(LEVELS).join('|')})[)）]$`, 'u');

/** `一种夹具；ZL 2020 2 0000000.1`, `一种夹具（专利号：ZL202020000000.1）`. */
function parsePatent(entry: string): Patent {
  if (entry.length > LONGEST) return { name: entry };
  const [, bracketed, behind = ''] = /^〔名称〕(.+)〔专利号〕(.*)$/u.exec(entry) ?? [];
  if (bracketed !== undefined) return { name: bracketed, ...(behind !== '' && { number: behind }) };
  const found =
    /^(.*\S)\s*[；;]\s*([^；;]+)$/u.exec(entry) ??
    /^(.+?)[\s,，、:：（(]*(?:(?:专利|授权|专利申请)号)?[:：\s]*((?:ZL|CN)[\s\d.．]{9,}[\dX])\s*[)）]?$/iu.exec(entry);
  return found ? { name: line(found[1] ?? ''), number: line(found[2] ?? '') } : { name: entry };
}

function patentText(patent: Patent): string {
  const { name, number = '' } = patent;
  const spellings = [number === '' ? name : `${name}；${number}`, `〔名称〕${name}〔专利号〕${number}`];
  return spellings.find((spelling) => same(parsePatent(spelling), patent)) ?? name;
}

/** Order of keys does not count. */
function same(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
        : inner,
    );
  return sorted(a) === sorted(b);
}
