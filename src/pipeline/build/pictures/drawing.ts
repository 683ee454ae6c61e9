import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { motif } from '#core/motifs/index.ts';
import { pathsOf } from '#core/motifs/svg.ts';
import { line, missingFrom, type Typeface, widthOf, wrap } from './typeface.ts';

/** What a picture says: nothing that a later day makes untrue. */
export interface Subject {
  /** The largest words: a name, or the title of a notice; absent from a neutral picture. */
  title: string | undefined;
  /** The title cut where alone a line may break; absent of a name. */
  phrases?: readonly string[];
  /** Under it, in order. */
  lines: readonly string[];
  /** The name of the site. */
  site: string;
  /** The craft of a person, drawn in the person's own hand. */
  motif?: { family: CraftFamily; seed: string };
}

export const SIZES = [
  { width: 1200, height: 630 },
  { width: 900, height: 383 },
  { width: 500, height: 500 },
] as const;
export type Size = (typeof SIZES)[number];

const [PAPER, INK, CINNABAR, GREY] = ['#fbfaf7', '#1d1d1f', '#a61b1b', '#504d47'];

/** Paper, ink and one seal, framed like the board on which names are posted; no red beside the seal, for red says open and this no state. */
export function draw(
  { title, phrases, lines, site, motif: craft }: Subject,
  size: Size,
  { regular, bold }: Typeface,
): string {
  const { width, height } = size;
  const unit = Math.min(width / 1200, height / 500);
  const margin = Math.round(56 * unit + 16);
  // Beside the words where there is room, else below them.
  const strip = craft ? stripOf(size) : undefined;
  const room = width - 2 * margin - (strip?.beside ? strip.width : 0);
  const short = title === undefined || [...title].length <= 12;
  const head = margin + Math.round(64 * unit);
  const free = height - head - margin - (strip && !strip.beside ? strip.height : 0);
  let [scale, set, small, rows, gap, block] = [1, EMPTY, 0, [] as string[], 0, Infinity];
  for (; block > free && scale > 0.5; scale -= 0.05) {
    set = setTitle(title ?? site, phrases, Math.round((short ? 120 : 62) * unit * scale), room, short ? 1 : 3, bold);
    small = Math.round(Math.max(20, 36 * unit * scale));
    rows = lines.flatMap((text) => wrap(text, small, room, regular)).slice(0, 4);
    gap = Math.round(small * 1.5);
    block = set.lines.length * set.size * 1.25 + (rows.length > 0 ? small * 0.8 + rows.length * gap : 0);
  }
  let y = head + Math.max(0, (free - block) / 2);
  const out: string[] = [];
  for (const text of set.lines) {
    y += set.size * 1.12;
    out.push(
      line(text, { x: margin, y, size: set.size, fill: INK, fonts: bold, spacing: short ? set.size * 0.06 : 0 }),
    );
    y += set.size * 0.13;
  }
  y += small * 0.8;
  for (const text of rows) {
    out.push(line(text, { x: margin, y: y + small, size: small, fill: GREY, fonts: regular }));
    y += gap;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    strip && craft ? drawnMotif(craft, strip) : '',
    frame(width, height, unit),
    seal(margin, margin - Math.round(6 * unit), Math.round(56 * unit + 8), bold),
    title === undefined
      ? ''
      : line(site, {
          x: margin + Math.round(56 * unit + 8) + 16 * unit,
          y: margin + Math.round(40 * unit),
          size: Math.round(34 * unit + 6),
          fill: INK,
          fonts: bold,
          spacing: 4 * unit,
        }),
    ...out,
    '</svg>',
  ].join('');
}

/** The characters of a subject that cannot be drawn. */
export function undrawable({ title = '', lines, site }: Subject, { regular, bold }: Typeface): string[] {
  return [...new Set([...missingFrom(title + site, bold), ...missingFrom(lines.join(''), regular)])];
}

const EMPTY = { lines: [] as string[], size: 0 };

function setTitle(
  text: string,
  phrases: readonly string[] = [...text],
  largest: number,
  room: number,
  most: number,
  fonts: Typeface['bold'],
): { lines: string[]; size: number } {
  for (let size = largest; size > 20; size -= 4) {
    const lines =
      most === 1 ? (widthOf(text, size, fonts, size * 0.06) <= room ? [text] : []) : wrap(phrases, size, room, fonts);
    if (lines.length > 0 && lines.length <= most) return { lines, size };
  }
  return { lines: wrap(phrases, 24, room, fonts), size: 24 };
}

interface Strip {
  beside: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

function stripOf({ width, height }: Size): Strip {
  const { inner } = insetsOf(Math.min(width / 1200, height / 500));
  if (width > 1.5 * height) {
    const wide = Math.round(0.56 * height);
    return { beside: true, x: width - inner - wide, y: inner, width: wide, height: height - 2 * inner };
  }
  const high = Math.round(0.3 * height);
  return { beside: false, x: inner, y: height - inner - high, width: width - 2 * inner, height: high };
}

/** Cut at the edges of its strip. */
function drawnMotif({ family, seed }: NonNullable<Subject['motif']>, { x, y, width, height }: Strip): string {
  const paths = pathsOf(motif(family, seed, { width, height })).map(
    (one) => `<path stroke-width="${one.width}" d="${one.d}"/>`,
  );
  return (
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<g fill="none" stroke="${GREY}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`
  );
}

function insetsOf(unit: number): { outer: number; inner: number } {
  const outer = Math.round(18 * unit + 4);
  return { outer, inner: outer + Math.round(8 * unit + 2) };
}

function frame(width: number, height: number, unit: number): string {
  const { outer, inner } = insetsOf(unit);
  const rect = (inset: number, stroke: number): string =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="${INK}" stroke-width="${stroke}"/>`;
  return rect(outer, Math.max(3, Math.round(5 * unit))) + rect(inner, 1);
}

function seal(x: number, y: number, side: number, fonts: Typeface['bold']): string {
  const size = side * 0.72;
  return (
    `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${CINNABAR}"/>` +
    line('榜', { x: x + side / 2, y: y + side / 2 + size * 0.36, size, fill: '#ffffff', fonts, anchor: 'middle' })
  );
}
