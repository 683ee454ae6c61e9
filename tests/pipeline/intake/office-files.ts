import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell of a workbook to be made: text, or a spelling of the format's odder corners. */
type SheetCell =
  | string
  | number
  | {
      number?: number;
      text?: string;
      /** Raw XML inside `<is>`: rich text, ruby. */
      rich?: string;
      /** `0.00`, `yyyy-mm-dd`. */
      format?: string;
      formula?: string;
      /** What the program stored as the formula's result; without it there is none. */
      cached?: string;
      error?: string;
      boolean?: boolean;
      comment?: string;
      link?: string;
    };

export interface SheetSpec {
  name: string;
  rows: (SheetCell | undefined)[][];
  /** `A1:K1`. */
  merges?: string[];
  /** From 1, as Excel counts. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
  state?: 'hidden' | 'veryHidden';
  /** Raw XML put before `<sheetData>`. */
  before?: string;
}

/** A workbook as Excel would pack it, part by part, so that every odd shape can be made on purpose. */
export function xlsxFile(sheets: readonly SheetSpec[], extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  const formats = ['General'];
  const strings: string[] = [];
  const parts: Record<string, string | Uint8Array> = {};
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    const comments: [string, string][] = [];
    const links: [string, string][] = [];
    const rows = sheet.rows.map((cells, row) => {
      const hidden = sheet.hiddenRows?.includes(row + 1) ? ' hidden="1"' : '';
      const xml = cells.map((cell, column) => {
        if (cell === undefined) return '';
        const ref = `${letters(column)}${row + 1}`;
        if (typeof cell === 'object' && cell.comment !== undefined) comments.push([ref, cell.comment]);
        if (typeof cell === 'object' && cell.link !== undefined) links.push([ref, cell.link]);
        return cellXml(ref, cell, formats, strings);
      });
      return `<row r="${row + 1}"${hidden}>${xml.join('')}</row>`;
    });
    const columns = (sheet.hiddenColumns ?? []).map(
      (one) => `<col min="${one}" max="${one}" width="9" hidden="1" customWidth="1"/>`,
    );
    parts[`xl/worksheets/sheet${number}.xml`] = [
      XML,
      `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
      columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
      sheet.before ?? '',
      `<sheetData>${rows.join('')}</sheetData>`,
      sheet.merges?.length
        ? `<mergeCells>${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
        : '',
      links.length > 0
        ? `<hyperlinks>${links.map(([ref], at) => `<hyperlink ref="${ref}" r:id="link${at}"/>`).join('')}</hyperlinks>`
        : '',
      '</worksheet>',
    ].join('');
    if (comments.length > 0) parts[`xl/comments${number}.xml`] = commentsXml(comments);
    if (comments.length > 0 || links.length > 0) {
      parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = rels([
        ...(comments.length > 0 ? [['comments', 'comments', `../comments${number}.xml`] as const] : []),
        ...links.map(([, target], at) => [`link${at}`, 'hyperlink', target] as const),
      ]);
    }
  });
  parts['xl/workbook.xml'] =
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
    sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="sheet${index + 1}"/>`,
      )
      .join('') +
    '</sheets></workbook>';
  parts['xl/_rels/workbook.xml.rels'] = rels([
    ...sheets.map((_, index) => [`sheet${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles', 'styles.xml'],
    ['strings', 'sharedStrings', 'sharedStrings.xml'],
  ]);
  parts['xl/styles.xml'] = stylesXml(formats);
  parts['xl/sharedStrings.xml'] =
    `${XML}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`;
  parts['_rels/.rels'] = rels([['workbook', 'officeDocument', 'xl/workbook.xml']]);
  parts['[Content_Types].xml'] = typesXml(
    ['xl/workbook.xml', `${SHEET}.sheet.main+xml`],
    ['xl/styles.xml', `${SHEET}.styles+xml`],
    ['xl/sharedStrings.xml', `${SHEET}.sharedStrings+xml`],
    ...sheets.flatMap((_, index): [string, string][] => [
      [`xl/worksheets/sheet${index + 1}.xml`, `${SHEET}.worksheet+xml`],
      ...(parts[`xl/comments${index + 1}.xml`]
        ? [[`xl/comments${index + 1}.xml`, `${SHEET}.comments+xml`] as [string, string]]
        : []),
    ]),
  );
  return packed({ ...parts, ...extra });
}

export interface DocxCell {
  /** Paragraphs are separated by line feeds. */
  text?: string;
  span?: number;
  vertical?: 'restart' | 'continue';
  /** Raw XML in place of the paragraphs. */
  raw?: string;
}

export interface DocxSpec {
  /** Lines above the tables. */
  before?: string[];
  tables: (string | DocxCell)[][][];
  /** Raw XML behind the tables. */
  after?: string;
}

/** A Word file with tables, merges as Word writes them. */
export function docxFile(
  { before = [], tables, after = '' }: DocxSpec,
  extra: Record<string, string | Uint8Array> = {},
): Uint8Array {
  const body = [
    ...before.map(paragraph),
    ...tables.map(
      (rows) =>
        `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map(docxCell).join('')}</w:tr>`).join('')}</w:tbl>${paragraph('')}`,
    ),
    after,
  ].join('');
  return packed({
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    '_rels/.rels': rels([['document', 'officeDocument', 'word/document.xml']]),
    '[Content_Types].xml': typesXml([
      'word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    ]),
    ...extra,
  });
}

export function paragraph(text: string): string {
  return text === '' ? '<w:p/>' : `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

export function packed(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: '2020-01-01' }];
  }
  return zipSync(files);
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function cellXml(ref: string, cell: SheetCell, formats: string[], strings: string[]): string {
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return cell === '' ? '' : textXml(ref, cell, '', strings);
  const { number, text, rich, format, formula, cached, error, boolean } = cell;
  const style = format === undefined ? '' : ` s="${indexOf(formats, format)}"`;
  if (formula !== undefined) {
    const value = cached === undefined ? '' : `<v>${escaped(cached)}</v>`;
    return `<c r="${ref}"${style}${cached === undefined ? '' : ' t="str"'}><f>${escaped(formula)}</f>${value}</c>`;
  }
  if (error !== undefined) return `<c r="${ref}" t="e"><v>${error}</v></c>`;
  if (boolean !== undefined) return `<c r="${ref}" t="b"><v>${boolean ? 1 : 0}</v></c>`;
  if (number !== undefined) return `<c r="${ref}"${style}><v>${number}</v></c>`;
  if (rich !== undefined) return `<c r="${ref}"${style} t="inlineStr"><is>${rich}</is></c>`;
  return text === undefined ? `<c r="${ref}"${style}/>` : textXml(ref, text, style, strings);
}

function textXml(ref: string, text: string, style: string, strings: string[]): string {
  return `<c r="${ref}"${style} t="s"><v>${indexOf(strings, `<t xml:space="preserve">${escaped(text)}</t>`)}</v></c>`;
}

function indexOf(list: string[], item: string): number {
  const known = list.indexOf(item);
  return known >= 0 ? known : list.push(item) - 1;
}

function stylesXml(formats: readonly string[]): string {
  const custom = formats
    .slice(1)
    .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`);
  const uses = formats.map(
    (_, index) =>
      `<xf numFmtId="${index === 0 ? 0 : 199 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return [
    XML,
    `<styleSheet xmlns="${MAIN}">`,
    custom.length > 0 ? `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` : '',
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>',
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
    `<cellXfs count="${uses.length}">${uses.join('')}</cellXfs></styleSheet>`,
  ].join('');
}

function commentsXml(comments: readonly [string, string][]): string {
  const list = comments.map(
    ([ref, text]) => `<comment ref="${ref}" authorId="0"><text><r><t>${escaped(text)}</t></r></text></comment>`,
  );
  return `${XML}<comments xmlns="${MAIN}"><authors><author>作者</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

function rels(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${escaped(target)}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function typesXml(...overrides: [string, string][]): string {
  const items = overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${items.join('')}</Types>`;
}

function docxCell(cell: string | DocxCell): string {
  const { text = '', span, vertical, raw } = typeof cell === 'string' ? { text: cell } : cell;
  const properties = [
    span ? `<w:gridSpan w:val="${span}"/>` : '',
    vertical ? (vertical === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '',
  ].join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${raw ?? text.split('\n').map(paragraph).join('')}</w:tc>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
