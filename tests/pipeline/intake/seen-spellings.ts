import { book, document, NAMESPACES, p, run, text } from './seen-files.ts';

/** One way in which a program writes something that a person sees or does not see. */
export interface Dialect {
  /** The XML that makes it. */
  about: string;
  bytes: () => Uint8Array;
  /** What is read from the second cell; `undefined` where the row is not read. */
  text?: string | undefined;
  /** Codes of the notices, with how it is hidden or what it is. */
  notices: string[];
  /** A picture of the second cell is kept, as shown. */
  hidden?: 'row' | 'column';
}

export const hiddenRun =
  (properties: string, more: Parameters<typeof document>[1] = {}): (() => Uint8Array) =>
  () =>
    document(p(run('焊工') + run('内部', properties)), more);
export const VANISH = '<w:rPr><w:vanish/></w:rPr>';
export const LOST = 'import-hidden-text 字的颜色与底色相同';
export const SMALL = 'import-hidden-text 字号小得看不见';
export const FORMAT = 'import-hidden-text 数字格式让它什么也不显示';
export const solid = (colour: string): string => `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;
export const box = (inside: string): string =>
  `<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
export const pict = (inside: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const anchor = (inside: string): string =>
  `<xdr:wsDr ${NAMESPACES}><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="1" cy="1"/>${inside}</xdr:oneCellAnchor></xdr:wsDr>`;
export const drawn =
  (inside: string, more = {}): (() => Uint8Array) =>
  () =>
    book(text('焊工'), {
      rels: [['d', 'drawing', '../drawings/drawing1.xml']],
      more: { 'xl/drawings/drawing1.xml': anchor(inside), ...more },
    });
export const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const math = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
export const mt = (value: string): string => `<m:r><m:t>${value}</m:t></m:r>`;
export const numbered =
  (level: string): (() => Uint8Array) =>
  () =>
    document(p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'), {
      first: p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
      rels: [['n', 'numbering', 'numbering.xml']],
      more: {
        'word/numbering.xml': `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">${level}</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
      },
    });
