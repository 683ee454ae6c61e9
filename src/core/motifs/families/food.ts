import { between, whole } from '../seed.ts';
import { circle, curve, FULL_TURN, line, measure, type Motif, type Point, upTo } from '../stroke.ts';

/** The pleats of a bun seen from above, drawn together by one turn of the hand. */
export const food: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const centre: Point = [box.width * between(random, 0.42, 0.58), box.height * between(random, 0.42, 0.58)];
  const pleats = whole(random, 18, 24);
  const outer = between(random, 60, 66) * unit;
  const inner = between(random, 3.5, 5) * unit;
  const twist = between(random, 1.5, 2.3) * (random() < 0.5 ? -1 : 1);
  const folds = whole(random, 3, 4);
  const pleat = FULL_TURN / pleats;
  const first = random() * pleat;
  return [
    circle(centre, inner * 0.45, pens.plain),
    circle(centre, inner, pens.bold),
    ...upTo(pleats).flatMap((at) =>
      upTo(folds).map((fold) => {
        const start = first + at * pleat + (fold / folds) * pleat * 0.62;
        const points = curve(0, 1, 1 / 26, (share) => {
          const radius = inner + (outer - inner) * share;
          const bend = twist * (1 - share) ** 2.1 + Math.sin(share * Math.PI) * pleat * 0.35;
          const angle = start + bend;
          return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
        });
        // The later folds of a pleat lie under the first and come out short of the knot.
        return line(points.slice(fold * 4), fold === 0 ? pens.bold : pens.fine);
      }),
    ),
    ...upTo(6).map((ring) => circle(centre, outer + ring * 2.4 * unit, ring === 0 ? pens.bold : pens.plain)),
  ];
};
