import { chineseDate, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Section } from '#core/records/content.ts';
import type { NoticePart } from '#core/records/notice.ts';

/** An official text in the pieces it is set from. */
export type DocumentBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'addressee'; text: string }
  | { kind: 'prose'; html: string }
  | { kind: 'part'; part: NoticePart }
  /** Issuers and date, at the right. */
  | { kind: 'signature'; lines: string[] };

/** Cuts the sections of a notice or result at its generated parts; the words stay as they are. */
export function documentBlocks(
  sections: readonly Section[],
  signed: { issuers: readonly string[]; dates: readonly PlainDate[] },
): DocumentBlock[] {
  const blocks = sections.flatMap(({ heading, html }): DocumentBlock[] => [
    ...(heading === undefined ? [] : [{ kind: 'heading' as const, text: heading }]),
    ...html.split(PART).flatMap((piece, index): DocumentBlock[] => {
      if (index % 2 === 1) return [{ kind: 'part', part: piece as NoticePart }];
      return piece.trim() === '' ? [] : [{ kind: 'prose', html: piece.trim() }];
    }),
  ]);
  return withAddressee(withSignature(blocks, [...signed.dates.map(chineseDate), ...signed.issuers]));
}

const PART = /<jb-part data-part="([^"]+)"><\/jb-part>/;
const LAST_PARAGRAPH = /\s*<p>([^<]+)<\/p>\s*$/;
const FIRST_PARAGRAPH = /^<p>([^<]{2,200}：)<\/p>\s*/;

function withSignature(blocks: DocumentBlock[], known: readonly string[]): DocumentBlock[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'prose') return blocks;
  const lines: string[] = [];
  let html = last.html;
  for (let match = LAST_PARAGRAPH.exec(html); match; match = LAST_PARAGRAPH.exec(html)) {
    const text = match[1] ?? '';
    if (!text.split(/\s+/).every((word) => known.includes(word))) break;
    lines.unshift(text);
    html = html.slice(0, match.index);
  }
  if (lines.length === 0) return blocks;
  const before: DocumentBlock[] = html === '' ? [] : [{ kind: 'prose', html }];
  return [...blocks.slice(0, -1), ...before, { kind: 'signature', lines }];
}

/** A result opens with those it is sent to, set flush left. */
function withAddressee(blocks: DocumentBlock[]): DocumentBlock[] {
  const first = blocks[0];
  const match = first?.kind === 'prose' ? FIRST_PARAGRAPH.exec(first.html) : null;
  if (first?.kind !== 'prose' || !match) return blocks;
  const rest = first.html.slice(match[0].length);
  return [
    { kind: 'addressee', text: match[1] ?? '' },
    ...(rest === '' ? [] : [{ kind: 'prose' as const, html: rest }]),
    ...blocks.slice(1),
  ];
}
