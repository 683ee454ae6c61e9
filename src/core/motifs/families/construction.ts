import { between, whole } from '../seed.ts';
import { arc, line, measure, type Motif, steps, upTo } from '../stroke.ts';

/** Courses of tiles, each shifted by half, arches within arches. */
export const construction: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const width = box.width / whole(random, 6, 9);
  const leg = between(random, 3, 7) * unit;
  const course = width / 2 + leg;
  const arches = whole(random, 3, 5);
  const shift = random() * width;
  return steps(-course, box.height, course).flatMap((top, row) => {
    const foot = top + course;
    return steps(-width - shift + (row % 2) * (width / 2), box.width, width).flatMap((left) => {
      const middle = left + width / 2;
      return upTo(arches).flatMap((index) => {
        const radius = (width / 2) * (1 - index / arches);
        const pen = index === 0 ? pens.bold : pens.plain;
        const legs = [middle - radius, middle + radius].map((x) =>
          line(
            [
              [x, foot],
              [x, foot - leg],
            ],
            pen,
          ),
        );
        return [...legs.slice(0, 1), arc([middle, foot - leg], radius, Math.PI, 2 * Math.PI, pen), ...legs.slice(1)];
      });
    });
  });
};
