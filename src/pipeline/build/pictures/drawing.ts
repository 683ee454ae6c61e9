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
  /** The lines of a person's craft, where the picture is wide enough; nobody's once the record fades. */
  motif?: { family: CraftFamily; seed: string } | undefined;
}

export const SIZES = [
  { width: 1200, height: 630 },
  { width: 900, height: 383 },
  { width: 500, height: 500 },
] as const;
export type Size = (typeof SIZES)[number];

const [PAPER, INK, CINNABAR, GREY] = ['#fbfaf7', '#1d1d1f', '#a61b1b', '#504d47'];
const [SHEET, LINE] = ['#fffefc', '#d8d2c4'];

/** Paper, ink and one seal, framed like the board on which names are posted; no red beside the seal, for red says open and this no state. */
export function draw(
  { title, phrases, lines, site, motif: craft }: Subject,
  size: Size,
  { regular, bold }: Typeface,
): string {
  const { width, height } = size;
  const unit = Math.min(width / 1200, height / 500);
  const margin = Math.round(56 * unit + 16);
  const panel = craft && width > height ? panelOf(craft, size, margin) : undefined;
  const room = width - 2 * margin - (panel ? panel.width + Math.round(40 * unit) : 0);
  const short = title === undefined || [...title].length <= 12;
  const head = margin + Math.round(64 * unit);
  const free = height - head - margin;
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
    panel?.svg ?? '',
    ...out,
    '</svg>',
  ].join('');
}

/** A sheet of 4:5 at the right, as high as the frame leaves. */
function panelOf(
  { family, seed }: NonNullable<Subject['motif']>,
  { width, height }: Size,
  margin: number,
): { width: number; svg: string } {
  const [across, down] = [Math.round((height - 2 * margin) * 0.8), height - 2 * margin];
  const paths = pathsOf(motif(family, seed, { width: 400, height: 500 })).map(
    (one) => `<path stroke-width="${one.width}" d="${one.d}"/>`,
  );
  const place = `x="${width - margin - across}" y="${margin}" width="${across}" height="${down}"`;
  const svg = [
    `<rect ${place} fill="${SHEET}" stroke="${LINE}"/>`,
    `<svg ${place} viewBox="0 0 400 500" preserveAspectRatio="xMidYMid slice">`,
    `<g fill="none" stroke="${INK}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`,
  ];
  return { width: across, svg: svg.join('') };
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

function frame(width: number, height: number, unit: number): string {
  const outer = Math.round(18 * unit + 4);
  const inner = outer + Math.round(8 * unit + 2);
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
