import { document, p, run, style, wholeDocument } from './seen-files.ts';
import { type Dialect, hiddenRun, VANISH } from './seen-spellings.ts';

/** What a Word file hides. */
export const WORD_HIDDEN: Record<string, Dialect[]> = {
  'words struck out in a Word file': [
    { about: '<w:strike/>', bytes: hiddenRun('<w:strike/>'), text: '焊工', notices: ['import-text-struck'] },
    {
      about: '<w:dstrike/>',
      bytes: hiddenRun('<w:dstrike w:val="true"/>'),
      text: '焊工',
      notices: ['import-text-struck'],
    },
    {
      about: 'a character style',
      bytes: hiddenRun('<w:rStyle w:val="S"/>', { styles: style('character', 'S', '<w:rPr><w:strike/></w:rPr>') }),
      text: '焊工',
      notices: ['import-text-struck'],
    },
    {
      about: 'a paragraph style on a struck one',
      bytes: () =>
        document(p(run('焊工')) + p(run('作废'), '<w:pStyle w:val="B"/>'), {
          styles:
            style('paragraph', 'A', '<w:rPr><w:strike/></w:rPr>') + style('paragraph', 'B', '<w:basedOn w:val="A"/>'),
        }),
      text: '焊工',
      notices: ['import-text-struck'],
    },
    {
      about: 'off again at the run',
      bytes: hiddenRun('<w:rStyle w:val="S"/><w:strike w:val="0"/>', {
        styles: style('character', 'S', '<w:rPr><w:strike/></w:rPr>'),
      }),
      text: '焊工内部',
      notices: [],
    },
  ],
  'a row struck out in a Word file': [
    {
      about: 'every run',
      bytes: () => document(p(run('王芳', '<w:strike/>')), { first: p(run('1')) }),
      text: undefined,
      notices: ['import-row-struck'],
    },
    {
      about: 'dstrike in both cells',
      bytes: () => document(p(run('王芳', '<w:dstrike/>')), { first: p(run('甲', '<w:dstrike/>')) }),
      text: undefined,
      notices: ['import-row-struck'],
    },
    {
      about: 'a table style',
      bytes: () =>
        document(p(run('王芳')), {
          tbl: '<w:tblStyle w:val="T"/>',
          styles: style('table', 'T', '<w:rPr><w:strike/></w:rPr>'),
        }),
      text: undefined,
      notices: ['import-row-struck'],
    },
  ],
  'words hidden in a Word file': [
    { about: '<w:vanish/>', bytes: hiddenRun('<w:vanish/>'), text: '焊工', notices: ['import-hidden-text'] },
    {
      about: 'a character style on another',
      bytes: hiddenRun('<w:rStyle w:val="B"/>', {
        styles: style('character', 'A', VANISH) + style('character', 'B', '<w:basedOn w:val="A"/>'),
      }),
      text: '焊工',
      notices: ['import-hidden-text'],
    },
    {
      about: 'the default paragraph style',
      bytes: () =>
        document(p(run('内部')), {
          first: p(run('钳工', '<w:vanish w:val="off"/>')),
          styles: `<w:style w:type="paragraph" w:default="1" w:styleId="a">${VANISH}</w:style>`,
        }),
      text: '',
      notices: ['import-hidden-text'],
    },
    {
      about: 'the defaults of the document',
      bytes: () =>
        document(p(run('内部')), {
          first: p(run('钳工', '<w:vanish w:val="false"/>')),
          styles: `<w:docDefaults><w:rPrDefault>${VANISH}</w:rPrDefault></w:docDefaults>`,
        }),
      text: '',
      notices: ['import-hidden-text'],
    },
    {
      about: 'the first column of a table style',
      bytes: () =>
        document(p(run('焊工')), {
          tbl: '<w:tblStyle w:val="T"/><w:tblLook w:val="0080"/>',
          styles: style('table', 'T', `<w:tblStylePr w:type="firstCol">${VANISH}</w:tblStylePr>`),
        }),
      text: '焊工',
      notices: ['import-hidden-text'],
    },
    { about: '<w:specVanish/>', bytes: hiddenRun('<w:specVanish/>'), text: '焊工', notices: ['import-hidden-text'] },
    { about: '<w:webHidden/>', bytes: hiddenRun('<w:webHidden/>'), text: '焊工', notices: ['import-hidden-text'] },
    {
      about: 'hidden twice is seen',
      bytes: () =>
        document(p(run('焊工', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>'), {
          styles: style('character', 'C', VANISH) + style('paragraph', 'P', VANISH),
        }),
      text: '焊工',
      notices: [],
    },
    {
      about: 'off in the style itself',
      bytes: hiddenRun('<w:rStyle w:val="B"/>', {
        styles:
          style('character', 'A', VANISH) +
          style('character', 'B', '<w:basedOn w:val="A"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
      }),
      text: '焊工内部',
      notices: [],
    },
  ],
  'a row hidden in a Word file': [
    {
      about: '<w:hidden/>',
      bytes: () => document(p(run('焊工')), { tr: '<w:hidden/>' }),
      text: '焊工',
      notices: [],
      hidden: 'row',
    },
    {
      about: 'w:val="1"',
      bytes: () => document(p(run('焊工')), { tr: '<w:hidden w:val="1"/>' }),
      text: '焊工',
      notices: [],
      hidden: 'row',
    },
    {
      about: 'a height of a point, exactly',
      bytes: () => document(p(run('焊工')), { tr: '<w:trHeight w:val="20" w:hRule="exact"/>' }),
      text: '焊工',
      notices: [],
      hidden: 'row',
    },
    {
      about: 'w:val="0" is seen',
      bytes: () => document(p(run('焊工')), { tr: '<w:hidden w:val="0"/>' }),
      text: '焊工',
      notices: [],
    },
  ],
  'a column without width in a Word file': [
    { about: 'w:w="0"', bytes: narrow('fixed', 0), text: '焊工', notices: [], hidden: 'column' },
    { about: 'a point', bytes: narrow('fixed', 20), text: '焊工', notices: [], hidden: 'column' },
    { about: 'that Word widens by what stands in it is seen', bytes: narrow('autofit', 0), text: '焊工', notices: [] },
    { about: 'of its usual width is seen', bytes: narrow('fixed', 1200), text: '焊工', notices: [] },
  ],
};

function narrow(layout: string, width: number): () => Uint8Array {
  return () =>
    wholeDocument(
      `<w:tbl><w:tblPr><w:tblLayout w:type="${layout}"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="${width}"/></w:tblGrid><w:tr><w:tc>${p(run('钳工'))}</w:tc><w:tc>${p(run('焊工'))}</w:tc></w:tr></w:tbl>`,
    );
}
