import { book, document, NAMESPACES, p, relations, run, text, wholeDocument } from './seen-files.ts';

/**
 * Every element of WordprocessingML, SpreadsheetML, DrawingML, VML, OMML, charts and diagrams in which a program keeps words that a
 * person sees (ECMA-376 part 1): a sentence put there is read, or named, and never lost without a word.
 */
export type Place = [about: string, bytes: (sentence: string) => Uint8Array];

const t = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const inRun =
  (inside: (words: string) => string): Place[1] =>
  (words) =>
    document(p(`<w:r>${inside(words)}</w:r>`));
const inParagraph =
  (inside: (words: string) => string): Place[1] =>
  (words) =>
    document(p(inside(words)));
const inBody =
  (inside: (words: string) => string): Place[1] =>
  (words) =>
    wholeDocument(inside(words));
const a = (words: string): string => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`;
const m = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
const math = (inside: (words: string) => string): Place[1] =>
  inParagraph((words) => `<m:oMath>${inside(words)}</m:oMath>`);
const graphic = (inside: string): string =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const box = (inside: string): string => `<w:txbxContent>${p(inside)}</w:txbxContent>`;
const partOf =
  (type: string, path: string, inside: (words: string) => string, reference = ''): Place[1] =>
  (words) =>
    document(p(t('焊工') + reference), { rels: [['x', type, path]], more: { [`word/${path}`]: inside(words) } });
const overSheet =
  (inside: (words: string) => string, more: (words: string) => Record<string, string> = () => ({})): Place[1] =>
  (words) =>
    book(text('焊工'), {
      rels: [['d', 'drawing', '../drawings/drawing1.xml']],
      more: {
        'xl/drawings/drawing1.xml': `<xdr:wsDr ${NAMESPACES}><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>0</xdr:row></xdr:from>${inside(words)}</xdr:twoCellAnchor></xdr:wsDr>`,
        ...more(words),
      },
    });
const chart = (inside: (words: string) => string): Place[1] =>
  overSheet(
    () =>
      '<xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></xdr:graphicFrame>',
    (words) => ({
      'xl/drawings/_rels/drawing1.xml.rels': relations(['c', 'chart', '../charts/chart1.xml']),
      'xl/charts/chart1.xml': `<c:chartSpace ${NAMESPACES}><c:chart>${inside(words)}</c:chart></c:chartSpace>`,
    }),
  );
const shared =
  (si: (words: string) => string): Place[1] =>
  (words) =>
    book('<c r="B1" t="s"><v>0</v></c>', {
      more: {
        'xl/_rels/workbook.xml.rels': relations(
          ['one', 'worksheet', 'worksheets/sheet1.xml'],
          ['s', 'sharedStrings', 'sharedStrings.xml'],
        ),
        'xl/sharedStrings.xml': `<sst ${NAMESPACES} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${si(words)}</sst>`,
      },
    });
const comments =
  (inside: (words: string) => string): Place[1] =>
  (words) =>
    book(text('焊工'), {
      rels: [['c', 'comments', '../comments1.xml']],
      more: {
        'xl/comments1.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="B1"><text>${inside(words)}</text></comment></commentList></comments>`,
      },
    });

export const PLACES: Place[] = [
  ['w:t', inRun((s) => `<w:t>${s}</w:t>`)],
  ...['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:ins', 'w:moveTo', 'w:fldSimple'].map(
    (name): Place => [name, inParagraph((s) => `<${name}>${t(s)}</${name}>`)],
  ),
  ['w:sdt in a paragraph', inParagraph((s) => `<w:sdt><w:sdtPr/><w:sdtContent>${t(s)}</w:sdtContent></w:sdt>`)],
  ['w:sdt around paragraphs', (s) => document(`<w:sdt><w:sdtContent>${p(t(s))}</w:sdtContent></w:sdt>`)],
  [
    'w:sdt around a row',
    inBody((s) => `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${p(t(s))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`),
  ],
  [
    'w:customXml around a cell',
    inBody((s) => `<w:tbl><w:tr><w:customXml><w:tc>${p(t(s))}</w:tc></w:customXml></w:tr></w:tbl>`),
  ],
  ['w:rubyBase', inRun((s) => `<w:ruby><w:rt>${t('dian')}</w:rt><w:rubyBase>${t(s)}</w:rubyBase></w:ruby>`)],
  ['a paragraph outside of the tables', inBody((s) => p(t(s)))],
  ['a table in a cell', (s) => document(`<w:tbl><w:tr><w:tc>${p(t(s))}</w:tc></w:tr></w:tbl>${p('')}`)],
  ['w:del', inParagraph((s) => `<w:del><w:r><w:delText>${s}</w:delText></w:r></w:del>`)],
  ['w:moveFrom', inParagraph((s) => `<w:moveFrom>${t(s)}</w:moveFrom>`)],
  [
    'a field’s result',
    inParagraph(
      (s) =>
        `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${t(s)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ],
  ['w:strike', inParagraph((s) => run(s, '<w:strike/>'))],
  ['w:vanish', inParagraph((s) => run(s, '<w:vanish/>'))],
  ['w:vertAlign', inParagraph((s) => run(s, '<w:vertAlign w:val="superscript"/>'))],
  ['w:altChunk', () => wholeDocument('<w:altChunk r:id="a"/>')],
  [
    'w:footnote',
    partOf(
      'footnotes',
      'footnotes.xml',
      (s) => `<w:footnotes ${NAMESPACES}><w:footnote w:id="2">${p(t(s))}</w:footnote></w:footnotes>`,
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
    ),
  ],
  [
    'w:endnote',
    partOf(
      'endnotes',
      'endnotes.xml',
      (s) => `<w:endnotes ${NAMESPACES}><w:endnote w:id="2">${p(t(s))}</w:endnote></w:endnotes>`,
      '<w:r><w:endnoteReference w:id="2"/></w:r>',
    ),
  ],
  [
    'w:comment',
    partOf(
      'comments',
      'comments.xml',
      (s) => `<w:comments ${NAMESPACES}><w:comment w:id="2">${p(t(s))}</w:comment></w:comments>`,
    ),
  ],
  ['w:hdr', partOf('header', 'header1.xml', (s) => `<w:hdr ${NAMESPACES}>${p(t(s))}</w:hdr>`)],
  [
    'w:ftr in a table',
    partOf(
      'footer',
      'footer1.xml',
      (s) => `<w:ftr ${NAMESPACES}><w:tbl><w:tr><w:tc>${p(t(s))}</w:tc></w:tr></w:tbl></w:ftr>`,
    ),
  ],
  [
    'WordArt in a header',
    partOf(
      'header',
      'header1.xml',
      (s) =>
        `<w:hdr ${NAMESPACES}>${p(`<w:r><w:pict><v:shape><v:textpath string="${s}"/></v:shape></w:pict></w:r>`)}</w:hdr>`,
    ),
  ],
  ['wps:txbx', inRun((s) => graphic(`<wps:wsp><wps:txbx>${box(t(s))}</wps:txbx></wps:wsp>`))],
  [
    'wps:txbx in a group',
    inRun((s) => graphic(`<wpg:wgp><wps:wsp><wps:txbx>${box(t(s))}</wps:txbx></wps:wsp></wpg:wgp>`)),
  ],
  [
    'a table in a box',
    inRun((s) =>
      graphic(
        `<wps:wsp><wps:txbx><w:txbxContent><w:tbl><w:tr><w:tc>${p(t(s))}</w:tc></w:tr></w:tbl></w:txbxContent></wps:txbx></wps:wsp>`,
      ),
    ),
  ],
  ['a:t in Word', inRun((s) => graphic(a(s)))],
  ['v:textbox', inRun((s) => `<w:pict><v:rect><v:textbox>${box(t(s))}</v:textbox></v:rect></w:pict>`)],
  ['v:textbox with HTML', inRun((s) => `<w:pict><v:rect><v:textbox><div>${s}</div></v:textbox></v:rect></w:pict>`)],
  ['v:textpath', inRun((s) => `<w:pict><v:shape><v:textpath string="${s}"/></v:shape></w:pict>`)],
  ['w:object', inRun(() => '<w:object><o:OLEObject ProgID="Package"/></w:object>')],
  [
    'dgm:t',
    (s) =>
      document(p(`<w:r>${graphic('<dgm:relIds r:dm="x"/>')}</w:r>`), {
        rels: [['x', 'diagramData', 'diagrams/data1.xml']],
        more: {
          'word/diagrams/data1.xml': `<dgm:dataModel ${NAMESPACES}><dgm:ptLst><dgm:pt><dgm:t>${a(s)}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
        },
      }),
  ],
  ['an element nobody knows', inParagraph((s) => `<z:new xmlns:z="urn:example">${s}</z:new>`)],
  ['an element nobody knows, beside paragraphs', (s) => document(`<w:future><w:deep>${s}</w:deep></w:future>${p('')}`)],
  ['m:t', math(m)],
  ...[
    'm:f',
    'm:rad',
    'm:nary',
    'm:acc',
    'm:bar',
    'm:eqArr',
    'm:groupChr',
    'm:limLow',
    'm:limUpp',
    'm:m',
    'm:phant',
    'm:sPre',
    'm:sSubSup',
    'm:new',
  ].map((name): Place => [name, math((s) => `<${name}><m:e>${m(s)}</m:e></${name}>`)]),
  ['m:d', math((s) => `<m:d><m:e>${m(s)}</m:e></m:d>`)],
  ['m:sSup', math((s) => `<m:sSup><m:e>${m('x')}</m:e><m:sup>${m(s)}</m:sup></m:sSup>`)],
  ['m:oMathPara', (s) => document(`<w:p><m:oMathPara><m:oMath>${m(s)}</m:oMath></m:oMathPara></w:p>`)],
  ['x:is', (s) => book(text(s))],
  ['x:is with runs', (s) => book(`<c r="B1" t="inlineStr"><is><r><rPr/><t>${s}</t></r></is></c>`)],
  ['x:v of a formula', (s) => book(`<c r="B1" t="str"><f>A9</f><v>${s}</v></c>`)],
  ['x:v of a kind nobody knows', (s) => book(`<c r="B1" t="new"><v>${s}</v></c>`)],
  ['x:si', shared((s) => `<si><t>${s}</t></si>`)],
  ['x:si with runs', shared((s) => `<si><r><t>${s}</t></r></si>`)],
  ['x:comment', comments((s) => `<r><t>${s}</t></r>`)],
  ['x:comment of one piece', comments((s) => `<t>${s}</t>`)],
  [
    'x:oddHeader',
    (s) => book(text('焊工'), { after: `<headerFooter><oddHeader>&amp;C${s}</oddHeader></headerFooter>` }),
  ],
  [
    'x:firstFooter',
    (s) => book(text('焊工'), { after: `<headerFooter><firstFooter>&amp;L${s}</firstFooter></headerFooter>` }),
  ],
  ['xdr:sp', overSheet((s) => `<xdr:sp><xdr:txBody>${a(s)}</xdr:txBody></xdr:sp>`)],
  [
    'a field in a shape',
    overSheet((s) => `<xdr:sp><xdr:txBody><a:p><a:fld><a:t>${s}</a:t></a:fld></a:p></xdr:txBody></xdr:sp>`),
  ],
  [
    'xdr:grpSp',
    overSheet((s) => `<xdr:grpSp><xdr:grpSp><xdr:sp><xdr:txBody>${a(s)}</xdr:txBody></xdr:sp></xdr:grpSp></xdr:grpSp>`),
  ],
  [
    'a frame nobody knows',
    overSheet(
      (s) =>
        `<xdr:graphicFrame><a:graphic><a:graphicData><z:new xmlns:z="urn:example">${s}</z:new></a:graphicData></a:graphic></xdr:graphicFrame>`,
    ),
  ],
  ['c:title', chart((s) => `<c:title><c:tx><c:rich>${a(s)}</c:rich></c:tx></c:title>`)],
  [
    'c:v',
    chart(
      (s) =>
        `<c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache><c:pt><c:v>${s}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea>`,
    ),
  ],
  ['c:dLbl', chart((s) => `<c:dLbl><c:tx><c:rich>${a(s)}</c:rich></c:tx></c:dLbl>`)],
  [
    'VML over a sheet',
    (s) =>
      book(text('焊工'), {
        rels: [['v', 'vmlDrawing', '../drawings/v.vml']],
        more: {
          'xl/drawings/v.vml': `<xml ${NAMESPACES}><v:shape><v:textbox><div>${s}</div></v:textbox></v:shape></xml>`,
        },
      }),
  ],
];
