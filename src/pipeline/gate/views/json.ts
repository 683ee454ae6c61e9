import { isPart, Parts } from './pieces-apart.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

const MOST_DEPTH = 60;

/** JSON, or one JSON value per line: its source, and every value behind its key. */
export function lookAtJson(source: string, where: string, looker: Looker): void {
  lookAtText(source, where, looker);
  const pairs: string[] = [];
  for (const value of valuesOf(source)) walk(value, '', pairs, 0);
  looker.pieces(place(where, '键值'), pairs);
}

function valuesOf(source: string): unknown[] {
  const whole = parsed(source);
  return whole === undefined ? source.split('\n').flatMap((line) => parsed(line) ?? []) : [whole];
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    // The source itself is looked at in any case.
    return undefined;
  }
}

function walk(value: unknown, key: string, pairs: string[], depth: number): void {
  if (typeof value === 'string' || typeof value === 'number') {
    // Numbers spelt 1.38e10 are looked at in full.
    pairs.push(key === '' ? String(value) : `${key}: ${value}`);
  } else if (Array.isArray(value) && depth < MOST_DEPTH) {
    overItems(value, pairs);
    if (value.length > 1 && value.every(isShort)) pairs.push(`${key}: ${value.join('\t')}`);
    else for (const item of value) walk(item, key, pairs, depth + 1);
  } else if (typeof value === 'object' && value !== null && depth < MOST_DEPTH) {
    const entries = Object.entries(value);
    apart(entries, pairs);
    for (const [name, item] of entries) walk(item, name, pairs, depth + 1);
  }
}

/** Pieces of one value: one digit, or one group of digits, per item. */
function isShort(item: unknown): boolean {
  return (typeof item === 'string' || typeof item === 'number') && String(item).length <= 8;
}

/** A number told over neighbouring keys: texts of digits, or figures behind keys that are counted (p1, p2, p3; a, b, c). */
function apart(entries: readonly [string, unknown][], pairs: string[]): void {
  const parts = new Parts();
  for (const [key, item] of entries) {
    const counted = /^(?:[A-Za-z]|[A-Za-z_-]{1,12}[0-9]{1,2}|[0-9]{1,2})$/.test(key);
    parts.add(typeof item === 'string' || counted ? item : undefined);
  }
  parts.end();
  pairs.push(...parts.pieces);
}

/** [{"v":"138"},{"v":"1234"},{"v":"5678"}], [["138"],["1234"]]: one part in each item. */
function overItems(items: readonly unknown[], pairs: string[]): void {
  const parts = new Parts();
  for (const item of items) {
    const inside = typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : [];
    const texts = inside.filter((one) => typeof one === 'string' && isPart(one));
    if (texts.length === 1) parts.add(texts[0]);
    else parts.end();
  }
  parts.end();
  pairs.push(...parts.pieces);
}
