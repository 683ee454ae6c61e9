import { between } from '../seed.ts';
import { line, measure, type Motif, type Point, type Stroke } from '../stroke.ts';

/** Crackle of a glaze: the field breaks in two, and each piece again, the later the finer. */
export const ceramics: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const smallest = between(random, 75, 130) * unit ** 2;
  const cracks: Stroke[] = [];
  const field: Point[] = [
    [-unit, -unit],
    [box.width + unit, -unit],
    [box.width + unit, box.height + unit],
    [-unit, box.height + unit],
  ];
  let pieces = [field];
  for (let depth = 0; pieces.length > 0; depth += 1) {
    const width = depth < 3 ? pens.bold * 1.2 : depth < 5 ? pens.plain : pens.fine;
    pieces = pieces.flatMap((piece) => {
      const { crack, halves } = split(piece, random);
      cracks.push(line(crack, width));
      return halves.filter((half) => area(half) > smallest * between(random, 1, 2.6));
    });
  }
  return cracks;
};

/** Across the longest side, from near its middle to a side on the other hand. */
function split(piece: readonly Point[], random: () => number): { crack: Point[]; halves: Point[][] } {
  const sides = piece.map((from, at) => ({ at, length: distance(from, corner(piece, at + 1)) }));
  const longest = sides.toSorted((a, b) => b.length - a.length)[0]?.at ?? 0;
  const others = sides
    .filter(({ at }) => at !== longest)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, piece.length > 3 ? 2 : 1);
  const other = others[Math.floor(random() * others.length)]?.at ?? 0;
  const [first, second] = [Math.min(longest, other), Math.max(longest, other)];
  const from = on(piece, first, between(random, 0.34, 0.66));
  const to = on(piece, second, between(random, 0.34, 0.66));
  const one = [from, ...piece.slice(first + 1, second + 1), to];
  const rest = [to, ...piece.slice(second + 1), ...piece.slice(0, first + 1), from];
  return { crack: [from, to], halves: [one, rest] };
}

function corner(piece: readonly Point[], at: number): Point {
  return piece[at % piece.length] ?? [0, 0];
}

function on(piece: readonly Point[], at: number, share: number): Point {
  const [[x, y], [endX, endY]] = [corner(piece, at), corner(piece, at + 1)];
  return [x + (endX - x) * share, y + (endY - y) * share];
}

function distance([x, y]: Point, [otherX, otherY]: Point): number {
  return Math.hypot(otherX - x, otherY - y);
}

function area(piece: readonly Point[]): number {
  return Math.abs(
    piece.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = corner(piece, at + 1);
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}
