import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '#core/roster/grid.ts';

/** A worksheet as it is written: text only, and for every cell one of the three looks of `LOOKS`. */
export interface SheetParts {
  name: string;
  /** In characters. */
  widths: readonly number[];
  rows: readonly { cells: readonly WrittenCell[]; height?: number }[];
  /** Drop-down lists and prompts. */
  validations: readonly Validation[];
}

interface WrittenCell {
  text: string;
  look: keyof typeof LOOKS;
}

export interface Validation {
  range: string;
  type: 'list' | 'textLength';
  formula: string;
  prompt?: { title: string; text: string };
  /** Said when another value is typed, which may be kept. */
  warning?: { title: string; text: string };
}

/** The places of the looks in `cellXfs`; 0 is what Excel gives to everything else. All are text, format 49. */
const LOOKS = { wrapped: 1, oneLine: 2, head: 3 } as const;

/** ECMA-376 part 1, 18: the parts of a workbook that holds nothing but text. The same sheets give the same bytes. */
export function workbookFile(sheets: readonly SheetParts[]): Uint8Array {
  const strings = new Map<string, number>();
  const written = sheets.map((sheet) => worksheet(sheet, strings));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['workbook.xml', 'sheet.main'],
      ['styles.xml', 'styles'],
      ['sharedStrings.xml', 'sharedStrings'],
      ...sheets.map((_, index) => [`worksheets/sheet${index + 1}.xml`, 'worksheet']),
    ]
      .map(
        ([path, type]) =>
          `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}/relationships"><sheets>${sheets
      .map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst ${MAIN} uniqueCount="${strings.size}">${[...strings.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
    ...Object.fromEntries(written.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
  const entries = Object.entries(parts).map(([path, xml]) => [path, strToU8(`${DECLARATION}${xml}`)]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: EPOCH });
}

/** A file's own dates would differ at every run; who made it when is the office's matter. Zip knows local time only. */
const EPOCH = new Date(2000, 0, 1);
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const STYLES = `<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  ['0', '0', '<alignment vertical="top" wrapText="1"/>'],
  ['0', '0', '<alignment vertical="top"/>'],
  ['1', '2', '<alignment horizontal="center" vertical="center" wrapText="1"/>'],
]
  .map(
    ([font, fill, alignment]) =>
      `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`,
  )
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function worksheet({ widths, rows, validations }: SheetParts, strings: Map<string, number>): string {
  const lines = rows.map(({ cells, height }, row) => {
    const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${row + 1}"${size}>${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`, strings)).join('')}</row>`;
  });
  return [
    `<worksheet ${MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${lines.join('')}</sheetData>`,
    validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    // Paper 8 is A3.
    '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

function cellXml({ text, look }: WrittenCell, reference: string, strings: Map<string, number>): string {
  if (text === '') return `<c r="${reference}" s="${LOOKS[look]}"/>`;
  const known = strings.get(text);
  const place = known ?? strings.size;
  if (known === undefined) strings.set(text, place);
  return `<c r="${reference}" s="${LOOKS[look]}" t="s"><v>${place}</v></c>`;
}

function validationXml({ range, type, formula, prompt, warning }: Validation): string {
  const operator = type === 'textLength' ? ' operator="lessThanOrEqual"' : '';
  const said = prompt
    ? ` showInputMessage="1" promptTitle="${attribute(prompt.title)}" prompt="${attribute(prompt.text)}"`
    : '';
  const asked = warning
    ? ` errorStyle="warning" showErrorMessage="1" errorTitle="${attribute(warning.title)}" error="${attribute(warning.text)}"`
    : '';
  return `<dataValidation type="${type}"${operator} allowBlank="1"${said}${asked} sqref="${range}"><formula1>${escaped(formula)}</formula1></dataValidation>`;
}

function relations(list: readonly [type: string, target: string][]): string {
  const rows = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Excel reads `_x0041_` as an escape, so its sign is escaped itself; signs that XML cannot hold are written that way. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(NOT_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NOT_XML = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/gu;

/** Line feeds in an attribute would become spaces. */
function attribute(text: string): string {
  return escaped(text).replaceAll('\n', '&#10;');
}
