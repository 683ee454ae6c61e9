import { strFromU8, unzipSync } from 'fflate';
import type { Grid } from '#core/roster/grid.ts';
import { openArchive } from '#pipeline/intake/files/archive.ts';
import { readDocx } from '#pipeline/intake/files/read-docx.ts';
import { readXlsx } from '#pipeline/intake/files/read-xlsx.ts';
import { packed } from './office-files.ts';

/** Parts written by hand, so that what Word, Excel and WPS may write stands here as such and not as a library would put it. */

const OPEN = 'http://schemas.openxmlformats.org';
export const NAMESPACES = [
  ['w', `${OPEN}/wordprocessingml/2006/main`],
  ['r', `${OPEN}/officeDocument/2006/relationships`],
  ['m', `${OPEN}/officeDocument/2006/math`],
  ['a', `${OPEN}/drawingml/2006/main`],
  ['wp', `${OPEN}/drawingml/2006/wordprocessingDrawing`],
  ['xdr', `${OPEN}/drawingml/2006/spreadsheetDrawing`],
  ['pic', `${OPEN}/drawingml/2006/picture`],
  ['c', `${OPEN}/drawingml/2006/chart`],
  ['dgm', `${OPEN}/drawingml/2006/diagram`],
  ['mc', `${OPEN}/markup-compatibility/2006`],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['xv', 'urn:schemas-microsoft-com:office:excel'],
  ['x14', 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'],
  ['xm', 'http://schemas.microsoft.com/office/excel/2006/main'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');
const MAIN = `xmlns="${OPEN}/spreadsheetml/2006/main" ${NAMESPACES}`;
const RELATION = `${OPEN}/officeDocument/2006/relationships`;

export type Parts = Record<string, string | Uint8Array>;

/** id, type, target; an `!` in front of the target leads out of the file. */
export function relations(...list: [id: string, type: string, target: string][]): string {
  const rows = list.map(([id, type, target]) => {
    const outside = target.startsWith('!');
    return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${outside ? target.slice(1) : target}"${outside ? ' TargetMode="External"' : ''}/>`;
  });
  return `<Relationships xmlns="${OPEN}/package/2006/relationships">${rows.join('')}</Relationships>`;
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (inside: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;

/** A document with one table of one row: 钳工 in the first cell, what is given in the second. */
export function document(
  cell: string,
  { styles = '', tbl = '', tr = '', tc = '', rels = [], more = {}, first = p(run('钳工')) }: DocumentParts = {},
): Uint8Array {
  const table = `<w:tbl><w:tblPr>${tbl}</w:tblPr><w:tr><w:trPr>${tr}</w:trPr><w:tc>${first}</w:tc><w:tc><w:tcPr>${tc}</w:tcPr>${cell}</w:tc></w:tr></w:tbl>`;
  return wholeDocument(table, { styles, rels, more });
}

export interface DocumentParts {
  styles?: string;
  tbl?: string;
  tr?: string;
  tc?: string;
  first?: string;
  rels?: [string, string, string][];
  more?: Parts;
}

export function wholeDocument(body: string, { styles = '', rels = [], more = {} }: DocumentParts = {}): Uint8Array {
  return packed({
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${styles}</w:styles>`,
    'word/_rels/document.xml.rels': relations(['styles', 'styles', 'styles.xml'], ...rels),
    ...more,
  });
}

export const style = (type: string, id: string, inside: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`;

export interface BookParts {
  /** `<font>`, `<fill>` and the attributes of the second cell format, which B1 uses. */
  font?: string;
  fill?: string;
  xf?: string;
  /** Further children of `<styleSheet>`. */
  styles?: string;
  /** In front of and behind `<sheetData>`, and the attributes of its only row. */
  before?: string;
  after?: string;
  row?: string;
  /** The cell A1. */
  first?: string;
  calc?: string;
  rels?: [string, string, string][];
  more?: Parts;
}

export const text = (value: string): string => `<c r="B1" s="1" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A workbook with one row: 钳工 in A1, what is given in B1. */
export function book(cell: string, parts: BookParts = {}): Uint8Array {
  const {
    font = '',
    fill = '<patternFill patternType="none"/>',
    xf = 'numFmtId="0"',
    styles = '',
    before = '',
    after = '',
    row = '',
    first = '<c r="A1" t="inlineStr"><is><t>钳工</t></is></c>',
    calc = '',
    rels = [],
    more = {},
  } = parts;
  return packed({
    'xl/workbook.xml': `<workbook ${MAIN}><sheets><sheet name="名单" sheetId="1" r:id="one"/></sheets>${calc}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['one', 'worksheet', 'worksheets/sheet1.xml'],
      ['st', 'styles', 'styles.xml'],
    ),
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles.startsWith('<numFmts') ? styles : ''}<fonts><font><sz val="11"/></font><font>${font}</font></fonts><fills><fill><patternFill patternType="none"/></fill><fill>${fill}</fill></fills><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf fontId="1" fillId="1" ${xf}/></cellXfs>${styles.startsWith('<numFmts') ? '' : styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}>${before}<sheetData><row r="1" ${row}>${first}${cell}</row></sheetData>${after}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(...rels),
    ...more,
  });
}

/** The same file with other words in its XML (but for the relations), and other names for its parts. */
export function renamed(
  bytes: Uint8Array,
  words: [string | RegExp, string][],
  names: Record<string, string> = {},
  more: Parts = {},
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]): [string, string] => {
    const said = name.endsWith('.rels') ? [] : words;
    return [names[name] ?? name, said.reduce((xml, [from, to]) => xml.replaceAll(from, to), strFromU8(content))];
  });
  return packed({ ...Object.fromEntries(parts), ...more });
}

export function readFile(bytes: Uint8Array): Grid {
  const opened = openArchive(bytes, 'a');
  if ('refusal' in opened) throw new Error(opened.refusal.code);
  return opened.archive.has('xl/workbook.xml') ? readXlsx(opened.archive) : readDocx(opened.archive);
}
