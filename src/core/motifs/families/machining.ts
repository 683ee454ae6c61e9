import { between } from '../seed.ts';
import { circle, measure, type Motif, type Point, type Stroke } from '../stroke.ts';

/** A face turned on the lathe: rings around one centre, the feed now coarse, now fine, a bold ring at every shoulder. */
export const machining: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const centre: Point = [box.width * between(random, 0.3, 0.7), box.height * between(random, 0.3, 0.7)];
  const corners: Point[] = [
    [0, 0],
    [box.width, 0],
    [0, box.height],
    [box.width, box.height],
  ];
  const farthest = Math.max(...corners.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1])));
  const rings: Stroke[] = [circle(centre, unit * 0.9, pens.bold)];
  let radius = unit * 3;
  while (radius < farthest) {
    const shoulder = radius + between(random, 8, 20) * unit;
    const feed = between(random, 1.25, 3.1) * unit;
    for (; radius < shoulder && radius < farthest; radius += feed) rings.push(circle(centre, radius, pens.plain));
    rings.push(circle(centre, radius, pens.bold * 1.5));
    radius += unit * 2;
  }
  return rings;
};
