import { strToU8, zipSync } from 'fflate';
import type { Draft } from './campaign-draft.ts';

/**
 * A workbook written part by part, because no library writes all the places in which Excel and WPS keep text: ECMA-376, and the
 * threaded comments of [MS-XLSX].
 */
export function xlsxOf(draft: Draft): Uint8Array {
  const said = (spot: string): string => xml((draft.asides.get(spot) ?? []).join(' '));
  const strings: string[] = [];
  const shared = (text: string, phonetic = ''): number => {
    const reading = phonetic === '' ? '' : `<rPh sb="0" eb="1"><t>${phonetic}</t></rPh>`;
    return strings.push(`<si><t xml:space="preserve">${xml(text)}</t>${reading}</si>`) - 1;
  };
  const top = [[draft.title], ...draft.notes.map((note) => [note])];
  const first = top.length + 2;
  const rows = [...top, draft.heads, ...draft.rows].map((cells, index) => {
    const hidden = draft.hiddenRows.has(index - top.length - 1) ? ' hidden="1"' : '';
    const made = cells.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${letters(column)}${index + 1}" s="1" t="s"><v>${shared(text, index === 0 ? said('注音') : '')}</v></c>`,
    );
    return `<row r="${index + 1}"${hidden}>${made.join('')}</row>`;
  });
  shared(`草稿 ${(draft.asides.get('多余的共享文字') ?? []).join(' ')}`);
  const wide = letters(draft.heads.length - 1);
  const columns = draft.heads.map(
    (_, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="14"${draft.hiddenColumns.has(index) ? ' hidden="1"' : ''}/>`,
  );
  const threads = draft.asides.get('线索批注') ?? [];
  const notes = [
    ...draft.comments.map(({ row, column, text }) => ({ ref: `${letters(column)}${row + first}`, text })),
    ...threads.map((text) => ({ ref: `A${first}`, text })),
  ];
  const link = draft.asides.get('超链接') ?? [];
  const drawn = ['文本框（表格）', '图片说明（表格）'].some((spot) => draft.asides.has(spot));
  const sheet = [
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    `<mergeCells count="${top.length}">${top.map((_, index) => `<mergeCell ref="A${index + 1}:${wide}${index + 1}"/>`).join('')}</mergeCells>`,
    `<dataValidations count="1"><dataValidation type="textLength" operator="lessThan" showInputMessage="1" promptTitle="说明" prompt="${said('列表验证提示')}" sqref="A1"><formula1>9999</formula1></dataValidation></dataValidations>`,
    link.length > 0
      ? `<hyperlinks><hyperlink ref="A${first}" r:id="rIdLink" tooltip="${said('超链接')}"/></hyperlinks>`
      : '',
    `<headerFooter><oddHeader>&amp;C${said('打印页眉页脚')}</oddHeader></headerFooter>`,
    drawn ? '<drawing r:id="rIdDrawing"/>' : '',
    notes.length > 0 ? '<legacyDrawing r:id="rIdVml"/>' : '',
  ].join('');
  const hidden = draft.hiddenSheets;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} ${REL}><sheets><sheet name="${xml(draft.sheetName)}" sheetId="1" r:id="rId1"/>${hidden
      .map(
        ({ name, very }, index) =>
          `<sheet name="${xml(name)}${index}" sheetId="${index + 2}" state="${very ? 'veryHidden' : 'hidden'}" r:id="rId${index + 2}"/>`,
      )
      .join(
        '',
      )}</sheets><definedNames><definedName name="_备注" hidden="1">"${said('定义的名称')}"</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': rels([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ...hidden.map((_, index): Rel => [`rId${index + 2}`, 'worksheet', `worksheets/sheet${index + 2}.xml`]),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdExternal', 'externalLink', 'externalLinks/externalLink1.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${MAIN} ${REL}>${sheet}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': rels([
      ...(link.length > 0 ? [['rIdLink', 'hyperlink', `mailto:${said('超链接')}`, 'External'] as Rel] : []),
      ...(drawn ? [['rIdDrawing', 'drawing', '../drawings/drawing1.xml'] as Rel] : []),
      ...(notes.length > 0
        ? ([
            ['rIdVml', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
            ['rIdComments', 'comments', '../comments1.xml'],
          ] as Rel[])
        : []),
    ]),
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="170" formatCode="0&quot;${said('数字格式')}&quot;"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="170" fontId="0" fillId="0" borderId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/externalLinks/externalLink1.xml': `${HEAD}<externalLink ${MAIN} ${REL}><externalBook r:id="rId1"><sheetNames><sheetName val="${said('外部链接')}"/></sheetNames></externalBook></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': rels([
      ['rId1', 'externalLinkPath', `file:///${said('外部链接')}.xlsx`, 'External'],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${said('文件属性')}</dc:creator><dc:description>${said('文件属性')}</dc:description><cp:lastModifiedBy>${said('文件属性')}</cp:lastModifiedBy></cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Manager>${said('应用属性')}</Manager><Company>${said('应用属性')}</Company></Properties>`,
    'docProps/custom.xml': customProperties(said('自定义属性')),
    'customXml/item1.xml': `${HEAD}<备注>${said('自定义 XML')}</备注>`,
    '_rels/.rels': PACKAGE_RELS('xl/workbook.xml'),
  };
  for (const [index, { rows: cells }] of hidden.entries()) {
    const body = cells.map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((text, column) => `<c r="${letters(column)}${at + 1}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${index + 2}.xml`] =
      `${HEAD}<worksheet ${MAIN}><sheetData>${body.join('')}</sheetData></worksheet>`;
  }
  if (drawn) parts['xl/drawings/drawing1.xml'] = drawing(said('文本框（表格）'), said('图片说明（表格）'));
  if (notes.length > 0) {
    parts['xl/comments1.xml'] =
      `${HEAD}<comments ${MAIN}><authors><author>${xml(notes[0]?.text ?? '')}</author></authors><commentList>${notes
        .map(({ ref, text }) => `<comment ref="${ref}" authorId="0"><text><t>${xml(text)}</t></text></comment>`)
        .join('')}</commentList></comments>`;
    parts['xl/drawings/vmlDrawing1.vml'] = '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>';
  }
  if (threads.length > 0) {
    parts['xl/threadedComments/threadedComment1.xml'] =
      `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A${first}" personId="{1}" id="{2}"><text>${said('线索批注')}</text></threadedComment></ThreadedComments>`;
  }
  parts['xl/sharedStrings.xml'] =
    `${HEAD}<sst ${MAIN} count="${strings.length}" uniqueCount="${strings.length}">${strings.join('')}</sst>`;
  parts['[Content_Types].xml'] = contentTypes(Object.keys(parts));
  return zipped(parts);
}

type Rel = [id: string, type: string, target: string, mode?: string];

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

export function rels(list: readonly Rel[]): string {
  const rows = list.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${TYPES}${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

export function PACKAGE_RELS(main: string): string {
  return rels([
    ['rId1', 'officeDocument', main],
    ['rId2', 'extended-properties', 'docProps/app.xml'],
    ['rId3', 'custom-properties', 'docProps/custom.xml'],
    ['rId4', 'customXml', 'customXml/item1.xml'],
  ]).replace(
    '</Relationships>',
    '<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
  );
}

export function customProperties(text: string): string {
  return `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="备注"><vt:lpwstr>${text}</vt:lpwstr></property></Properties>`;
}

const PART_TYPES: [RegExp, string][] = [
  [/^xl\/workbook\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  [/^xl\/worksheets\/sheet\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'],
  [/sharedStrings\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'],
  [/^xl\/styles\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'],
  [/^xl\/comments1\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'],
  [/^xl\/drawings\/drawing1\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  [/externalLink1\.xml$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml'],
  [/^word\/document\.xml$/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  [
    /^word\/(styles|settings|comments|footnotes|header|footer)\d*\.xml$/,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.$1+xml',
  ],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [/^docProps\/custom\.xml$/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
];

export function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const found = PART_TYPES.find(([pattern]) => pattern.test(name));
    const type = found?.[1].replace('$1', found[0].exec(name)?.[1] ?? '');
    return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`];
  });
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`;
}

export function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
    mtime: new Date(2026, 0, 1),
  });
}

function drawing(box: string, description: string): string {
  const anchor =
    '<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>';
  return `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>${anchor}<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框" descr="${description}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>${box}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
