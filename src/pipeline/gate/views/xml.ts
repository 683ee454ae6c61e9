import { lookAtTable } from './table.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

/** XML of any kind: its source, the entities it declares put in place, and what it sets as tables. */
export function lookAtXml(source: string, where: string, looker: Looker): void {
  lookAtText(source, where, looker);
  const entities = new Map<string, string>();
  for (const [, name = '', , value = ''] of source.matchAll(/<!ENTITY\s+([\w.-]{1,60})\s+(["'])([^"']{0,4000})\2/g)) {
    entities.set(name, value);
  }
  if (entities.size > 0) looker.text(place(where, '实体'), withEntities(source, entities));
  for (const rows of tablesOf(source)) lookAtTable(rows, place(where, '表格'), looker);
}

const MOST_LAYERS = 3;
const MOST_LENGTH = 2 * 1024 * 1024;

/** Declared entities may hold each other; a bomb of them is cut off. */
function withEntities(source: string, entities: ReadonlyMap<string, string>): string {
  let text = source;
  for (let layer = 0; layer < MOST_LAYERS && text.length < MOST_LENGTH; layer += 1) {
    let length = text.length;
    const next = text.replace(/&([\w.-]{1,60});/g, (whole, name: string) => {
      const value = entities.get(name);
      if (value === undefined || length > MOST_LENGTH) return whole;
      length += value.length;
      return value;
    });
    if (next === text) break;
    text = next;
  }
  return text;
}

const TAG =
  /<(\/?)(w:tbl|w:tr|w:tc|table:table-row|table:table-cell|table:table|a:tbl|a:tr|a:tc)(?=[\s/>])[^>]{0,2000}>|<[^>]{0,4000}>/g;
const PARTS: Readonly<Record<string, 'table' | 'row' | 'cell'>> = {
  'w:tbl': 'table',
  'table:table': 'table',
  'a:tbl': 'table',
  'w:tr': 'row',
  'table:table-row': 'row',
  'a:tr': 'row',
  'w:tc': 'cell',
  'table:table-cell': 'cell',
  'a:tc': 'cell',
};

/** Tables of word processors: rows of cells, the tags inside of a cell taken out. */
function tablesOf(source: string): string[][][] {
  const tables: string[][][] = [];
  if (!/<(?:w:tbl|table:table|a:tbl)\b/.test(source)) return tables;
  const open: string[][][] = [];
  let at = 0;
  for (const tag of source.matchAll(TAG)) {
    const row = open.at(-1)?.at(-1);
    if (row && row.length > 0) row[row.length - 1] += source.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const part = PARTS[tag[2] ?? ''];
    const closing = tag[1] === '/' || tag[0].endsWith('/>');
    if (part === 'table' && !closing) open.push([]);
    else if (part === 'table') tables.push(...open.splice(-1));
    else if (part === 'row' && !closing) open.at(-1)?.push([]);
    else if (part === 'cell' && tag[1] !== '/') row?.push('');
  }
  return [...tables, ...open];
}
