import { between, whole } from '../seed.ts';
import { circle, measure, type Motif, steps, upTo } from '../stroke.ts';

/** 连环: rings that pass through one another, none above the rest. */
export const service: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const pitch = between(random, 17, 23) * unit;
  const rings = whole(random, 2, 3);
  const radius = pitch * between(random, 0.74, 0.86);
  const [left, top] = [-random() * pitch, -random() * pitch];
  return steps(top - pitch, box.height + pitch, pitch).flatMap((y, row) =>
    steps(left - pitch + (row % 2) * (pitch / 2), box.width + pitch, pitch).flatMap((x) =>
      upTo(rings).map((ring) => circle([x, y], radius * (1 - ring * 0.07), ring === 0 ? pens.plain : pens.fine)),
    ),
  );
};
