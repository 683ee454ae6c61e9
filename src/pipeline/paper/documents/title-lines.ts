import { phrases } from '#core/text/phrases.ts';

/** Characters of 2号 that stand in a line of the type area: 156 mm by 22 pt. */
const TITLE_WIDTH = 20;

/**
 * A title in its lines: broken between phrases alone, as few as can be, even, and rather a trapezoid or a diamond than an hourglass
 * (GB/T 9704-2012, 7.3.1). A phrase longer than a line is cut where its signs allow it.
 * @param words what must stay whole beside the common words of such titles
 */
export function titleLines(title: string, words: readonly string[], width = TITLE_WIDTH): string[] {
  const pieces = phrases(title, words).flatMap((piece) => cut(piece, width));
  const fewest = Math.max(1, Math.ceil(widestOf(title) / width));
  for (let count = fewest; count <= pieces.length; count += 1) {
    const best = partitions(pieces, count)
      .filter((lines) => lines.every((line) => widestOf(line) <= width))
      .map((lines) => ({ lines, cost: costOf(lines.map(widthOf)) }))
      .sort((a, b) => a.cost - b.cost)[0];
    if (best) return best.lines;
  }
  return pieces;
}

/** In Han characters: everything of ASCII is half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}

/** The same at its widest: figures of the open typefaces are wider than half a character (Noto Serif: 0.56). */
function widestOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.56 : 1), 0);
}

function cut(piece: string, width: number): string[] {
  if (widthOf(piece) <= width) return [piece];
  const count = Math.ceil(widthOf(piece) / width);
  const signs = [...piece];
  const size = Math.ceil(signs.length / count);
  return Array.from({ length: count }, (_, index) => signs.slice(index * size, (index + 1) * size).join(''));
}

/** All ways to lay pieces into so many lines; titles have few phrases, and of very many only the first are tried. */
function partitions(pieces: readonly string[], count: number): string[][] {
  const found: string[][] = [];
  const visit = (from: number, lines: readonly string[]): void => {
    if (found.length > 4000) return;
    if (lines.length === count - 1) {
      found.push([...lines, pieces.slice(from).join('')]);
      return;
    }
    for (let to = from + 1; to <= pieces.length - (count - 1 - lines.length); to += 1) {
      visit(to, [...lines, pieces.slice(from, to).join('')]);
    }
  };
  visit(0, []);
  return found;
}

function costOf(widths: readonly number[]): number {
  const mean = widths.reduce((sum, one) => sum + one, 0) / widths.length;
  const uneven = widths.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const hourglass = widths.some(
    (one, at) => at > 0 && at < widths.length - 1 && one < Math.min(widths[at - 1] ?? 0, widths[at + 1] ?? 0),
  );
  const last = widths.at(-1) ?? 0;
  return uneven + (hourglass ? 50 : 0) + (last < 4 ? 50 : 0);
}
