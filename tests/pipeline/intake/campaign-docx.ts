import type { Draft } from './campaign-draft.ts';
import { contentTypes, customProperties, HEAD, PACKAGE_RELS, REL, rels, xml, zipped } from './campaign-xlsx.ts';

/** A Word document with the roster as a table, and text in every part where Word keeps some. */
export function docxOf(draft: Draft): Uint8Array {
  const said = (spot: string): string => xml((draft.asides.get(spot) ?? []).join(' '));
  const has = (spot: string): boolean => draft.asides.has(spot);
  const notes = draft.comments.map((comment, id) => ({ ...comment, id }));
  const cell = (text: string, row = -1, column = -1): string => {
    const own = notes.filter((note) => note.row === row && note.column === column);
    const marks = own.map(({ id }) => `<w:r><w:commentReference w:id="${id}"/></w:r>`).join('');
    const lines = text.split('\n').map((line) => `<w:r><w:t xml:space="preserve">${xml(line)}</w:t></w:r>`);
    return `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr><w:p>${lines.join('<w:r><w:br/></w:r>')}${marks}</w:p></w:tc>`;
  };
  const row = (cells: readonly string[], index = -1): string =>
    `<w:tr>${draft.heads.map((_, column) => cell(cells[column] ?? '', index, column)).join('')}</w:tr>`;
  const whole = (text: string): string =>
    `<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="${draft.heads.length}"/></w:tcPr><w:p><w:r><w:t>${xml(text)}</w:t></w:r></w:p></w:tc></w:tr>`;
  const body = [
    paragraph(xml(draft.title)),
    has('表外段落') ? paragraph(said('表外段落')) : '',
    has('隐藏文字') ? `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${said('隐藏文字')}</w:t></w:r></w:p>` : '',
    has('已删除的修订')
      ? `<w:p><w:del w:id="90" w:author="${said('已删除的修订')}"><w:r><w:delText>${said('已删除的修订')}</w:delText></w:r></w:del></w:p>`
      : '',
    has('域代码')
      ? `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:${said('域代码')}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>联系我们</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
      : '',
    has('书签') ? `<w:p><w:bookmarkStart w:id="91" w:name="${said('书签')}"/><w:bookmarkEnd w:id="91"/></w:p>` : '',
    has('文本框（文档）')
      ? `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(said('文本框（文档）'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
      : '',
    has('图片说明（文档）')
      ? `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图" descr="${said('图片说明（文档）')}"/></wp:inline></w:drawing></w:r></w:p>`
      : '',
    has('脚注') ? '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' : '',
    has('嵌入的文档') ? '<w:altChunk r:id="rIdAFChunk"/>' : '',
    has('公式')
      ? `<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>${said('公式')}</m:t></m:r></m:oMath></w:p>`
      : '',
    has('图示')
      ? '<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rIdDiagramData"/></w:drawing></w:r></w:p>'
      : '',
    has('绑定的控件')
      ? '<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/a[1]/b[1]"/></w:sdtPr><w:sdtContent><w:r><w:t>某</w:t></w:r></w:sdtContent></w:sdt></w:p>'
      : '',
    '<w:tbl><w:tblPr/><w:tblGrid/>',
    ...draft.notes.map(whole),
    row(draft.heads),
    ...draft.rows.map(row),
    '</w:tbl>',
    `<w:sectPr>${has('页眉') ? '<w:headerReference w:type="default" r:id="rIdHeader"/>' : ''}${has('页脚') ? '<w:footerReference w:type="default" r:id="rIdFooter"/>' : ''}</w:sectPr>`,
  ];
  const parts: Record<string, string> = {
    'word/document.xml': `${HEAD}<w:document ${WORD} ${REL}><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': `${HEAD}<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="${said('样式名')}"/></w:style></w:styles>`,
    'word/settings.xml': `${HEAD}<w:settings ${WORD}><w:docVars><w:docVar w:name="a" w:val="${said('文档变量')}"/></w:docVars></w:settings>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${said('文件属性')}</dc:creator><cp:keywords>${said('文件属性')}</cp:keywords></cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Manager>${said('应用属性')}</Manager></Properties>`,
    'docProps/custom.xml': customProperties(said('自定义属性')),
    'customXml/item1.xml': `${HEAD}<备注>${said('自定义 XML')}</备注>`,
    '_rels/.rels': PACKAGE_RELS('word/document.xml'),
  };
  const links: Parameters<typeof rels>[0][number][] = [
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdSettings', 'settings', 'settings.xml'],
  ];
  const add = (name: string, type: string, text: string, ending = 'xml'): void => {
    parts[`word/${name}.${ending}`] = text;
    links.push([`rId${type[0]?.toUpperCase()}${type.slice(1)}`, type, `${name}.${ending}`]);
  };
  if (has('嵌入的文档')) add('chunk', 'aFChunk', `<html><body><p>${said('嵌入的文档')}</p></body></html>`, 'htm');
  if (has('图示'))
    add(
      'diagrams/data1',
      'diagramData',
      `${HEAD}<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>${said('图示')}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
    );
  if (has('绑定的控件')) parts['customXml/item2.xml'] = `${HEAD}<a><b>${said('绑定的控件')}</b></a>`;
  if (has('页眉')) add('header1', 'header', `${HEAD}<w:hdr ${WORD}>${paragraph(said('页眉'))}</w:hdr>`);
  if (has('页脚')) add('footer1', 'footer', `${HEAD}<w:ftr ${WORD}>${paragraph(said('页脚'))}</w:ftr>`);
  if (has('脚注'))
    add(
      'footnotes',
      'footnotes',
      `${HEAD}<w:footnotes ${WORD}><w:footnote w:id="2">${paragraph(said('脚注'))}</w:footnote></w:footnotes>`,
    );
  if (notes.length > 0) {
    const written = notes.map(
      ({ id, text }) => `<w:comment w:id="${id}" w:author="${xml(text)}">${paragraph(xml(text))}</w:comment>`,
    );
    add('comments', 'comments', `${HEAD}<w:comments ${WORD}>${written.join('')}</w:comments>`);
  }
  parts['word/_rels/document.xml.rels'] = rels(links);
  parts['[Content_Types].xml'] = contentTypes(Object.keys(parts));
  return zipped(parts);
}

/** 推荐表: one file a person, labels and values side by side, two pairs a row. */
export function formsOf(draft: Draft): Map<string, Uint8Array> {
  const forms = draft.rows.map((person, index): [string, Uint8Array] => {
    const cells = draft.heads.flatMap((head, column) => [head, person[column] ?? '']);
    const [heads = [], ...rows] = Array.from({ length: Math.ceil(cells.length / 4) }, (_, row) =>
      cells.slice(4 * row, 4 * row + 4),
    );
    const comments = draft.comments.filter(({ row }) => row === index).map(({ text }) => ({ row: 0, column: 1, text }));
    const name = (person[draft.column.name ?? 0] ?? '').replace(/[/:]/g, ' ');
    return [`${index + 1}_${name}.docx`, docxOf({ ...draft, heads, rows, comments })];
  });
  return new Map(forms);
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
