import { book, document, NAMESPACES, p, relations, run, text, wholeDocument } from './seen-files.ts';
import type { Place } from './seen-places.ts';
import { drawn } from './seen-spellings.ts';

const MS = 'http://schemas.microsoft.com/office';
const a = (words: string): string => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`;
const graphic = (inside: string): string =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const frame = (inside: string): string =>
  `<xdr:graphicFrame><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></xdr:graphicFrame>`;

/** A part that something drawn in a Word file leads to. */
function inWord(reference: string, type: string, path: string, part: (words: string) => string): Place[1] {
  return (words) =>
    document(p(run('焊工') + graphic(reference)), {
      rels: [['x', type, path]],
      more: { [`word/${path}`]: part(words) },
    });
}

/** The same over a sheet. */
function overSheet(reference: string, type: string, path: string, part: (words: string) => string): Place[1] {
  return (words) =>
    drawn(frame(reference), {
      'xl/drawings/_rels/drawing1.xml.rels': relations(['x', type, `../${path}`]),
      [`xl/${path}`]: part(words),
    })();
}

const chart = (inside: string): string => `<c:chartSpace ${NAMESPACES}><c:chart>${inside}</c:chart></c:chartSpace>`;
const diagram = (words: string): string =>
  `<dgm:dataModel ${NAMESPACES}><dgm:ptLst><dgm:pt><dgm:t>${a(words)}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`;

/** The same elements in the other kinds of parts, and those of the yearly extensions ([MS-DOCX], [MS-XLSX], [MS-ODRAWXML]). */
export const MORE_PLACES: Place[] = [
  [
    'a thread of comments over a sheet',
    (words) =>
      book(text('焊工'), {
        more: {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="${MS}/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
          'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B1"><text>${words}</text></threadedComment></ThreadedComments>`,
        },
      }),
  ],
  [
    'a chart in Word',
    inWord('<c:chart r:id="x"/>', 'chart', 'charts/chart1.xml', (s) =>
      chart(`<c:title><c:tx><c:rich>${a(s)}</c:rich></c:tx></c:title>`),
    ),
  ],
  [
    'an axis of a chart',
    inWord('<c:chart r:id="x"/>', 'chart', 'charts/chart1.xml', (s) =>
      chart(`<c:plotArea><c:valAx><c:title><c:tx><c:rich>${a(s)}</c:rich></c:tx></c:title></c:valAx></c:plotArea>`),
    ),
  ],
  [
    'the name of a series',
    inWord('<c:chart r:id="x"/>', 'chart', 'charts/chart1.xml', (s) =>
      chart(
        `<c:plotArea><c:pieChart><c:ser><c:tx><c:strRef><c:f>A1</c:f><c:strCache><c:pt><c:v>${s}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser></c:pieChart></c:plotArea>`,
      ),
    ),
  ],
  [
    'a chart of the newer kind over a sheet',
    overSheet(
      `<cx:chart xmlns:cx="${MS}/drawing/2014/chartex" r:id="x"/>`,
      'chartEx',
      'charts/chartEx1.xml',
      (s) =>
        `<cx:chartSpace ${NAMESPACES} xmlns:cx="${MS}/drawing/2014/chartex"><cx:chart><cx:title><cx:tx><cx:rich>${a(s)}</cx:rich></cx:tx></cx:title></cx:chart></cx:chartSpace>`,
    ),
  ],
  ['SmartArt over a sheet', overSheet('<dgm:relIds r:dm="x"/>', 'diagramData', 'diagrams/data1.xml', diagram)],
  ['SmartArt in Word, in line', inWord('<dgm:relIds r:dm="x"/>', 'diagramData', 'diagrams/data1.xml', diagram)],
  [
    'a canvas of shapes',
    (s) =>
      document(
        p(
          graphic(
            `<wpc:wpc xmlns:wpc="${MS}/word/2010/wordprocessingCanvas"><wps:wsp><wps:txbx><w:txbxContent>${p(run(s))}</w:txbxContent></wps:txbx></wps:wsp></wpc:wpc>`,
          ),
        ),
      ),
  ],
  [
    'a locked canvas',
    (s) =>
      document(
        p(
          graphic(
            `<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"><a:sp><a:txSp><a:txBody>${a(s)}</a:txBody></a:txSp></a:sp></lc:lockedCanvas>`,
          ),
        ),
      ),
  ],
  [
    'an equation in a shape',
    (s) =>
      drawn(
        `<xdr:sp><xdr:txBody><a:p><a14:m xmlns:a14="${MS}/drawing/2010/main"><m:oMath><m:r><m:t>${s}</m:t></m:r></m:oMath></a14:m></a:p></xdr:txBody></xdr:sp>`,
      )(),
  ],
  [
    'the fallback of what nobody knows',
    (s) =>
      document(
        p(
          `<w:r><mc:AlternateContent><mc:Choice xmlns:z="urn:z" Requires="z"><z:new/></mc:Choice><mc:Fallback><w:t>${s}</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
  ],
  ['a paragraph in a frame', (s) => wholeDocument(p(run(s), '<w:framePr w:w="3000" w:hAnchor="page"/>'))],
  [
    'a control around a table',
    (s) =>
      wholeDocument(
        `<w:sdt><w:sdtContent><w:tbl><w:tr><w:tc>${p(run(s))}</w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>`,
      ),
  ],
  [
    'x:evenFooter',
    (s) => book(text('焊工'), { after: `<headerFooter><evenFooter>&amp;R${s}</evenFooter></headerFooter>` }),
  ],
  [
    'a caption over a sheet, in a group',
    (s) => drawn(`<xdr:grpSp><xdr:cxnSp/><xdr:sp><xdr:txBody>${a(s)}</xdr:txBody></xdr:sp></xdr:grpSp>`)(),
  ],
  [
    'a group of VML',
    (s) =>
      document(
        p(
          `<w:r><w:pict><v:group><v:shape><v:textbox><w:txbxContent>${p(run(s))}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>`,
        ),
      ),
  ],
  [
    'VML in an object',
    (s) =>
      document(
        p(
          `<w:r><w:object><v:shape><v:textbox><w:txbxContent>${p(run(s))}</w:txbxContent></v:textbox></v:shape></w:object></w:r>`,
        ),
      ),
  ],
  ['a strict file', (s) => strict(s)],
];

/** ISO 29500 in its strict spelling has namespaces of its own. */
function strict(words: string): Uint8Array {
  const w = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  return wholeDocument('', {
    more: {
      'word/document.xml': `<n:document xmlns:n="${w}"><n:body><n:p><n:r><n:t>${words}</n:t></n:r></n:p></n:body></n:document>`,
    },
  });
}

const GLOSSARY = `<w:glossaryDocument ${NAMESPACES}><w:docParts><w:docPart><w:docPartBody>`;

/** Words that nobody sees who opens the file: building blocks, data nothing is bound to, properties, hints for a mouse. */
export const UNSEEN_PLACES: Place[] = [
  [
    'a building block',
    (s) =>
      document(p(run('焊工')), {
        rels: [['g', 'glossaryDocument', 'glossary/document.xml']],
        more: {
          'word/glossary/document.xml': `${GLOSSARY}${p(run(s))}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>`,
        },
      }),
  ],
  [
    'data that nothing is bound to',
    (s) => document(p(run('焊工')), { more: { 'customXml/item1.xml': `<a><b>${s}</b></a>` } }),
  ],
  [
    'the title of the file',
    (s) => document(p(run('焊工')), { more: { 'docProps/core.xml': `<c><title>${s}</title></c>` } }),
  ],
  [
    'a variable of the file',
    (s) =>
      document(p(run('焊工')), {
        rels: [['s', 'settings', 'settings.xml']],
        more: {
          'word/settings.xml': `<w:settings ${NAMESPACES}><w:docVars><w:docVar w:name="a" w:val="${s}"/></w:docVars></w:settings>`,
        },
      }),
  ],
  [
    'the instruction of a field',
    (s) =>
      document(
        p(
          `${run('焊工')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF ${s}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      ),
  ],
  [
    'the description of a picture',
    (s) =>
      document(
        p(
          `${run('焊工')}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="${s}"/></wp:inline></w:drawing></w:r>`,
        ),
      ),
  ],
  [
    'a hint beside a cell',
    (s) =>
      book(text('焊工'), { after: `<dataValidations><dataValidation sqref="B1" prompt="${s}"/></dataValidations>` }),
  ],
  [
    'a name of the workbook',
    (s) => book(text('焊工'), { calc: `<definedNames><definedName name="a">"${s}"</definedName></definedNames>` }),
  ],
];
