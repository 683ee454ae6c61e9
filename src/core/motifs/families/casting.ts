import { between } from '../seed.ts';
import { circle, curve, line, measure, type Motif, type Point, steps } from '../stroke.ts';

/** The grain of forged metal: lines of flow that part before a core and close behind it (potential flow around a cylinder). */
export const casting: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const core: Point = [box.width * between(random, 0.34, 0.66), box.height * between(random, 0.34, 0.66)];
  const radius = between(random, 17, 26) * unit;
  const slope = between(random, -0.22, 0.22);
  const pitch = between(random, 2.7, 3.7) * unit;
  const reach = Math.hypot(box.width, box.height);
  const turned = (x: number, y: number): Point => [
    core[0] + x * Math.cos(slope) - y * Math.sin(slope),
    core[1] + x * Math.sin(slope) + y * Math.cos(slope),
  ];
  const flow = steps(pitch / 2, reach, pitch).flatMap((far) =>
    [-1, 1].map((side) => {
      const points = curve(-reach, reach, 2.6 * unit, (x) => turned(x, side * height(far, x, radius)));
      return line(
        points.filter(([x, y]) => isNear(x, box.width, unit) && isNear(y, box.height, unit)),
        pens.plain,
      );
    }),
  );
  return [
    circle(core, radius, pens.bold * 1.4),
    ...steps(radius * 0.18, radius * 0.9, radius * 0.16).map((inner) => circle(core, inner, pens.fine)),
    ...flow.filter((one) => one.kind === 'line' && one.points.length > 1),
  ];
};

/** Where the line that runs at `far` from the axis, far away, passes above `x`: the root of y(1 − r²/(x² + y²)) = far. */
function height(far: number, x: number, radius: number): number {
  let [low, high] = [far, far + 2 * radius];
  for (let round = 0; round < 30; round += 1) {
    const y = (low + high) / 2;
    if (y * (1 - radius ** 2 / (x ** 2 + y ** 2)) < far) low = y;
    else high = y;
  }
  return low;
}

function isNear(value: number, length: number, unit: number): boolean {
  return value > -6 * unit && value < length + 6 * unit;
}
