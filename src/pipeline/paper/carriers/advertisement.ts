import type { Finding } from '#core/catalogue/finding.ts';
import type { Json } from '#core/formats/digest.ts';
import type { PaperDocument } from '#pipeline/paper/documents/document.ts';
import { pieces } from '#pipeline/paper/documents/pieces.ts';
import { publishedOf } from '#pipeline/paper/documents/round-documents.ts';
import { titleLines } from '#pipeline/paper/documents/title-lines.ts';
import type { Sheet } from '#pipeline/paper/typst/compiler.ts';
import { fittedSheet, type Press } from '#pipeline/paper/typst/set-sheet.ts';
import { dateOf } from './gazette.ts';

/** A notice set for a newspaper's columns. */
export interface Advertisement {
  columns: 1 | 4;
  /** `6号` or `小5`. */
  type: string;
  /** In millimetres. */
  width: number;
  height: number;
  pdf: Buffer;
}

const TYPES = [
  { type: '6号', size: 7.5 },
  { type: '小5', size: 9 },
] as const;
const GUTTER = 4;
/** Lines of so few characters are not stretched: there is too little in them to take up the room. */
const SHORT = 90;

/** One column and four, in 6号 and 小5 type, each as high as the text needs. @param column width of one column in millimetres */
export function advertisements(
  press: Press,
  document: PaperDocument,
  { column, print, file }: { column: number; print: string | undefined; file: string },
): { found: Advertisement[]; fonts: readonly string[]; findings: Finding[] } {
  const found: Advertisement[] = [];
  let fonts: readonly string[] = [];
  for (const { type, size } of TYPES) {
    for (const columns of [1, 4] as const) {
      const width = columns * column + (columns - 1) * GUTTER;
      const fitted = fittedSheet(press, columnSheet(document, { columns, size, width, print }), document.whole, file);
      if ('findings' in fitted) return { found: [], fonts: [], findings: fitted.findings };
      const { typesetter } = press;
      const { faces, lines } = fitted.fonts;
      const high = (height: number | null): Sheet => ({ ...fitted.sheet, data: { ...fitted.sheet.data, height } });
      // Columns are filled one after the other: the least height at which the text needs no second sheet makes them even.
      const height =
        columns === 1
          ? Math.ceil(typesetter.extent(high(null), faces).end + 2)
          : least((one) => typesetter.extent(high(one), faces).pages === 1);
      found.push({ columns, type, width, height, pdf: typesetter.pdf(high(height), faces) });
      fonts = lines;
    }
  }
  return { found, fonts, findings: [] };
}

function columnSheet(
  document: PaperDocument,
  { columns, size, width, print }: { columns: number; size: number; width: number; print: string | undefined },
): Sheet {
  const { title, issuers, documentNumber, addressee, body, signature, whole } = document;
  const type = size * (columns === 1 ? 1.35 : 2);
  // Bold figures are wider than half a character.
  const room = Math.floor(((width - 4) / 25.4) * (72 / type)) - 1;
  return {
    template: 'column',
    created: publishedOf(document),
    data: {
      columns,
      size,
      width,
      height: null,
      title,
      titleLines: titleLines(title, document.titleWords, room),
      issuers: [...issuers],
      date: dateOf(document),
      description: `${issuers.join('、')} ${document.published}`,
      number: documentNumber ?? null,
      addressee: addressee === undefined ? null : pieces(addressee, []),
      body: body.map((block): Json =>
        block.kind === 'roll'
          ? { kind: 'names', names: block.names.map(({ text }) => text) }
          : { kind: block.kind, ragged: block.text.length < SHORT, pieces: pieces(block.text, whole) as Json },
      ),
      signature: { issuers: [...signature.issuers], date: signature.date },
      print: print === undefined ? null : `批准名单的指纹 ${print}`,
    },
  };
}

/** The least whole number of millimetres at which something fits; what does not fit on two metres fits nowhere. */
function least(fits: (height: number) => boolean): number {
  let [low, high] = [10, 2000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
