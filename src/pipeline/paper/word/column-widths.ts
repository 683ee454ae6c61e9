import type { Attachment } from '#pipeline/paper/documents/document.ts';
import { widthOf } from '#pipeline/paper/documents/title-lines.ts';

/** Of a sign of 12 pt, with a little air; of the margins of a cell. Twentieths of a point. */
const SIGN = 252;
const MARGINS = 230;
/** A name longer than this is broken at its middle dots. */
const LONGEST_NAME = 10;

/**
 * Numbers and names have what they need, that none is broken; the other columns share the rest.
 * @param room of all columns together, in twentieths of a point, as what is returned
 */
export function columnWidths({ columns, groups }: Attachment, room: number): number[] {
  const rows = groups.flatMap((group) => group.rows.filter(({ gone }) => gone === undefined));
  const own = columns.map(({ kind, head }, at) => {
    if (kind !== 'number' && kind !== 'name') return undefined;
    const widest = Math.max(widthOf(head), ...rows.map(({ cells }) => widthOf(cells[at] ?? '')));
    return Math.ceil(Math.min(widest, LONGEST_NAME) * SIGN) + MARGINS;
  });
  const left = room - own.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const shares = columns.map(({ kind }, at) => (own[at] === undefined ? (kind === 'long' ? 1.9 : 1) : 0));
  const all = shares.reduce<number>((sum, share) => sum + share, 0);
  return columns.map((_, at) => own[at] ?? Math.floor((left * (shares[at] ?? 0)) / all));
}
