import { charactersOf, descendants, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';
import type { Looks } from './looks.ts';
import { rangeOf } from './ranges.ts';

export interface HidingRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** What becomes of a cell when the condition holds, for a message. */
  hides: string;
}

/** Ranges in which a condition, which nobody evaluates here, takes the text away or strikes it out. */
export function hidingRanges(sheet: XmlNode, { conditional, conditionalOf }: Looks): HidingRange[] {
  const old = descendants(sheet, 'x:conditionalFormatting').flatMap((node) =>
    elements(node, 'x:cfRule').flatMap(({ attributes }) =>
      ranges(node.attributes['sqref'], conditional[Number(attributes['dxfId'] ?? Number.NaN)]?.hides),
    ),
  );
  const recent = descendants(sheet, 'x14:conditionalFormatting').flatMap((node) =>
    descendants(node, 'x14:dxf').flatMap((dxf) =>
      ranges(charactersOf(element(node, 'xm:sqref')), conditionalOf(dxf).hides),
    ),
  );
  return [...old, ...recent];
}

function ranges(references = '', hides: string | undefined): HidingRange[] {
  if (hides === undefined) return [];
  return references.split(/\s+/u).flatMap((reference) => {
    const range = rangeOf(reference);
    return range ? [{ ...range, hides }] : [];
  });
}
