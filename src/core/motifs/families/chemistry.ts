import { between } from '../seed.ts';
import { line, measure, type Motif, type Point, steps, type Stroke, upTo } from '../stroke.ts';

/** Rings of six, joined to sheets, every other bond doubled here and there, and places left open. */
export const chemistry: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const side = between(random, 5.6, 7.6) * unit;
  const [across, down] = [side * Math.sqrt(3), side * 1.5];
  const bonds = new Map<string, Stroke>();
  const doubled: Stroke[] = [];
  const offset: Point = [random() * across, random() * down];
  for (const [row, y] of steps(-down - offset[1], box.height + down, down).entries()) {
    for (const x of steps(-across - offset[0] + (row % 2) * (across / 2), box.width + across, across)) {
      if (random() < 0.3) continue;
      const at = (corner: number, share: number): Point => {
        const angle = ((corner % 6) * Math.PI) / 3 - Math.PI / 2;
        return [x + side * share * Math.cos(angle), y + side * share * Math.sin(angle)];
      };
      const isAromatic = random() < 0.42;
      for (const corner of upTo(6)) {
        const ends = [at(corner, 1), at(corner + 1, 1)];
        const key = ends
          .map(([a, b]) => `${Math.round(a)},${Math.round(b)}`)
          .sort()
          .join(' ');
        if (!bonds.has(key)) bonds.set(key, line(ends, pens.bold));
        if (isAromatic && corner % 2 === 0)
          doubled.push(line(inset(at(corner, 0.76), at(corner + 1, 0.76)), pens.plain));
      }
    }
  }
  return [...bonds.values(), ...doubled];
};

/** Shorter at both ends. */
function inset([x, y]: Point, [endX, endY]: Point): Point[] {
  const [across, down] = [(endX - x) * 0.1, (endY - y) * 0.1];
  return [
    [x + across, y + down],
    [endX - across, endY - down],
  ];
}
