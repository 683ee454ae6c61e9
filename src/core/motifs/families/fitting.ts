import { between, whole } from '../seed.ts';
import {
  type Box,
  circle,
  FULL_TURN,
  line,
  measure,
  type Motif,
  type Pens,
  type Point,
  type Stroke,
  upTo,
} from '../stroke.ts';

interface Gear {
  centre: Point;
  teeth: number;
  /** Where the middle of a tooth stands. */
  turn: number;
}

/** Gears that mesh: one module, and every tooth of one stands before a gap of the other; as many as the box has room for. */
export const fitting: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const size = between(random, 3.6, 4.4) * unit;
  const gears: Gear[] = [
    {
      centre: [box.width * between(random, 0.16, 0.34), box.height * between(random, 0.58, 0.74)],
      teeth: whole(random, 22, 28),
      turn: random(),
    },
  ];
  for (let at = 0; at < gears.length; at += 1) {
    const driver = gears[at];
    for (let tries = 0; driver && tries < 40; tries += 1) {
      const driven = meshing(driver, whole(random, 9, 24), random() * FULL_TURN, size);
      if (isInside(driven, box, size) && gears.every((other) => other === driver || isClear(driven, other, size))) {
        gears.push(driven);
      }
    }
  }
  return gears.flatMap((gear) => drawn(gear, size, pens, whole(random, 4, 6)));
};

function isInside({ centre: [x, y], teeth }: Gear, { width, height }: Box, size: number): boolean {
  const reach = (teeth * size) / 4;
  return x > -reach && y > -reach && x < width + reach && y < height + reach;
}

/** Teeth that do not mesh must not touch. */
function isClear(one: Gear, other: Gear, size: number): boolean {
  const apart = Math.hypot(one.centre[0] - other.centre[0], one.centre[1] - other.centre[1]);
  return apart > ((one.teeth + other.teeth) * size) / 2 + 2.2 * size;
}

/** @param size the module: pitch diameter over number of teeth */
function meshing(gear: Gear, teeth: number, direction: number, size: number): Gear {
  const distance = ((gear.teeth + teeth) * size) / 2;
  const centre: Point = [
    gear.centre[0] + distance * Math.cos(direction),
    gear.centre[1] + distance * Math.sin(direction),
  ];
  const phase = ((direction - gear.turn) * gear.teeth) / FULL_TURN;
  return { centre, teeth, turn: direction + Math.PI - ((0.5 - phase) * FULL_TURN) / teeth };
}

function drawn({ centre, teeth, turn }: Gear, size: number, pens: Pens, holes: number): Stroke[] {
  const pitch = (teeth * size) / 2;
  const at = (radius: number, angle: number): Point => [
    centre[0] + radius * Math.cos(angle),
    centre[1] + radius * Math.sin(angle),
  ];
  const [tip, root] = [pitch + size * 0.9, pitch - size * 1.05];
  const tooth = FULL_TURN / teeth;
  const outline = upTo(teeth).flatMap((index) => {
    const middle = turn + index * tooth;
    return [
      at(root, middle - tooth * 0.31),
      at(tip, middle - tooth * 0.12),
      at(tip, middle + tooth * 0.12),
      at(root, middle + tooth * 0.31),
    ];
  });
  const closed = [...outline, ...outline.slice(0, 1)];
  const bolts = upTo(holes).map((index) =>
    circle(at(root * 0.58, turn + (index * FULL_TURN) / holes), root * 0.13, pens.plain),
  );
  return [
    line(closed, pens.bold),
    circle(centre, root * 0.9, pens.plain),
    circle(centre, root * 0.86, pens.fine),
    circle(centre, root * 0.82, pens.fine),
    ...(teeth > 12 ? bolts : []),
    circle(centre, root * 0.36, pens.fine),
    circle(centre, root * 0.32, pens.fine),
    circle(centre, root * 0.24, pens.bold),
    circle(centre, root * 0.14, pens.fine),
    circle(centre, root * 0.06, pens.plain),
  ];
}
