/** In which widths a picture is given, in pixels, the widest last: never wider than the original. */
export function widthsFor(kind: keyof typeof WIDTHS, original: number): number[] {
  const all: readonly number[] = WIDTHS[kind];
  const most = all.at(-1) ?? original;
  return [...all.filter((width) => width < original), ...(original <= most ? [original] : [])];
}

const WIDTHS = {
  /** At most 15 rem, on a screen of three times the dots. */
  portrait: [240, 480, 720],
  process: [360, 720],
  /** The last is what opens. */
  work: [480, 960, 1600],
  poster: [640, 1280],
} as const;

/** AVIF costs a second a picture, and pays for large portraits alone. */
export const AVIF_WIDTH = 720;
