import { between, whole } from '../seed.ts';
import { arc, line, measure, type Motif, steps, upTo } from '../stroke.ts';

/** Beads one above the other, each a row of overlapping scales, and the brushed plate between them. */
export const welding: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const rows = whole(random, 4, 6);
  const pitch = box.height / rows;
  const half = pitch * between(random, 0.27, 0.33);
  const pace = between(random, 2.5, 3.8) * unit;
  return upTo(rows).flatMap((row) => {
    const y = (row + 0.5) * pitch;
    const brushed = upTo(4).map((at) => {
      const level = y - pitch / 2 + (at - 1.5) * unit * 1.6;
      return line(
        [
          [0, level],
          [box.width, level],
        ],
        pens.fine,
      );
    });
    const leftwards = row % 2 === 1;
    const scales = steps(-half, box.width + half, pace).map((at) => {
      const x = (leftwards ? box.width - at : at) + between(random, -0.35, 0.35) * unit;
      const radius = half * between(random, 1.12, 1.2);
      const middle = leftwards ? Math.PI : 0;
      const reach = 1.02;
      return arc([x, y + between(random, -0.3, 0.3) * unit], radius, middle - reach, middle + reach, pens.plain);
    });
    return [...brushed, ...scales];
  });
};
