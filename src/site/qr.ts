import { encode } from 'uqr';
import { fingerprint } from '#core/formats/digest.ts';

/** A QR code as one SVG path of modules, with the quiet zone of four that scanners ask for. */
export interface QrPath {
  /** Width and height in modules, quiet zone included. */
  size: number;
  d: string;
}

/** The modules of a code row by row, true for black, with the quiet zone. */
export type QrModules = readonly (readonly boolean[])[];

/** Level M for screens, Q for paper that gets worn. ASCII text gives the smallest code. */
export function qrModules(text: string, level: 'M' | 'Q'): QrModules {
  return encode(text, { ecc: level, border: 4 }).data;
}

/** Codes that were drawn for a page already: a profile and the page for passing it on show the same, and one takes 2 ms. */
const drawn = new Map<string, QrPath>();
const MOST_DRAWN = 20_000;

/** The code of an address for a screen. */
export function screenCode(text: string): QrPath {
  const known = drawn.get(text);
  if (known) return known;
  const path = qrPath(qrModules(text, 'M'));
  if (drawn.size < MOST_DRAWN) drawn.set(text, path);
  return path;
}

export function qrPath(modules: QrModules): QrPath {
  const runs = modules.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      found.push(`M${from} ${y}h${x - from + 1}v1H${from}`);
    }
    return found;
  });
  return { size: modules.length, d: runs.join('') };
}

/** The code as a picture of its own for print, every module `scale` pixels wide. */
export function qrSvg(modules: QrModules, scale: number): string {
  const { size, d } = qrPath(modules);
  const side = size * scale;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${d}"/></svg>\n`
  );
}

/** What the code of a notice says: its address and, behind it, the fingerprint of what was approved, so that paper bears both. */
export function noticeCode(address: string, approved: string | undefined): string {
  return approved === undefined ? address : `${address}#${fingerprint(approved).replaceAll(' ', '')}`;
}
