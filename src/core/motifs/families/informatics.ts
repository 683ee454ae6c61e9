import { between, whole } from '../seed.ts';
import { line, measure, type Motif, type Point, steps, upTo } from '../stroke.ts';

/** Signals of one clock: each row rises and falls on its beat, the clock itself in bold. */
export const informatics: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const rows = whole(random, 11, 15);
  const pitch = box.height / rows;
  const beat = between(random, 3.2, 4.6) * unit;
  const clock = whole(random, 1, rows - 2);
  return upTo(rows).map((row) => {
    const [low, high] = [(row + 0.8) * pitch, (row + 0.22) * pitch];
    const slow = row === clock ? 1 : whole(random, 1, 3);
    let up = random() < 0.5;
    const points: Point[] = [[-unit, up ? high : low]];
    for (const x of steps(beat / 2, box.width + unit, beat * slow)) {
      if (row !== clock && random() < 0.45) continue;
      points.push([x, up ? high : low], [x, up ? low : high]);
      up = !up;
    }
    return line([...points, [box.width + unit, up ? high : low]], row === clock ? pens.bold * 1.4 : pens.plain);
  });
};
