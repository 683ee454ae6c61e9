/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

export const WHITE: Rgb = [255, 255, 255];

/** `FFCC00`, `#FFCC00`, or with two digits for opacity in front; `undefined` for anything else. */
export function rgbOf(hex: string | undefined): Rgb | undefined {
  const digits = /^#?(?:[\da-f]{2})?([\da-f]{6})$/iu.exec(hex ?? '')?.[1];
  if (digits === undefined) return undefined;
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb;
}

/**
 * Whether letters of one colour cannot be made out on the other. Contrast as in WCAG 2.2, 1.4.3: 1 is the same colour, and below 1.15
 * nobody finds the text who does not know that it is there.
 */
export function isLost(letters: Rgb, ground: Rgb): boolean {
  const [a, b] = [luminance(letters) + 0.05, luminance(ground) + 0.05];
  const [far, near] = [Math.max(...difference(letters, ground)), Math.max(a, b) / Math.min(a, b)];
  // Red on a green of the same lightness is ugly, but it can be read.
  return near < 1.15 && far < 60;
}

/** A theme colour made lighter (tint above 0) or darker, ECMA-376 18.8.19: on its lightness. */
export function tinted([red, green, blue]: Rgb, tint: number): Rgb {
  if (!Number.isFinite(tint) || tint === 0) return [red, green, blue];
  const [hue, saturation, lightness] = hslOf([red, green, blue]);
  const by = Math.max(-1, Math.min(1, tint));
  return rgbOfHsl(hue, saturation, by < 0 ? lightness * (1 + by) : lightness * (1 - by) + by);
}

function difference(a: Rgb, b: Rgb): number[] {
  return a.map((value, index) => Math.abs(value - (b[index] ?? 0)));
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hslOf(colour: Rgb): [number, number, number] {
  const [red, green, blue] = colour.map((value) => value / 255) as [number, number, number];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [lightness, span] = [(most + least) / 2, most - least];
  if (span === 0) return [0, 0, lightness];
  const saturation = span / (1 - Math.abs(2 * lightness - 1));
  const hue =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  return [hue, saturation, lightness];
}

function rgbOfHsl(hue: number, saturation: number, lightness: number): Rgb {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const base = lightness - chroma / 2;
  const sextant = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][Math.floor(hue) % 6] ?? [0, 0, 0];
  return sextant.map((value) => Math.round((value + base) * 255)) as unknown as Rgb;
}
