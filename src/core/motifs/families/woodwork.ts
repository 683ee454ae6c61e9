import { between, whole } from '../seed.ts';
import { curve, FULL_TURN, line, measure, type Motif, steps, type Stroke, upTo } from '../stroke.ts';

/** Grain that runs down the board and around its knots. */
export const woodwork: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const knots = upTo(whole(random, 1, 3)).map((at) => ({
    x: box.width * between(random, 0.18, 0.82),
    y: box.height * (at === 0 ? between(random, 0.25, 0.5) : between(random, 0.6, 0.9)),
    size: between(random, 6, 12) * unit * (at === 0 ? 1.3 : 0.8),
    length: between(random, 16, 30) * unit,
  }));
  const waves = upTo(3).map(() => ({
    high: between(random, 0.3, 1.5) * unit,
    long: between(random, 50, 130) * unit,
    at: random() * FULL_TURN,
  }));
  const wobble = (y: number): number =>
    waves.reduce((sum, { high, long, at }) => sum + high * Math.sin((y / long) * FULL_TURN + at), 0);
  const around = (x: number, y: number): number =>
    knots.reduce((place, knot) => {
      const away = place - knot.x;
      const push = knot.size ** 2 * Math.exp(-(((y - knot.y) / knot.length) ** 2));
      return knot.x + Math.sign(away === 0 ? 1 : away) * Math.sqrt(away ** 2 + push);
    }, x);
  const grain: Stroke[] = [];
  for (let x = -12 * unit; x < box.width + 12 * unit; x += between(random, 1.5, 3.3) * unit) {
    const at = x;
    grain.push(
      line(
        curve(-unit, box.height + 2 * unit, 3 * unit, (y) => [around(at, y) + wobble(y), y]),
        random() < 0.22 ? pens.bold : pens.fine,
      ),
    );
  }
  const eyes = knots.flatMap(({ x, y, size }) =>
    steps(size * 0.2, size * 0.85, size * 0.21).map((radius) =>
      line(
        curve(0, FULL_TURN - 0.01, FULL_TURN / 28, (angle) => [
          x + wobble(y) + radius * Math.cos(angle) * 0.86,
          y + radius * Math.sin(angle) * 1.5,
        ]),
        pens.plain,
      ),
    ),
  );
  return [...eyes, ...grain];
};
