import type { Json } from '#core/formats/digest.ts';
import { isWide } from '#pipeline/paper/documents/attachment.ts';
import type { Attachment, PaperBlock, PaperDocument } from '#pipeline/paper/documents/document.ts';
import { pieces } from '#pipeline/paper/documents/pieces.ts';
import { rollRows } from '#pipeline/paper/documents/roll.ts';
import { publishedOf } from '#pipeline/paper/documents/round-documents.ts';
import type { Sheet } from '#pipeline/paper/typst/compiler.ts';

/**
 * A formal document by GB/T 9704-2012.
 * @param note a sentence under the signature, on copies that bear no seal
 */
export function gazetteSheet(document: PaperDocument, note?: string): Sheet {
  const { title, titleLines, issuers, documentNumber, addressee, signature, frame, whole } = document;
  const levels = [...new Set(document.body.flatMap((one) => (one.kind === 'heading' ? [one.level] : [])))].sort();
  return {
    template: 'gazette',
    created: publishedOf(document),
    data: {
      title,
      titleLines,
      issuers: [...issuers],
      date: dateOf(document),
      description: `${issuers.join('、')} ${document.published}`,
      letterhead: frame.letterhead ?? null,
      number: documentNumber ?? null,
      signer: frame.signer ?? null,
      addressee: addressee === undefined ? null : pieces(addressee, []),
      body: document.body.map((block) => blockData(block, levels, whole)),
      signature: { issuers: [...signature.issuers], date: signature.date },
      seal: frame.seal,
      note: note ?? null,
      attachments: document.attachments.map((one) => attachmentData(one, whole)),
      copiesTo: frame.copiesTo ?? null,
      printedBy: frame.printedBy ?? null,
      printedOn: frame.printedOn ?? null,
    },
  };
}

/** For the file's own date. */
export function dateOf({ published }: Pick<PaperDocument, 'published'>): Json {
  const [year, month, day] = published.split('-').map(Number) as [number, number, number];
  return { year, month, day };
}

const ROLE_OF_LEVEL = { 1: 'black', 2: 'kai', 3: 'body', 4: 'body' } as const;

function blockData(block: PaperBlock, levels: readonly number[], whole: readonly string[]): Json {
  switch (block.kind) {
    case 'heading':
      return {
        kind: 'heading',
        depth: levels.indexOf(block.level) + 2,
        role: ROLE_OF_LEVEL[block.level],
        pieces: pieces(block.text, whole) as Json,
      };
    case 'paragraph':
      return { kind: 'paragraph', pieces: pieces(block.text, whole) as Json };
    case 'roll':
      return rollData(block.names);
  }
}

function rollData(names: readonly { text: string; gone: boolean }[]): { [key: string]: Json } {
  const { columns, rows } = rollRows(names);
  const cells = rows.flatMap((row): Json[] => {
    const left = columns - row.reduce((sum, { span }) => sum + span, 0);
    const filler = left > 0 ? [{ text: '', gone: false, spread: false, span: left }] : [];
    return [...row.map(({ text, gone, span }) => ({ text, gone, span, spread: isShort(text) && !gone })), ...filler];
  });
  return { kind: 'roll', columns, names: cells };
}

/** Of two characters: as wide as three in a list. */
export function isShort(name: string): boolean {
  return /^\p{Script=Han}{2}$/u.test(name);
}

/** Characters of a cell that half a page holds. */
const LONGEST_CELL = 400;

function attachmentData(attachment: Attachment, whole: readonly string[]): Json {
  const { title, note, columns, groups } = attachment;
  const rows = groups.flatMap((group) => group.rows);
  const nameAt = columns.findIndex(({ kind }) => kind === 'name');
  return {
    title,
    note,
    landscape: isWide(attachment),
    breakable: rows.some(({ cells }) => cells.some((cell) => cell.length > LONGEST_CELL)),
    names: rows.flatMap(({ cells, gone }) => (gone === undefined ? [cells[nameAt] ?? ''] : [])),
    columns: columns.map(({ head, kind }) => ({ head, kind })),
    groups: groups.map((group) => ({
      title: group.title ?? null,
      rows: group.rows.map(({ cells, gone, mark }) => ({
        gone: gone ?? null,
        mark: mark ?? null,
        cells: cells.map((cell, at): Json => {
          const kind = columns[at]?.kind;
          return kind === 'name' || kind === 'number' ? cell : pieces(cell, whole);
        }),
      })),
    })),
  };
}
