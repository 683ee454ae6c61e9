import { escapedText, foldedLine } from './folded-line.ts';

/** What a telephone's address book takes over of an office; never of a person. */
export interface OfficeCard {
  /** `威海市首席技师选拔管理工作办公室`. */
  name: string;
  /** How it can be reached: content lines as the kinds of channels write them. */
  lines: readonly string[];
  /** Office hours and the like. */
  notes: readonly string[];
  /** The page the card comes from. */
  url: string;
}

/** A vCard 3.0 (RFC 2426), which every telephone reads: CRLF, lines of at most 75 octets. */
export function vcard({ name, lines: reached, notes, url }: OfficeCard): string {
  const title = escapedText(name);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // N is asked for; the name of an office stands where telephones sort by.
    `N:${title};;;;`,
    `FN:${title}`,
    `ORG:${title}`,
    ...reached,
    ...(notes.length > 0 ? [`NOTE:${escapedText(notes.join('；'))}`] : []),
    `URL:${url}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}
