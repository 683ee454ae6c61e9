/** A figure of the site: drawn at the width it is shown, with the numbers it is drawn from. */
export interface Figure {
  /** Of its files: `/figures/years.svg`. */
  name: string;
  title: string;
  /** How to read it, beside the title. */
  note: string;
  /** What the figure leaves out, and says so. */
  remarks: readonly string[];
  /** @param width in pixels of text of 16: 344 on a phone, 960 on a desk */
  draw(width: number): Drawing;
  /**
   * What stands below it, and in its CSV. A number has its unit: a column of single digits, read down, would be looked at by the privacy
   * gate as a telephone number written into boxes.
   */
  table: Table;
}

export interface Drawing {
  width: number;
  height: number;
  /** SVG elements with the classes of `figure-file.ts`. */
  body: string;
}

export interface Table {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The two widths a page has a figure in; a file has the second. */
export const NARROW = 344;
export const WIDE = 960;

export function isNarrow(width: number): boolean {
  return width < 600;
}
