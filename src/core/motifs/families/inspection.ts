import { between, whole } from '../seed.ts';
import { line, measure, type Motif, type Point, steps, type Stroke } from '../stroke.ts';

/** Echoes: trace behind trace, quiet but for the two places where something answers; what lies behind a peak is hidden by it. */
export const inspection: Motif = (box, random) => {
  const { unit, pens } = measure(box);
  const rows = whole(random, 17, 22);
  const pitch = box.height / (rows + 2);
  const stride = 1.6 * unit;
  const columns = steps(0, box.width + stride, stride);
  const near = {
    x: box.width * between(random, 0.12, 0.3),
    wide: between(random, 4, 6) * unit,
    high: 0.7,
    at: rows / 2,
    deep: rows,
  };
  const flaw = {
    x: box.width * between(random, 0.5, 0.78),
    wide: between(random, 4, 7) * unit,
    high: between(random, 3.4, 4.8),
    at: rows * between(random, 0.4, 0.6),
    deep: between(random, 2.2, 3.4),
  };
  const horizon = columns.map(() => Infinity);
  const drawn: Stroke[][] = [];
  for (let row = rows; row > 0; row -= 1) {
    const base = (row + 0.7) * pitch;
    const heights = columns.map((x) => {
      const rough = [near, flaw].reduce(
        (sum, echo) => {
          const strength = Math.exp(-(((x - echo.x) / echo.wide) ** 2) - ((row - echo.at) / echo.deep) ** 2);
          return sum + strength * echo.high * between(random, 0.45, 1.25);
        },
        between(random, 0, 0.09),
      );
      return base - rough * pitch;
    });
    drawn.unshift(visible(columns, heights, horizon, pens.plain));
    heights.forEach((y, at) => (horizon[at] = Math.min(horizon[at] ?? y, y)));
  }
  return drawn.flat();
};

/** The runs of a trace that no trace before it hides. */
function visible(
  columns: readonly number[],
  heights: readonly number[],
  horizon: readonly number[],
  width: number,
): Stroke[] {
  const runs: Point[][] = [[]];
  columns.forEach((x, at) => {
    const y = heights[at] ?? 0;
    if (y < (horizon[at] ?? Infinity)) runs.at(-1)?.push([x, y]);
    else if (runs.at(-1)?.length) runs.push([]);
  });
  return runs.filter((run) => run.length > 1).map((run) => line(run, width));
}
