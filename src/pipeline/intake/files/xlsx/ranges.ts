import type { Merge } from '#core/roster/grid.ts';
import { element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { columnOf, rowOf } from './cells.ts';

/** `B2:D9` or `B2` → its corners; `undefined` for whole columns and what is no range. */
export function rangeOf(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.split(':');
  const [top, bottom] = [rowOf(from), rowOf(to)];
  if (top === undefined || bottom === undefined) return undefined;
  return { top, left: columnOf(from, -1), bottom, right: columnOf(to, -1) };
}

/** Merges as far as there are cells: one over the whole sheet is a few bytes in the file and millions of places here. */
export function mergesOf(sheet: XmlNode, height: number, width: number): Merge[] {
  let area = 0;
  return elements(element(sheet, 'x:mergeCells'), 'x:mergeCell').flatMap(({ attributes }) => {
    const whole = rangeOf(attributes['ref'] ?? '');
    if (!whole) return [];
    const merge = { ...whole, bottom: Math.min(whole.bottom, height - 1), right: Math.min(whole.right, width - 1) };
    area += Math.max(0, merge.bottom - merge.top + 1) * Math.max(0, merge.right - merge.left + 1);
    if (area > MOST_MERGED) throw new RangeError('merges');
    return merge.bottom < merge.top || merge.right < merge.left ? [] : [merge];
  });
}

const MOST_MERGED = 1_000_000;
