import { strToU8, zipSync } from 'fflate';

/** A Word file is the same bytes for the same parts: Zip knows local time only, and no part has a date of its own. */
const EPOCH = new Date(2000, 0, 1);
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}/relationships"`;

/** What is told of a file: Word shows it under 属性. */
export interface WordProperties {
  title: string;
  author: string;
  /** `2024-09-10`. */
  day: string;
}

/** ECMA-376 part 1, 17: the parts of a document. `body` is what stands in `w:body`, with its sections. */
export function wordFile(body: string, styles: string, { title, author, day }: WordProperties): Uint8Array {
  const at = `${day}T00:00:00Z`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/word/document.xml', `${WORD}.document.main+xml`],
      ['/word/styles.xml', `${WORD}.styles+xml`],
      ['/word/settings.xml', `${WORD}.settings+xml`],
      ['/word/fontTable.xml', `${WORD}.fontTable+xml`],
      ['/word/footer1.xml', `${WORD}.footer+xml`],
      ['/word/footer2.xml', `${WORD}.footer+xml`],
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ]
      .map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relations([
      [`${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relations([
      [`${OFFICE}/relationships/styles`, 'styles.xml'],
      [`${OFFICE}/relationships/settings`, 'settings.xml'],
      [`${OFFICE}/relationships/fontTable`, 'fontTable.xml'],
      [`${OFFICE}/relationships/footer`, 'footer1.xml'],
      [`${OFFICE}/relationships/footer`, 'footer2.xml'],
    ]),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': styles,
    // 单双页页码不同; widths as the grid says; no kerning of punctuation at the ends of lines.
    'word/settings.xml': `<w:settings ${NAMESPACES}><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="290"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`,
    'word/fontTable.xml': `<w:fonts ${NAMESPACES}>${FONTS.map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`).join('')}</w:fonts>`,
    'word/footer1.xml': footer('right'),
    'word/footer2.xml': footer('left'),
  };
  const entries = Object.entries(parts).map(([path, text]) => [path, strToU8(`${DECLARATION}${text}`)]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: EPOCH, level: 9 });
}

/** Relations are numbered in order: rId4 and rId5 are the footers of odd and of even pages. */
export const ODD_FOOTER = 'rId4';
export const EVEN_FOOTER = 'rId5';

/** A font under its older name, and what newer systems call it. */
const FONTS: readonly (readonly [string, string])[] = [
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
  ['方正小标宋简体', '方正小标宋_GBK'],
  ['宋体', 'SimSun'],
];

/** 4号, a dash on each side, on the outer side with one character left blank. */
function footer(side: 'right' | 'left'): string {
  const run = (text: string): string => `<w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr>${text}</w:r>`;
  return `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="${side}"/><w:ind w:${side}="280" w:${side}Chars="100" w:firstLine="0" w:firstLineChars="0"/></w:pPr>${run('<w:t xml:space="preserve">— </w:t>')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>1</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}${run('<w:t xml:space="preserve"> —</w:t>')}</w:p></w:ftr>`;
}

function relations(pairs: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${pairs.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
