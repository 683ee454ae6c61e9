import type { FormMeaning, ProgrammeForm } from '#core/records/programme-form.ts';
import { escaped, packed } from './office-files.ts';

export type DialectName = 'word' | 'wps';

/** What a person fills in, by meaning; what is not there stays empty. */
export type Filled = Partial<Record<FormMeaning, string>>;

/**
 * A programme's own form as somebody's Word or WPS would save it: a cover, labels spread by full-width spaces or over two lines, full-width
 * colons, merges by gridSpan (Word) or hMerge (WPS), values in content controls, w14 and wp attributes, the table cut in two by a page.
 */
export function formIn(
  dialect: DialectName,
  form: ProgrammeForm,
  values: Filled,
  boxes: readonly string[] = [],
): Uint8Array {
  const long = (means: FormMeaning): boolean => means.startsWith('text:') || means === 'honours';
  const fields = form.fields.filter(({ means, label }) => !(means === 'no-field' && !/意见|公章|备注/u.test(label)));
  const rows: string[] = [];
  let pair: string[] = [];
  const flush = (): void => {
    if (pair.length > 0) rows.push(row(pair.length === 2 ? [...pair, cell(dialect, ''), cell(dialect, '')] : pair));
    pair = [];
  };
  for (const { label, means } of fields) {
    const value = means === 'route' && boxes.length > 0 ? ticks(boxes, values[means] ?? '') : (values[means] ?? '');
    if (long(means) || means === 'no-field' || [...label].length > 12) {
      flush();
      rows.push(row([cell(dialect, spread(dialect, label)), wide(dialect, value)]));
    } else {
      pair.push(cell(dialect, spread(dialect, label)), cell(dialect, value, true));
      if (pair.length === 4) flush();
    }
  }
  flush();
  const half = Math.ceil(rows.length / 2);
  const cover = [form.name, `申报人：${values.name ?? ''}`, '填表日期：　　年　月　日'].map(paragraph).join('');
  const tables = [rows.slice(0, half), rows.slice(half)].map(
    (some) => `<w:tbl><w:tblPr/><w:tblGrid/>${some.join('')}</w:tbl>`,
  );
  const body = `${cover}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${tables.join('<w:p/>')}${paragraph('填表说明：本表一式两份，用A4纸双面打印。')}<w:sectPr/>`;
  return packed({
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  });
}

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"';

function ticks(boxes: readonly string[], chosen: string): string {
  return boxes.map((box) => `${box === chosen ? '☑' : '□'}${box}`).join('　');
}

/** A label of two signs spread by full-width spaces in WPS; a long label over two lines in Word. */
function spread(dialect: DialectName, label: string): string {
  const signs = [...label];
  if (signs.length === 2) return `${signs[0]}${dialect === 'wps' ? '　　' : '  '}${signs[1]}`;
  if (dialect === 'word' && signs.length >= 5 && signs.length <= 8 && !/[（(]/u.test(label))
    return `${signs.slice(0, 4).join('')}\n${signs.slice(4).join('')}`;
  return label === '出生年月' && dialect === 'wps' ? '出生年月（岁）' : label;
}

function cell(dialect: DialectName, text: string, isValue = false): string {
  const content = text.split('\n').map(paragraph).join('');
  const held =
    isValue && dialect === 'word' && text !== ''
      ? `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
      : content;
  return `<w:tc><w:tcPr/>${held}</w:tc>`;
}

function wide(dialect: DialectName, text: string): string {
  const content = text.split('\n').map(paragraph).join('');
  if (dialect === 'word') return `<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${content}</w:tc>`;
  const merged = '<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>';
  return `<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>${content}</w:tc>${merged}${merged}`;
}

function row(cells: readonly string[]): string {
  return `<w:tr w14:paraId="1A2B3C4D" w14:textId="77777777">${cells.join('')}</w:tr>`;
}

function paragraph(text: string): string {
  return text === ''
    ? '<w:p/>'
    : `<w:p w14:paraId="0A1B2C3D"><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}
