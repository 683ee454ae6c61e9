/** Where a drawing lies on a sheet, in English Metric Units from the top of the row its edge is in. */
export interface DrawingAnchor {
  from: Edge;
  /** Absent where the drawing has a height of its own. */
  to?: Edge;
  height?: number;
}

export interface Edge {
  row: number;
  offset: number;
}

/** A picture belongs to a row when nearly all of its height lies in it: hand-placed pictures hang over by a few points. */
const NEARLY_ALL = 0.85;
const EMU_PER_POINT = 12_700;
const MOST_ROWS = 200;

/**
 * The row a picture belongs to, from 0; `undefined` where it lies over two people.
 * @param heightOf a row's height in points
 */
export function rowOfDrawing(
  { from, to, height }: DrawingAnchor,
  heightOf: (row: number) => number,
): number | undefined {
  const parts: { row: number; share: number }[] = [];
  let left = height ?? Infinity;
  for (let row = from.row; row < from.row + MOST_ROWS && left > 0; row += 1) {
    const top = row === from.row ? from.offset : 0;
    const bottom = to && row >= to.row ? to.offset : Math.max(top, heightOf(row) * EMU_PER_POINT);
    const part = Math.min(left, Math.max(0, bottom - top));
    parts.push({ row, share: part });
    left -= part;
    if (to && row >= to.row) break;
  }
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  return parts.find(({ share }) => whole > 0 && share >= whole * NEARLY_ALL)?.row;
}
