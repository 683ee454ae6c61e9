import type { CarrierFacts } from '#pipeline/paper/inspect-carrier.ts';
import type { Attachment, PaperBlock, PaperDocument } from './document.ts';

/** Everything that a carrier of a document has to say. */
export function documentFacts(document: PaperDocument): CarrierFacts {
  const { title, issuers, documentNumber, addressee, body, signature, attachments } = document;
  const all: (string | undefined)[] = [
    title,
    ...issuers,
    documentNumber,
    addressee,
    ...body.flatMap(blockTexts),
    ...signature.issuers,
    signature.date,
    ...attachments.flatMap(attachmentTexts),
  ];
  return { passages: all.filter((text): text is string => text !== undefined && text !== ''), names: listed(document) };
}

function listed({ body, attachments }: PaperDocument): string[] {
  const roll = body.flatMap((block) => (block.kind === 'roll' ? block.names.map(({ text }) => text) : []));
  return [...roll, ...attachments.flatMap(attachmentNames)];
}

function blockTexts(block: PaperBlock): string[] {
  return block.kind === 'roll' ? block.names.map(({ text }) => text) : [block.text];
}

function attachmentTexts({ title, note, columns, groups }: Attachment): string[] {
  return [
    title,
    note,
    ...columns.map(({ head }) => head),
    ...groups.flatMap((group) => [
      group.title ?? '',
      ...group.rows.flatMap(({ cells, gone, mark }) => (gone === undefined ? [...cells, mark ?? ''] : [gone])),
    ]),
  ];
}

function attachmentNames({ columns, groups }: Attachment): string[] {
  const at = columns.findIndex(({ kind }) => kind === 'name');
  return groups.flatMap(({ rows }) => rows.map(({ cells, gone }) => gone ?? cells[at] ?? ''));
}
