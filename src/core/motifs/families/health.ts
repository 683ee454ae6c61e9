import { between, whole } from '../seed.ts';
import { line, measure, type Motif, type Point, upTo } from '../stroke.ts';

/** One beat: share of its length, share of its height. */
const BEAT: readonly Point[] = [
  [0.1, 0],
  [0.15, -0.1],
  [0.19, -0.13],
  [0.23, -0.1],
  [0.28, 0],
  [0.34, 0],
  [0.365, 0.1],
  [0.4, -1],
  [0.44, 0.3],
  [0.465, 0],
  [0.56, 0],
  [0.62, -0.12],
  [0.68, -0.24],
  [0.73, -0.21],
  [0.79, -0.04],
  [0.83, 0],
];

/** The beat of a pulse, row under row, a little unlike each time as a heart is. */
export const health: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const rows = whole(random, 7, 9);
  const pitch = box.height / rows;
  const length = between(random, 24, 34) * unit;
  return upTo(rows).map((row) => {
    const rest = (row + 0.78) * pitch;
    const points: Point[] = [[-unit, rest]];
    let x = -random() * length;
    while (x < box.width) {
      const own = length * between(random, 0.9, 1.1);
      const high = pitch * between(random, 0.66, 0.82);
      for (const [along, up] of BEAT) points.push([x + along * own, rest + up * high]);
      x += own;
    }
    return line(
      [...points.filter(([at]) => at > -2 * unit), [box.width + unit, rest]],
      row % 3 === 1 ? pens.bold : pens.plain,
    );
  });
};
