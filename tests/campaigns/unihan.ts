import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Strokes of a code point as one sign: 1 → `1`, 10 → `a`, 36 → `A`; `0` where Unihan says nothing. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const FIRST = 0x4e00;
const LAST = 0x9fff;

type Properties = Map<string, Map<string, string>>;

/**
 * `src/core/text/han-table.ts` from the text files of the Unihan database: the 8105 characters of 通用规范汉字表 in its own order
 * (kTGH), strokes (kTotalStrokes), readings without tones (kTGHZ2013), four-corner codes and phonetic series.
 */
export async function hanTable(folder: string): Promise<string> {
  const properties = await readUnihan(folder);
  const of = (property: string): Map<string, string> => properties.get(property) ?? new Map<string, string>();
  const version = /Unicode version: ([\d.]+)/.exec(await unihanFile(folder, 'IRGSources'))?.[1] ?? '';
  const ordered = [...of('kTGH')]
    .map(([sign, place]) => ({ sign, place: Number(place.replace('2013:', '')) }))
    .sort((a, b) => a.place - b.place)
    .map(({ sign }) => sign);
  const strokes = (sign: string): number => Number((of('kTotalStrokes').get(sign) ?? '0').split(' ')[0]);
  const plane = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCodePoint(FIRST + index));
  const beyond = ordered.filter((sign) => !plane.includes(sign));
  const readings = grouped(ordered, (sign) => syllablesOf(of('kTGHZ2013').get(sign) ?? ''));
  const series = grouped(ordered, (sign) => (of('kPhonetic').get(sign) ?? '').replaceAll('*', '').split(' '));
  const corners = ordered.map((sign) => (/^\d{4}/.exec(of('kFourCornerCode').get(sign) ?? '') ?? ['0000'])[0]);
  return [
    '/**',
    ' * Written by `npm run campaign -- unihan`; not to be edited by hand.',
    ` * Source: Unihan database of Unicode ${version}, fields kTGH, kTotalStrokes, kTGHZ2013, kFourCornerCode, kPhonetic.`,
    ' * Copyright © 1991-2022 Unicode, Inc. Licence: Unicode-3.0 (Unicode License v3), https://www.unicode.org/license.txt',
    ' */',
    '',
    '/** The 8105 characters of 通用规范汉字表 (2013) in its order, which within each of its three levels is that of strokes. */',
    constant('ORDER', ordered.join('')),
    '',
    `/** Strokes of U+4E00 to U+9FFF, one sign each: a digit of ${DIGITS.length}. */`,
    constant('STROKES', plane.map((sign) => DIGITS[strokes(sign)] ?? '0').join('')),
    '',
    '/** The same of characters of the list that lie beyond: character and digit by turns. */',
    constant('STROKES_BEYOND', beyond.map((sign) => `${sign}${DIGITS[strokes(sign)] ?? '0'}`).join('')),
    '',
    '/** Syllable without tone (ü as v) and the characters read so, by turns. */',
    constant('READINGS', readings.map(([syllable, signs]) => `${syllable}${signs}`).join('')),
    '',
    '/** Four-corner codes of the characters of ORDER, four digits each; 0000 where there is none. */',
    constant('CORNERS', corners.join('')),
    '',
    '/** Characters that share a part by which they are read, series by series. */',
    constant(
      'SERIES',
      series
        .filter(([key, signs]) => key !== '' && [...signs].length > 1)
        .map(([, signs]) => signs)
        .join(' '),
    ),
    '',
  ].join('\n');
}

/** Every value of a property → the characters that have it, in their order. */
function grouped(signs: readonly string[], valuesOf: (sign: string) => readonly string[]): [string, string][] {
  const groups = new Map<string, string>();
  for (const sign of signs) {
    for (const value of new Set(valuesOf(sign))) groups.set(value, `${groups.get(value) ?? ''}${sign}`);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `382.190:wáng 383.010:wàng` → wang. */
function syllablesOf(value: string): string[] {
  const readings = [...value.matchAll(/:([^\s]+)/g)].flatMap(([, list = '']) => list.split(','));
  return readings.map((reading) =>
    reading
      .normalize('NFD')
      .replace(/u\u0308/g, 'v')
      .replace(/[^a-z]/g, ''),
  );
}

async function readUnihan(folder: string): Promise<Properties> {
  const properties: Properties = new Map();
  for (const name of ['IRGSources', 'Readings', 'OtherMappings', 'DictionaryLikeData']) {
    for (const [, code = '', property = '', value = ''] of (await unihanFile(folder, name)).matchAll(
      /^U\+([0-9A-F]+)\t(\w+)\t(.+)$/gm,
    )) {
      const values = properties.get(property) ?? new Map<string, string>();
      properties.set(property, values.set(String.fromCodePoint(Number.parseInt(code, 16)), value));
    }
  }
  return properties;
}

function unihanFile(folder: string, name: string): Promise<string> {
  return readFile(join(folder, `Unihan_${name}.txt`), 'utf8');
}

/** A long text in lines of a readable length. */
function constant(name: string, text: string): string {
  const signs = [...text];
  const lines = Array.from({ length: Math.ceil(signs.length / 400) }, (_, index) =>
    signs.slice(index * 400, index * 400 + 400).join(''),
  );
  return `export const ${name} = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('');`;
}
