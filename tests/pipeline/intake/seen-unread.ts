import { book, document, NAMESPACES, p, relations, run, text, wholeDocument } from './seen-files.ts';
import { box, type Dialect, drawn, math, mt, pict } from './seen-spellings.ts';

/** What is seen and is no text of a cell. */
export const UNREAD: Record<string, Dialect[]> = {
  'boxes and shapes': [
    {
      about: 'DrawingML in Word',
      bytes: () => document(p(run('焊工') + box(p(run('取消'))))),
      text: '焊工',
      notices: ['import-part-unread 文本框 取消'],
    },
    {
      about: 'VML in Word',
      bytes: () => document(p(run('焊工') + pict(p(run('取消'))))),
      text: '焊工',
      notices: ['import-part-unread 文本框 取消'],
    },
    {
      about: 'both at once',
      bytes: () =>
        document(
          p(
            run('焊工') +
              `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(p(run('取消'))).slice(5, -6)}</mc:Choice><mc:Fallback>${pict(p(run('取消'))).slice(5, -6)}</mc:Fallback></mc:AlternateContent></w:r>`,
          ),
        ),
      text: '焊工',
      notices: ['import-part-unread 文本框 取消'],
    },
    {
      about: 'WordArt',
      bytes: () =>
        document(p(run('焊工') + '<w:r><w:pict><v:shape><v:textpath string="样张"/></v:shape></w:pict></w:r>')),
      text: '焊工',
      notices: ['import-part-unread 艺术字 样张'],
    },
    {
      about: 'a shape over a sheet',
      bytes: drawn('<xdr:sp><xdr:txBody><a:p><a:r><a:t>取消</a:t></a:r></a:p></xdr:txBody></xdr:sp>'),
      text: '焊工',
      notices: ['import-part-unread 文本框 取消'],
    },
    {
      about: 'a group over a sheet',
      bytes: drawn(
        '<xdr:grpSp><xdr:sp><xdr:txBody><a:p><a:r><a:t>取消</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:grpSp>',
      ),
      text: '焊工',
      notices: ['import-part-unread 文本框 取消'],
    },
    {
      about: 'a line over a sheet',
      bytes: drawn('<xdr:cxnSp><xdr:spPr><a:prstGeom prst="line"/></xdr:spPr></xdr:cxnSp>'),
      text: '焊工',
      notices: ['import-shape-over'],
    },
    {
      about: 'a control of a form',
      bytes: () =>
        book(text('焊工'), {
          rels: [['v', 'vmlDrawing', '../drawings/vml1.vml']],
          more: {
            'xl/drawings/vml1.vml': `<xml ${NAMESPACES}><v:shape><v:textbox><div><font>已审核</font></div></v:textbox><xv:ClientData ObjectType="Checkbox"><xv:Anchor>1, 0, 0, 0, 2, 0, 1, 0</xv:Anchor></xv:ClientData></v:shape></xml>`,
          },
        }),
      text: '焊工',
      notices: ['import-part-unread 控件 已审核'],
    },
    {
      about: 'a chart over a sheet',
      bytes: drawn(
        '<xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></xdr:graphicFrame>',
        {
          'xl/drawings/_rels/drawing1.xml.rels': relations(['c1', 'chart', '../charts/chart1.xml']),
          'xl/charts/chart1.xml': `<c:chartSpace ${NAMESPACES}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>年龄</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>`,
        },
      ),
      text: '焊工',
      notices: ['import-part-unread 图表或图示 年龄'],
    },
  ],
  'a document inside the document': [
    {
      about: 'altChunk in the body',
      bytes: () =>
        wholeDocument(
          `<w:tbl><w:tr><w:tc>${p(run('钳工'))}</w:tc><w:tc>${p(run('焊工'))}</w:tc></w:tr></w:tbl><w:altChunk r:id="c"/>`,
        ),
      text: '焊工',
      notices: ['import-chunk-unread'],
    },
    {
      about: 'altChunk in a cell',
      bytes: () => document(`<w:altChunk r:id="c"/>${p(run('焊工'))}`),
      text: '焊工',
      notices: ['import-chunk-unread'],
    },
    {
      about: 'a subdocument',
      bytes: () => document(p(`${run('焊工')}<w:subDoc r:id="c"/>`)),
      text: '焊工',
      notices: ['import-chunk-unread'],
    },
    {
      about: 'an embedded object',
      bytes: () =>
        document(p(`${run('焊工')}<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`)),
      text: '焊工',
      notices: ['import-object-unread 对象（如另一份表、文档、控件）'],
    },
    {
      about: 'an object over a sheet',
      bytes: () =>
        book(text('焊工'), { after: '<oleObjects><oleObject progId="Word.Document.12" shapeId="1"/></oleObjects>' }),
      text: '焊工',
      notices: ['import-object-unread 对象（如另一份表、文档）'],
    },
  ],
  'fields that go wrong': [
    {
      about: 'an instruction that never ends',
      bytes: () => document(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('高级')}`) + p(run('焊工'))),
      text: '\n焊工',
      notices: ['import-part-unread 没有结束的域 高级'],
    },
    {
      about: 'a result over two paragraphs',
      bytes: () =>
        document(
          p(
            `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('高级')}`,
          ) + p(`${run('焊工')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`),
        ),
      text: '高级\n焊工',
      notices: [],
    },
    {
      about: 'one inside the instruction of another',
      bytes: () =>
        document(
          p(
            `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD a</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>${run('焊工')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
          ),
        ),
      text: '焊工',
      notices: [],
    },
  ],
  equations: [
    {
      about: 'one line is text',
      bytes: () => document(p(run('误差') + math(mt('≤0.005')) + run('毫米'))),
      text: '误差≤0.005毫米',
      notices: [],
    },
    {
      about: 'a paragraph of its own',
      bytes: () => document(`<w:p><m:oMathPara>${math(mt('0.05'))}</m:oMathPara></w:p>`),
      text: '0.05',
      notices: [],
    },
    {
      about: 'a power with small signs',
      bytes: () => document(p(math(`<m:sSup><m:e>${mt('10')}</m:e><m:sup>${mt('-3')}</m:sup></m:sSup>`))),
      text: '10⁻³',
      notices: [],
    },
    {
      about: 'a fraction',
      bytes: () => document(p(run('误差') + math(`<m:f><m:num>${mt('1')}</m:num><m:den>${mt('20')}</m:den></m:f>`))),
      text: '误差',
      notices: ['import-equation'],
    },
    {
      about: 'MathType',
      bytes: () =>
        document(p(`${run('误差')}<w:r><w:object><v:shape/><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>`)),
      text: '误差',
      notices: ['import-equation'],
    },
    {
      about: 'a field that draws',
      bytes: () =>
        document(
          p(
            `${run('误差')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\f(1,20)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
          ),
        ),
      text: '误差',
      notices: ['import-equation'],
    },
  ],
};
