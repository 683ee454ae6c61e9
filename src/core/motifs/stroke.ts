/** A point in the units of the box, x to the right and y downwards. */
export type Point = readonly [x: number, y: number];

/** One movement of the pen. Angles in radians, clockwise from three o'clock. */
export type Stroke =
  | { kind: 'line'; points: readonly Point[]; width: number }
  | { kind: 'arc'; centre: Point; radius: number; from: number; to: number; width: number };

/** What is drawn on: a portrait of 4:5, a square, a frame of a film. */
export interface Box {
  width: number;
  height: number;
}

/** Three pens, as shares of the shorter side. */
export interface Pens {
  fine: number;
  plain: number;
  bold: number;
}

/** Lines that fill the box, in the order in which a hand would draw them. Whatever runs over the edge is cut by it. */
export type Motif = (box: Box, random: () => number) => Stroke[];

export const FULL_TURN = 2 * Math.PI;

export function line(points: readonly Point[], width: number): Stroke {
  return { kind: 'line', points, width };
}

export function arc(centre: Point, radius: number, from: number, to: number, width: number): Stroke {
  return { kind: 'arc', centre, radius, from, to, width };
}

export function circle(centre: Point, radius: number, width: number): Stroke {
  return arc(centre, radius, 0, FULL_TURN, width);
}

/** The shorter side, by which every motif measures itself, and its pens. */
export function measure({ width, height }: Box): { unit: number; pens: Pens } {
  const unit = Math.min(width, height) / 100;
  return { unit, pens: { fine: 0.22 * unit, plain: 0.34 * unit, bold: 0.62 * unit } };
}

/** `count` numbers from 0 on. */
export function upTo(count: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(count)) }, (_, index) => index);
}

/** From `from` past `to` in steps of `step`. */
export function steps(from: number, to: number, step: number): number[] {
  return upTo((to - from) / step + 1).map((index) => from + index * step);
}

/** A curve as a line through a point every `step`. */
export function curve(from: number, to: number, step: number, at: (t: number) => Point): Point[] {
  return steps(from, to, step).map(at);
}
