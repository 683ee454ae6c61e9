import { compareStrokeOrder, strokesOf } from '../text/han.ts';

/** Why of two neighbours of a list by 姓氏笔画 the second belongs before the first. */
export interface StrokeDoubt {
  /** The characters in which they differ, and their strokes. */
  first: { sign: string; strokes: number };
  second: { sign: string; strokes: number };
  /** Fewer strokes, or as many and an earlier 笔形 (横竖撇点折). */
  by: 'strokes' | 'form';
}

/**
 * Sign by sign from the surname on: fewer strokes first, of as many the earlier form; of one surname the shorter name first.
 * `undefined` where the order stands or the table cannot tell; the sign the table does not know, where that is why.
 */
export function strokeDoubt(before: string, after: string): StrokeDoubt | { unknown: string } | 'shorter' | undefined {
  const [one, other] = [[...before], [...after]];
  if (one[0] === other[0] && one.length !== other.length) return one.length > other.length ? 'shorter' : undefined;
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const [a = '', b = ''] = [one[at], other[at]];
    if (a === b) continue;
    const [first, second] = [strokesOf(a), strokesOf(b)];
    if (first === undefined || second === undefined) return { unknown: first === undefined ? a : b };
    const doubt = { first: { sign: a, strokes: first }, second: { sign: b, strokes: second } };
    if (first !== second) return first > second ? { ...doubt, by: 'strokes' } : undefined;
    const form = compareStrokeOrder(a, b);
    return form !== undefined && form > 0 ? { ...doubt, by: 'form' } : undefined;
  }
  return undefined;
}
