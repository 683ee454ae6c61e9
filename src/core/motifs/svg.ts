import { FULL_TURN, type Stroke } from './stroke.ts';

/** All strokes of one pen in one path, so that a motif of hundreds of lines stays a few kilobytes. */
export function pathsOf(strokes: readonly Stroke[]): { width: number; d: string }[] {
  const widths = [...new Set(strokes.map(({ width }) => width))];
  return widths.map((width) => ({
    width: tenth(width * 10) / 10,
    d: strokes
      .filter((stroke) => stroke.width === width)
      .map(pathOf)
      .join(''),
  }));
}

function pathOf(stroke: Stroke): string {
  if (stroke.kind === 'line') return linePath(stroke);
  const { centre, radius, from, to } = stroke;
  const point = (angle: number): [number, number] => [
    tenth(centre[0] + radius * Math.cos(angle)),
    tenth(centre[1] + radius * Math.sin(angle)),
  ];
  const r = tenth(radius);
  const sweep = Math.abs(to - from);
  const way = to > from ? 1 : 0;
  // A whole turn is no arc to SVG: two halves, closed so that no end of a line shows.
  if (sweep >= FULL_TURN - 1e-9) {
    const halves = [from + Math.PI, to].map((end) => `A${r} ${r} 0 0 ${way} ${point(end).join(' ')}`);
    return `M${point(from).join(' ')}${halves.join('')}z`;
  }
  return `M${point(from).join(' ')}A${r} ${r} 0 ${sweep > Math.PI ? 1 : 0} ${way} ${point(to).join(' ')}`;
}

/** Relative steps of a tenth of a unit, each from where the pen really stands: rounding never adds up. */
function linePath({ points }: Extract<Stroke, { kind: 'line' }>): string {
  let [x, y] = [0, 0];
  return points
    .map(([pointX, pointY], index) => {
      const [nextX, nextY] = [tenth(pointX), tenth(pointY)];
      const step = index === 0 ? `M${nextX} ${nextY}` : `l${joined(tenth(nextX - x), tenth(nextY - y))}`;
      [x, y] = [nextX, nextY];
      return step;
    })
    .join('');
}

function joined(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
