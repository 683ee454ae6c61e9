import { element, elements, isOff, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { ordinal } from './cells.ts';

/** Which rows and columns of a worksheet a person sees, and how high the rows are. */
export interface Measures {
  hiddenRows: number[];
  /** Rows of which nobody can say whether they are seen. */
  unclearRows: number[];
  isHiddenColumn: (column: number) => boolean;
  /** In points. */
  heightOf: (row: number) => number;
}

/** Excel's own height of a row where the file names none. */
const USUAL_HEIGHT = 15;
/** Points, and characters: what is lower or narrower shows a line of dots at most. */
const LOWEST = 2;
const NARROWEST = 0.5;

export function measuresOf(sheet: XmlNode): Measures {
  const general = element(sheet, 'x:sheetFormatPr')?.attributes;
  const usual = Number(general?.['defaultRowHeight'] ?? USUAL_HEIGHT);
  const hiddenByDefault = isSet(general?.['zeroHeight']);
  const heights = new Map<number, number>();
  const measures = { hiddenRows: [] as number[], unclearRows: [] as number[] };
  let row = -1;
  for (const { attributes } of elements(element(sheet, 'x:sheetData'), 'x:row')) {
    row = ordinal(attributes['r'], row);
    const height = attributes['ht'] === undefined ? usual : Number(attributes['ht']);
    const hidden = isSet(attributes['hidden']) || height < LOWEST;
    heights.set(row, hidden ? 0 : height);
    if (hidden) measures.hiddenRows.push(row);
    // Excel lists only what is seen of such a sheet, other programs list every row; this one says neither.
    else if (hiddenByDefault && attributes['hidden'] === undefined && attributes['ht'] === undefined)
      measures.unclearRows.push(row);
  }
  const columns = elements(element(sheet, 'x:cols'), 'x:col').map(({ attributes }) => ({
    from: Number(attributes['min'] ?? 0) - 1,
    to: Number(attributes['max'] ?? attributes['min'] ?? 0) - 1,
    hidden: isSet(attributes['hidden']) || Number(attributes['width'] ?? 9) < NARROWEST,
  }));
  const narrow = Number(general?.['defaultColWidth'] ?? 9) < NARROWEST;
  return {
    ...measures,
    isHiddenColumn: (column) => columns.find(({ from, to }) => column >= from && column <= to)?.hidden ?? narrow,
    heightOf: (at) => heights.get(at) ?? (hiddenByDefault ? 0 : usual),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !isOff(value);
}
