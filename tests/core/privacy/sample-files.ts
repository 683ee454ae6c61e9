import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** A PDF with these objects, numbered from 1, and a cross-reference table that nobody needs. */
export function aPdf(objects: readonly (string | Uint8Array)[], tail = ''): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  for (const [index, object] of objects.entries()) {
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object;
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  parts.push(
    Buffer.from(`trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF\n${tail}`, 'latin1'),
  );
  return Buffer.concat(parts);
}

/** A stream object, compressed unless told otherwise. */
export function aStream(contents: string | Uint8Array, entries = '', compressed = true): Uint8Array {
  const raw = typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents;
  const bytes = compressed ? deflateSync(raw) : raw;
  const filter = compressed ? ' /Filter /FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length}${filter} ${entries} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A page that shows `text` (ASCII) by Helvetica, one string per piece, set side by side. */
export function aPdfPage(pieces: readonly string[], more: readonly (string | Uint8Array)[] = []): Uint8Array {
  const shown = pieces.map((piece) => `(${piece}) Tj`).join(' ');
  return aPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    aStream(`BT /F1 12 Tf 72 700 Td ${shown} ET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ]);
}

/** UTF-16 with a mark, as strings of a PDF hold Chinese. */
export function pdfText(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex')}>`;
}

/** A Word file: paragraphs of runs, and further parts by name. */
export function aDocx(
  paragraphs: readonly (readonly string[])[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const body = paragraphs
    .map((runs) => `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`)
    .join('');
  return anArchive({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A workbook of one sheet: texts shared, numbers in the cells. */
export function aWorkbook(
  rows: readonly (readonly (string | number)[])[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const shared: string[] = [];
  const cell = (value: string | number, column: number, row: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
    shared.push(value);
    return `<c ${at} t="s"><v>${shared.length - 1}</v></c>`;
  };
  const sheet = rows
    .map((row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, x, y)).join('')}</row>`)
    .join('');
  return anArchive({
    'xl/workbook.xml': '<?xml version="1.0"?><workbook/>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...parts,
  });
}

export function anArchive(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const contents = Object.entries(files).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]);
  return zipSync(Object.fromEntries(contents) as Record<string, Uint8Array>);
}
