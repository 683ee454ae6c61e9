import { encode } from 'uqr';

/** A QR code as one SVG path of modules, with the quiet zone of four that scanners ask for. */
export interface QrPath {
  /** Width and height in modules, quiet zone included. */
  size: number;
  d: string;
}

/** Level M, for screens and sheets that stay clean. ASCII text gives the smallest code. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      found.push(`M${from} ${y}h${x - from + 1}v1H${from}`);
    }
    return found;
  });
  return { size, d: runs.join('') };
}
