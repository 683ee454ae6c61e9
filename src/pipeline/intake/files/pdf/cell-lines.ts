import type { Letter } from './page-marks.ts';

/**
 * Letters as lines of text. A line that ran to the edge of its cell goes on in the next; one that ended before is a line of its own.
 */
export function textOf(letters: readonly Letter[], edges?: { left: number; right: number }): string {
  const lines = linesOf(letters);
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    text += before ? `${isFull(before, line, edges) ? joint(text, line) : '\n'}${wordsOf(line)}` : wordsOf(line);
  }
  return text;
}

/** From top to bottom; what stands on nearly one height is one line. */
export function linesOf(letters: readonly Letter[]): Letter[][] {
  const lines: { y: number; letters: Letter[] }[] = [];
  for (const letter of [...letters].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1);
    if (last && letter.y - last.y < letter.size * 0.5) last.letters.push(letter);
    else lines.push({ y: letter.y, letters: [letter] });
  }
  return lines.map((line) => line.letters.sort((a, b) => a.x - b.x));
}

export function wordsOf(line: readonly Letter[]): string {
  let text = '';
  let end = Number.NaN;
  for (const { x, width, size, text: letter } of line) {
    if (x - end > size * 0.25) text += ' ';
    text += letter;
    end = x + width;
  }
  return text;
}

/** Whether the next letter would not have fitted. */
function isFull(line: readonly Letter[], next: readonly Letter[], edges?: { left: number; right: number }): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (!edges || !first || !last) return false;
  // Centred lines leave the same room on both sides.
  const room = edges.right - edges.left - (last.x + last.width - first.x);
  return room < (next[0]?.width ?? 0) + last.size * 1.6;
}

function joint(before: string, next: readonly Letter[]): string {
  return /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(next[0]?.text ?? '') ? ' ' : '';
}
