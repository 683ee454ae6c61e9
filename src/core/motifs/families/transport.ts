import { between, whole } from '../seed.ts';
import { curve, line, measure, type Motif, type Point, steps, type Stroke, upTo } from '../stroke.ts';

interface Track {
  /** Where its middle runs at a height. */
  middle: (y: number) => number;
  from: number;
  to: number;
}

/** Tracks side by side through one curve, rails on sleepers, and a crossover from one to the next. */
export const transport: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const gauge = between(random, 3.6, 4.4) * unit;
  const apart = gauge * between(random, 4.6, 5.6);
  const sway = between(random, 14, 26) * unit * (random() < 0.5 ? -1 : 1);
  const [low, high] = [box.height * between(random, -0.1, 0.15), box.height * between(random, 0.85, 1.1)];
  const shift = random() * apart;
  const count = Math.ceil(box.width / apart) + 4;
  const bend = (y: number): number => sway * (smooth((y - low) / (high - low)) - 0.5);
  const place = (at: number): number => (at - 2) * apart + shift;
  const tracks: Track[] = upTo(count).map((at) => ({
    middle: (y) => place(at) + bend(y),
    from: -unit,
    to: box.height + unit,
  }));
  const left = whole(random, 2, count - 4);
  const way = random() < 0.5 ? 0 : 1;
  const [begin, length] = [box.height * between(random, 0.2, 0.4), box.height * between(random, 0.36, 0.44)];
  const crossing = (y: number): number => place(left) + apart * Math.abs(way - smooth((y - begin) / length)) + bend(y);
  const crossover: Track = { middle: crossing, from: begin + length * 0.26, to: begin + length * 0.74 };
  return [
    ...tracks.flatMap((track) => sleepers(track, gauge, unit, pens.fine)),
    ...[...tracks, { ...crossover, from: begin, to: begin + length }].flatMap((track) =>
      rails(track, gauge, unit, pens.bold),
    ),
    ...sleepers(crossover, gauge, unit, pens.fine),
  ];
};

function beside({ middle }: Track, y: number, off: number): Point {
  const slope = middle(y + 1) - middle(y);
  const length = Math.hypot(1, slope);
  return [middle(y) + off / length, y - (off * slope) / length];
}

function sleepers(track: Track, gauge: number, unit: number, pen: number): Stroke[] {
  return steps(track.from, track.to - 3.6 * unit, 3.6 * unit).map((y) =>
    line([beside(track, y, -gauge * 1.75), beside(track, y, gauge * 1.75)], pen),
  );
}

function rails(track: Track, gauge: number, unit: number, pen: number): Stroke[] {
  return [-gauge, gauge].map((off) =>
    line(
      curve(track.from, track.to, 2.5 * unit, (y) => beside(track, y, off)),
      pen,
    ),
  );
}

function smooth(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
