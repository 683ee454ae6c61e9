import { between } from '../seed.ts';
import { curve, FULL_TURN, line, measure, type Motif, upTo } from '../stroke.ts';

const STRINGS = 6;

/** Three phases, a third of a period apart, each swinging between two envelopes. */
export const electrical: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const period = between(random, 46, 74) * unit;
  const first = random() * FULL_TURN;
  const swing = (box.height / 6) * between(random, 0.82, 0.98);
  return upTo(3).flatMap((phase) => {
    const middle = ((phase + 0.5) * box.height) / 3;
    const shift = first + (phase * FULL_TURN) / 3;
    return upTo(2 * STRINGS + 1).map((index) => {
      const amplitude = Math.sin(((index - STRINGS) / STRINGS) * (Math.PI / 2)) * swing;
      const points = curve(-unit, box.width + 2 * unit, 2.5 * unit, (x) => [
        x,
        middle + amplitude * Math.sin((x / period) * FULL_TURN + shift),
      ]);
      return line(points, index === 0 || index === 2 * STRINGS ? pens.bold : pens.fine);
    });
  });
};
