import { whole } from '../seed.ts';
import { line, measure, type Motif, steps } from '../stroke.ts';

/** Cross-stitch: crosses on a grid, alike in all four quarters, in diamonds around the middle. */
export const textile: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const cell = unit * 4;
  const arm = cell * 0.36;
  const period = whole(random, 6, 9);
  const bands = Array.from({ length: period }, (_, at) => at === 0 || random() < 0.34);
  const [knot, turn] = [whole(random, 4, 6), whole(random, 0, 2)];
  const rows = Math.ceil(box.height / cell / 2);
  const columns = Math.ceil(box.width / cell / 2);
  return steps(-rows, rows, 1).flatMap((row) =>
    steps(-columns, columns, 1).flatMap((column) => {
      const [across, down] = [Math.abs(column), Math.abs(row)];
      const away = across + down;
      const isBand = bands[away % period] === true;
      const isFlower = Math.abs((across % (2 * knot)) - knot) + Math.abs((down % (2 * knot)) - knot) === turn + 1;
      if (!isBand && !isFlower) return [];
      const [x, y] = [box.width / 2 + column * cell, box.height / 2 + row * cell];
      const width = isBand ? pens.bold : pens.plain;
      return [
        line(
          [
            [x - arm, y - arm],
            [x + arm, y + arm],
          ],
          width,
        ),
        line(
          [
            [x + arm, y - arm],
            [x - arm, y + arm],
          ],
          width,
        ),
      ];
    }),
  );
};
