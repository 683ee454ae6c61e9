import { isWide } from '#pipeline/paper/documents/attachment.ts';
import type { Attachment, PaperBlock, PaperDocument, Signature } from '#pipeline/paper/documents/document.ts';
import { rollRows } from '#pipeline/paper/documents/roll.ts';
import { widthOf } from '#pipeline/paper/documents/title-lines.ts';
import { columnWidths } from './column-widths.ts';
import { EVEN_FOOTER, ODD_FOOTER, wordFile, xml } from './parts.ts';
import { LINE, ordered, stylesPart } from './styles.ts';

/** One character of the grid, in twentieths of a point: 156 mm by 28. */
const CELL = 315;
/** 版心 in twentieths of a point. */
const TYPE_WIDTH = 8844;
const TYPE_HEIGHT = 12756;

/** The same document for Word: real styles, heads of tables that repeat, the grid, page numbers outside. The same document, the same bytes. */
export function wordDocument(document: PaperDocument, note?: string): Uint8Array {
  const { title, issuers, published, attachments, frame } = document;
  const body = [
    ...headOf(document),
    // A short last paragraph goes with the signature, that no page bears a seal and no text; a long one would leave a page empty.
    ...document.body.flatMap((block, index) => blockXml(block, index === document.body.length - 1)),
    ...attachmentNotes(attachments),
    ...signatureXml(document.signature, frame.seal),
    ...(note === undefined ? [] : [paragraph('Normal', note)]),
  ];
  const imprint = imprintXml(document);
  const parts = attachments.flatMap((one, index) => {
    const wide = isWide(one);
    const before = attachments[index - 1];
    // A section ends in its last paragraph; what stands behind the last attachment belongs to it.
    const end = sectionEnd(before ? isWide(before) : false);
    return [
      `<w:p><w:pPr>${end}</w:pPr></w:p>`,
      ...attachmentXml(one, attachments.length > 1 ? index + 1 : undefined, wide),
    ];
  });
  const last = attachments.at(-1);
  const lastWide = last ? isWide(last) : false;
  const tail =
    imprint.length > 0 && lastWide
      ? [`<w:p><w:pPr>${sectionEnd(true)}</w:pPr></w:p>`, ...imprint, section(false)]
      : [...imprint, section(lastWide)];
  return wordFile([...body, ...parts, ...tail].join(''), stylesPart(), {
    title,
    author: issuers.join('、'),
    day: published,
  });
}

function headOf({ titleLines, documentNumber, addressee, frame }: PaperDocument): string[] {
  const { letterhead, signer } = frame;
  const number = documentNumber ?? '';
  const rule = '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="8" w:color="C7000B"/></w:pBdr>';
  const head =
    letterhead === undefined
      ? []
      : [
          paragraph('Letterhead', letterhead),
          signer === undefined
            ? paragraph('DocumentNumber', number, rule)
            : paragraph(
                'DocumentNumber',
                [number, `\t签发人：${signer}`],
                `${rule}<w:tabs><w:tab w:val="right" w:pos="${TYPE_WIDTH - 316}"/></w:tabs><w:ind w:left="316" w:firstLine="0"/><w:jc w:val="left"/>`,
              ),
          paragraph('Normal', ''),
        ];
  return [
    ...head,
    paragraph(
      'Title',
      titleLines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line])),
    ),
    ...(letterhead === undefined && number !== '' ? [paragraph('DocumentNumber', number)] : []),
    ...(addressee === undefined ? [] : [paragraph('Addressee', addressee)]),
  ];
}

/** Characters of seven lines. */
const KEPT = 196;

function blockXml(block: PaperBlock, last: boolean): string[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(`Heading${block.level}`, block.text)];
    case 'paragraph':
      return [paragraph('Normal', block.text, last && block.text.length < KEPT ? '<w:keepNext/>' : '')];
    case 'roll': {
      const { columns, rows } = rollRows(block.names);
      const stops = Array.from(
        { length: columns - 1 },
        (_, index) => `<w:tab w:val="left" w:pos="${Math.round(CELL * (2 + (26 / columns) * (index + 1)))}"/>`,
      );
      return rows.map((row) =>
        paragraph(
          'Roll',
          row.flatMap(({ text, span }, index) => [
            ...(index === 0 ? [] : ['\t'.repeat(row[index - 1]?.span ?? span)]),
            text,
          ]),
          `<w:tabs>${stops.join('')}</w:tabs>`,
        ),
      );
    }
  }
}

function attachmentNotes(attachments: readonly Attachment[]): string[] {
  if (attachments.length === 0) return [];
  const many = attachments.length > 1;
  return [
    // Kept with what follows as well: a signature never goes on to a page without a line of the text.
    paragraph('AttachmentNote', ''),
    ...attachments.map(({ title }, index) =>
      paragraph('AttachmentNote', `${index === 0 ? '附件：' : '　　　'}${many ? `${index + 1}. ` : ''}${title}`),
    ),
  ];
}

/** The day four characters from the right (two without a seal), the last issuer centred over it, two blank lines for the seal. */
function signatureXml({ issuers, date }: Signature, seal: boolean): string[] {
  const last = issuers.at(-1) ?? '';
  const centre = Math.max((seal ? 4 : 2) + widthOf(date) / 2, widthOf(last) / 2);
  const right = (text: string): string =>
    `<w:ind w:right="${Math.max(0, Math.round(CELL * (centre - widthOf(text) / 2)))}" w:firstLine="0" w:firstLineChars="0"/>`;
  const rows: string[][] = [];
  for (const one of [...issuers].reverse()) {
    const row = rows[0];
    if (row && row.length < 2 && widthOf(row.join('')) + widthOf(one) + 4 <= 26) row.unshift(one);
    else rows.unshift([one]);
  }
  const gap = '　'.repeat(seal ? 2 : 1);
  return [
    paragraph('Signature', ''),
    ...(seal ? [paragraph('Signature', '')] : []),
    ...rows.flatMap((row, index) => [
      ...(index > 0 && seal
        ? [paragraph('Signature', ''), paragraph('Signature', ''), paragraph('Signature', '')]
        : []),
      paragraph('Signature', row.join(gap), right(row.at(-1) ?? '')),
    ]),
    paragraph('Signature', date, right(date)),
  ];
}

function attachmentXml(one: Attachment, number: number | undefined, wide: boolean): string[] {
  const { title, note, columns, groups } = one;
  const widths = columnWidths(one, wide ? TYPE_HEIGHT : TYPE_WIDTH);
  const cell = (at: number, style: string, text: string | string[], span = 1): string => {
    const width = widths.slice(at, at + span).reduce((sum, own) => sum + own, 0);
    const texts = Array.isArray(text) ? text : [text];
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${texts.map((each) => paragraph(style, each)).join('')}</w:tc>`;
  };
  const row = (cells: string, head = false): string =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
  const styleOf = (at: number): string =>
    ['number', 'name'].includes(columns[at]?.kind ?? '') ? 'CellCentred' : 'Cell';
  const lines = groups.flatMap((group) => [
    ...(group.title === undefined ? [] : [row(cell(0, 'CellHead', group.title, columns.length))]),
    ...group.rows.map(({ cells, gone, mark }) =>
      gone === undefined
        ? row(
            cells
              .map((text, at) =>
                cell(
                  at,
                  styleOf(at),
                  at === cells.length - 1 && mark !== undefined ? [...(text === '' ? [] : [text]), mark] : text,
                ),
              )
              .join(''),
          )
        : row(cell(0, styleOf(0), cells[0] ?? '') + cell(1, 'Cell', gone, columns.length - 1)),
    ),
  ]);
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  return [
    paragraph('AttachmentMark', `附件${number ?? ''}`),
    paragraph('AttachmentTitle', title),
    paragraph('AttachmentCount', `（${note}）`),
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, own) => sum + own, 0)}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((own) => `<w:gridCol w:w="${own}"/>`).join('')}</w:tblGrid>${row(columns.map(({ head }, at) => cell(at, 'CellHead', head)).join(''), true)}${lines.join('')}</w:tbl>`,
    // Behind a table stands a paragraph, small enough to open no page.
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>',
  ];
}

function imprintXml({ frame: { copiesTo, printedBy, printedOn } }: PaperDocument): string[] {
  if (copiesTo === undefined && printedBy === undefined) return [];
  const border = (side: string, width: number): string =>
    `<w:${side} w:val="single" w:sz="${width}" w:space="4" w:color="000000"/>`;
  const both = copiesTo !== undefined && printedBy !== undefined;
  return [
    ...(copiesTo === undefined
      ? []
      : [
          paragraph(
            'Imprint',
            `抄送：${copiesTo}`,
            `<w:pBdr>${border('top', 8)}${border('bottom', both ? 6 : 8)}</w:pBdr>`,
          ),
        ]),
    ...(printedBy === undefined
      ? []
      : [
          paragraph(
            'Imprint',
            [printedBy, `\t${printedOn ?? ''}印发`],
            `<w:pBdr>${both ? '' : border('top', 8)}${border('bottom', 8)}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="${TYPE_WIDTH - 280}"/></w:tabs>`,
          ),
        ]),
  ];
}

function paragraph(style: string, text: string | readonly string[], properties = ''): string {
  const pieces = (typeof text === 'string' ? [text] : text)
    .flatMap((piece) => piece.split(/(\t|\n)/))
    .filter((piece) => piece !== '');
  const runs = pieces.map(
    (piece) =>
      `<w:r>${piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${xml(piece)}</w:t>`}</w:r>`,
  );
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${ordered(properties)}</w:pPr>${runs.join('')}</w:p>`;
}

/** A4 with the margins of GB/T 9704-2012; on its side they turn with the sheet. The grid holds the lines, the styles the characters. */
function section(wide: boolean): string {
  const footers = `<w:footerReference w:type="default" r:id="${ODD_FOOTER}"/><w:footerReference w:type="even" r:id="${EVEN_FOOTER}"/>`;
  const page = wide
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="907" w:gutter="0"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1247" w:gutter="0"/>';
  return `<w:sectPr>${footers}${page}${wide ? '' : `<w:docGrid w:type="lines" w:linePitch="${LINE}"/>`}</w:sectPr>`;
}

function sectionEnd(wide: boolean): string {
  return `<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section(wide)}`;
}
