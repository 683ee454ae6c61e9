import { between, whole } from '../seed.ts';
import { curve, line, measure, type Motif, type Pens, type Point, type Stroke, upTo } from '../stroke.ts';

/** Ears of grain: stalks side by side, each bent by the same wind, grain upon grain up to the awns. */
export const agriculture: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const stalks = Math.round(box.width / (between(random, 13, 16) * unit));
  const pitch = box.width / stalks;
  const wind = between(random, 3, 9) * unit * (random() < 0.5 ? -1 : 1);
  return upTo(3).flatMap((row) =>
    upTo(stalks + 1).flatMap((at) => {
      const x = (at + (row % 2) / 2) * pitch + between(random, -0.12, 0.12) * pitch;
      const foot: Point = [x, box.height * (0.38 + row * 0.33)];
      const tall = box.height * between(random, 0.33, 0.38);
      return stalk(foot, tall, wind * between(random, 0.7, 1.3), { grains: whole(random, 6, 8), unit, pens });
    }),
  );
};

function stalk(
  [x, foot]: Point,
  tall: number,
  wind: number,
  { grains, unit, pens }: { grains: number; unit: number; pens: Pens },
): Stroke[] {
  const at = (share: number): Point => [x + wind * share ** 2, foot - tall * share];
  const stem = line(curve(0, 0.98, 0.07, at), pens.plain);
  const ear = upTo(grains).flatMap((index) => {
    const [middle, top] = at(0.42 + (index / grains) * 0.5);
    const lean = (2 * wind * 0.7) / tall;
    const long = unit * 6.2 * (1 - index / grains / 3.2);
    return [-1, 1].flatMap((side) => {
      const turn = side * 0.5 + lean;
      const grain = curve(0, 2, 0.25, (t) => {
        const out = t <= 1 ? t : 2 - t;
        const belly = Math.sin(out * Math.PI) * long * 0.2 * (t <= 1 ? 1 : -1);
        const [along, beside] = [out * long, belly];
        return [
          middle + along * Math.sin(turn) + beside * Math.cos(turn),
          top - along * Math.cos(turn) + beside * Math.sin(turn),
        ];
      });
      const awn: Point = [middle + long * 2.1 * Math.sin(turn * 0.7), top - long * 2.1 * Math.cos(turn * 0.7)];
      return [line(grain, pens.plain), line([grain[4] ?? awn, awn], pens.fine)];
    });
  });
  return [stem, ...ear];
}
