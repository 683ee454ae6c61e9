/** Elements of a drawing. Colours and weights are classes, so that a page has them of its tokens and a file of its own rules. */
type Tone = 'ink' | 'grey';

export interface Words {
  size?: number;
  tone?: Tone;
  anchor?: 'start' | 'middle' | 'end';
  /** In the Song of headings. */
  song?: boolean;
}

export function words(x: number, y: number, text: string, given: Words = {}): string {
  const { size = 15, tone = 'ink', anchor = 'start', song = false } = given;
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" class="${tone}${song ? ' song' : ''}"${at}>${escaped(text)}</text>`;
}

/** Width of a text: a Han character is as wide as its size, a digit or letter a little over half. No font is asked. */
export function widthOf(text: string, size = 15): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/u.test(sign) ? 1 : 0.58), 0) * size;
}

/** Filled dots as one path: strokes without length and with round ends. */
export function dots(places: readonly (readonly [number, number])[], diameter: number): string {
  if (places.length === 0) return '';
  const d = places.map(([x, y]) => `M${short(x)} ${short(y)}h0`).join('');
  return `<path class="dots" stroke-width="${diameter}" d="${d}"/>`;
}

/** The same not filled. */
export function circles(places: readonly (readonly [number, number])[], diameter: number): string {
  if (places.length === 0) return '';
  const r = short(diameter / 2 - 0.75);
  const d = places
    .map(([x, y]) => `M${short(x - r)} ${short(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`)
    .join('');
  return `<path class="open" d="${d}"/>`;
}

export function bar(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  kind: 'bar' | 'open' = 'bar',
): string {
  // The outline stands inside the space a filled bar would take.
  const inset = kind === 'open' ? 0.75 : 0;
  return `<rect class="${kind}" x="${short(x + inset)}" y="${short(y + inset)}" width="${short(Math.max(1, width - 2 * inset))}" height="${short(Math.max(1, height - 2 * inset))}"/>`;
}

/** Rules of the page's own line colour, as one path. */
export function rules(lines: readonly (readonly [x: number, y: number, endX: number, endY: number])[]): string {
  const d = lines.map(([x, y, endX, endY]) => `M${short(x)} ${short(y)}L${short(endX)} ${short(endY)}`).join('');
  return `<path class="rule" d="${d}"/>`;
}

export function tick(x: number, y: number, height: number): string {
  return `<path class="tick" d="M${short(x)} ${short(y)}v${short(height)}"/>`;
}

function short(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
