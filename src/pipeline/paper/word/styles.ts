import { NAMESPACES } from './parts.ts';

/** 225 mm by 22 lines, in twentieths of a point and rounded down: a line more must not be lost to the last page of two. */
export const LINE = 579;
/** 156 mm by 28 characters less the 16 points of a character: what each character gives up, in twentieths of a point. */
const TIGHTER = -5;

interface Style {
  id: string;
  name: string;
  based?: string;
  font?: string;
  /** Half points. */
  size?: number;
  paragraph?: string;
  run?: string;
  next?: string;
}

const fixed = `<w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/>`;
const flush = '<w:ind w:firstLine="0" w:firstLineChars="0"/>';
const keep = '<w:keepNext/>';

/** Real styles, so that an office changes a level in one place. No theme fonts: they beat what a style names. */
const PARAGRAPHS: readonly Style[] = [
  {
    id: 'Heading1',
    name: 'heading 1',
    based: 'Normal',
    font: '黑体',
    paragraph: `${keep}<w:outlineLvl w:val="0"/>`,
    next: 'Normal',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    based: 'Normal',
    font: '楷体_GB2312',
    paragraph: `${keep}<w:outlineLvl w:val="1"/>`,
    next: 'Normal',
  },
  { id: 'Heading3', name: 'heading 3', based: 'Normal', paragraph: `${keep}<w:outlineLvl w:val="2"/>`, next: 'Normal' },
  { id: 'Heading4', name: 'heading 4', based: 'Normal', paragraph: `${keep}<w:outlineLvl w:val="3"/>`, next: 'Normal' },
  {
    id: 'Title',
    name: 'Title',
    font: '方正小标宋简体',
    size: 44,
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="${LINE}" w:line="700" w:lineRule="exact"/>${flush}<w:jc w:val="center"/>`,
    next: 'Normal',
  },
  {
    id: 'Letterhead',
    name: '发文机关标志',
    font: '方正小标宋简体',
    size: 84,
    run: '<w:color w:val="C7000B"/>',
    paragraph: `<w:spacing w:before="1100" w:after="${LINE}"/>${flush}<w:jc w:val="center"/>`,
  },
  { id: 'DocumentNumber', name: 'Document Number', based: 'Normal', paragraph: `${flush}<w:jc w:val="center"/>` },
  { id: 'Addressee', name: '主送机关', based: 'Normal', paragraph: `${flush}<w:jc w:val="left"/>`, next: 'Normal' },
  {
    id: 'Roll',
    name: '名单',
    based: 'Normal',
    paragraph: '<w:ind w:left="630" w:leftChars="200" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/>',
  },
  { id: 'AttachmentNote', name: '附件说明', based: 'Normal', paragraph: '<w:keepNext/><w:jc w:val="left"/>' },
  { id: 'Signature', name: '署名', based: 'Normal', paragraph: `<w:keepNext/>${flush}<w:jc w:val="right"/>` },
  { id: 'SignatureDate', name: '成文日期', based: 'Normal', paragraph: `${flush}<w:jc w:val="right"/>` },
  {
    id: 'AttachmentMark',
    name: '附件标识',
    based: 'Normal',
    font: '黑体',
    paragraph: `<w:keepNext/>${flush}<w:jc w:val="left"/>`,
  },
  {
    id: 'AttachmentTitle',
    name: '附件标题',
    font: '方正小标宋简体',
    size: 44,
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="120"/>${flush}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
  },
  {
    id: 'AttachmentCount',
    name: '附件人数',
    size: 28,
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="120"/>${flush}<w:jc w:val="center"/>`,
  },
  {
    id: 'Cell',
    name: '表格文字',
    size: 24,
    paragraph:
      '<w:widowControl w:val="0"/><w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="atLeast"/><w:jc w:val="left"/>',
  },
  { id: 'CellHead', name: '表格栏目', based: 'Cell', font: '黑体', paragraph: '<w:keepNext/><w:jc w:val="center"/>' },
  { id: 'CellCentred', name: '表格居中', based: 'Cell', paragraph: '<w:jc w:val="center"/>' },
  {
    id: 'Imprint',
    name: '版记',
    size: 28,
    paragraph: `<w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/><w:ind w:left="280" w:leftChars="100" w:right="280" w:rightChars="100"/><w:jc w:val="left"/>`,
  },
  { id: 'Footer', name: 'footer', size: 28, paragraph: '<w:spacing w:before="0" w:after="0"/>' },
];

/** Not justified: 28 characters fill a line by themselves, and LibreOffice 7 loses a mark that hangs at the end of a justified one. */
export function stylesPart(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${fixed}<w:ind w:firstLine="630" w:firstLineChars="200"/><w:jc w:val="left"/></w:pPr><w:rPr><w:spacing w:val="${TIGHTER}"/></w:rPr></w:style>`;
  const number = `<w:style w:type="character" w:styleId="PageNumber"><w:name w:val="page number"/><w:rPr>${fonts('宋体')}<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>`;
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  return `<w:styles ${NAMESPACES}>${defaults}${normal}${PARAGRAPHS.map(styleXml).join('')}${number}${table}</w:styles>`;
}

function styleXml({ id, name, based, font, size, paragraph = '', run = '', next }: Style): string {
  const sizes = size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:style w:type="paragraph" w:customStyle="${/^[A-Za-z ]+\d?$/.test(name) ? 0 : 1}" w:styleId="${id}"><w:name w:val="${name}"/>${based ? `<w:basedOn w:val="${based}"/>` : ''}${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${ordered(paragraph)}</w:pPr><w:rPr>${font ? fonts(font) : ''}${run}${sizes}</w:rPr></w:style>`;
}

function fonts(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

const ORDER = ['keepNext', 'widowControl', 'pBdr', 'tabs', 'spacing', 'ind', 'jc', 'outlineLvl'];

/** The schema asks for the properties of a paragraph in this order. */
export function ordered(properties: string): string {
  const found = properties.match(/<w:(?:pBdr|tabs)>.*?<\/w:(?:pBdr|tabs)>|<w:\w+[^>]*\/>/g) ?? [];
  const rank = (one: string): number => ORDER.indexOf(/^<w:(\w+)/.exec(one)?.[1] ?? '');
  return [...found].sort((a, b) => rank(a) - rank(b)).join('');
}
