import { book, document, p, relations, renamed, run, style, text } from './seen-files.ts';
import { type Dialect, hiddenRun, LOST, numbered, SMALL } from './seen-spellings.ts';

/** Letters, signs and numbers as Word writes them. */
export const LETTERS: Record<string, Dialect[]> = {
  'letters nobody can make out in a Word file': [
    { about: 'white on nothing', bytes: hiddenRun('<w:color w:val="FFFFFF"/>'), text: '焊工', notices: [LOST] },
    {
      about: 'the colour of the cell',
      bytes: hiddenRun('<w:color w:val="D9E2F3"/>', { tc: '<w:shd w:val="clear" w:fill="D9E2F3"/>' }),
      text: '焊工',
      notices: [LOST],
    },
    {
      about: 'the theme’s background',
      bytes: hiddenRun('<w:color w:themeColor="background1"/>'),
      text: '焊工',
      notices: [LOST],
    },
    {
      about: 'black marked black',
      bytes: hiddenRun('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
      text: '焊工',
      notices: [LOST],
    },
    { about: 'a point high', bytes: hiddenRun('<w:sz w:val="2"/>'), text: '焊工', notices: [SMALL] },
    {
      about: 'lines of a point',
      bytes: () => document(p(run('焊工')) + p(run('内部'), '<w:spacing w:line="20" w:lineRule="exact"/>')),
      text: '焊工',
      notices: ['import-hidden-text 行高小得看不见'],
    },
    {
      about: 'filled with nothing',
      bytes: hiddenRun('<w14:textFill><w14:noFill/></w14:textFill>'),
      text: '焊工',
      notices: [LOST],
    },
    {
      about: 'filled with white over a black that is not shown',
      bytes: hiddenRun(
        '<w:color w:val="000000"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
      ),
      text: '焊工',
      notices: [LOST],
    },
    {
      about: 'filled with what shines through',
      bytes: hiddenRun(
        '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"><w14:alpha w14:val="100000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
      ),
      text: '焊工',
      notices: [LOST],
    },
    {
      about: 'black filled over a white that is not shown, and seen',
      bytes: hiddenRun(
        '<w:color w:val="FFFFFF"/><w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"/></w14:solidFill></w14:textFill>',
      ),
      text: '焊工内部',
      notices: [],
    },
    { about: 'pressed to nothing', bytes: hiddenRun('<w:w w:val="1"/>'), text: '焊工', notices: [SMALL] },
    {
      about: 'white on a dark cell is seen',
      bytes: () =>
        document(p(run('焊工', '<w:color w:val="FFFFFF"/>')), { tc: '<w:shd w:val="clear" w:fill="1F3864"/>' }),
      text: '焊工',
      notices: [],
    },
    {
      about: 'white on the dark head of a table style is seen',
      bytes: () =>
        document(p(run('焊工', '<w:color w:val="FFFFFF"/>')), {
          tbl: '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>',
          styles: style(
            'table',
            'T',
            '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>',
          ),
        }),
      text: '焊工',
      notices: [],
    },
  ],
  'letters in a font of signs': [
    {
      about: 'an R in Wingdings 2 is a ticked box',
      bytes: () => document(p(run('R', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + run('焊工'))),
      text: '☑焊工',
      notices: [],
    },
    {
      about: 'as Word keeps it, in the private use area',
      bytes: () => document(p(run('\uF0FE', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run('焊工'))),
      text: '☑焊工',
      notices: [],
    },
    {
      about: 'by a style, with Han letters in another font',
      bytes: () =>
        document(p(run('£焊工', '<w:rStyle w:val="S"/>')), {
          styles: style('character', 'S', '<w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr>'),
        }),
      text: '□焊工',
      notices: [],
    },
    {
      about: 'Symbol, which writes Greek',
      bytes: () => document(p(run('b', '<w:rFonts w:ascii="Symbol"/>') + run('焊缝'))),
      text: 'β焊缝',
      notices: [],
    },
    {
      about: 'a sign that nobody knows',
      bytes: () => document(p(run('焊工') + run('J', '<w:rFonts w:ascii="Webdings"/>'))),
      text: '焊工',
      notices: ['import-symbol-unknown'],
    },
    {
      about: 'a run in a cell',
      bytes: () =>
        book(
          '<c r="B1" t="inlineStr"><is><r><rPr><rFont val="Wingdings 2"/></rPr><t>R</t></r><r><t>焊工</t></r></is></c>',
        ),
      text: '☑焊工',
      notices: [],
    },
    {
      about: 'a cell of an unknown sign',
      bytes: () => book(text('J'), { font: '<name val="Wingdings"/>' }),
      text: '',
      notices: ['import-symbol-unknown'],
    },
  ],
  'raised and lowered signs': [
    {
      about: 'lifted by hand',
      bytes: () => document(p(run('10') + run('-3', '<w:position w:val="6"/>'))),
      text: '10⁻³',
      notices: [],
    },
    {
      about: 'lifted by hand to look better',
      bytes: () => document(p(run('焊工', '<w:position w:val="6"/>'))),
      text: '焊工',
      notices: [],
    },
    {
      about: 'vertAlign in Word',
      bytes: () => document(p(run('10') + run('-3', '<w:vertAlign w:val="superscript"/>') + run('米'))),
      text: '10⁻³米',
      notices: [],
    },
    {
      about: 'a character style',
      bytes: () =>
        document(p(run('m') + run('2', '<w:rStyle w:val="S"/>')), {
          styles: style('character', 'S', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
        }),
      text: 'm²',
      notices: [],
    },
    {
      about: 'a run in Excel',
      bytes: () =>
        book(
          '<c r="B1" t="inlineStr"><is><r><t>H</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><t>O</t></r></is></c>',
        ),
      text: 'H₂O',
      notices: [],
    },
    {
      about: 'no small sign',
      bytes: () => document(p(run('误差') + run('甲', '<w:vertAlign w:val="superscript"/>'))),
      text: '误差甲',
      notices: ['import-script-unknown'],
    },
  ],
  'numbers that Word writes by itself': [
    {
      about: 'decimal',
      bytes: numbered('<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/>'),
      text: '2',
      notices: [],
    },
    {
      about: 'decimal with a dot, from 5',
      bytes: numbered('<w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'),
      text: '6',
      notices: [],
    },
    {
      about: 'Chinese',
      bytes: numbered('<w:start w:val="10"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>'),
      text: '十一',
      notices: [],
    },
    {
      about: 'dots are none',
      bytes: numbered('<w:numFmt w:val="bullet"/><w:lvlText w:val="·"/>'),
      text: '',
      notices: [],
    },
  ],
  'programs that write the same otherwise': [
    {
      about: 'the strict edition',
      bytes: () =>
        renamed(document(p(run('焊工') + run('内部', '<w:vanish/>'))), [
          [
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          ],
        ]),
      text: '焊工',
      notices: ['import-hidden-text'],
    },
    {
      about: 'another prefix',
      bytes: () =>
        renamed(document(p(run('焊工') + run('内部', '<w:vanish/>'))), [
          ['<w:', '<q:'],
          ['</w:', '</q:'],
          [' w:', ' q:'],
          ['xmlns:w=', 'xmlns:q='],
        ]),
      text: '焊工',
      notices: ['import-hidden-text'],
    },
    {
      about: 'a prefix for the sheet',
      bytes: () =>
        renamed(book(text('内部'), { font: '<strike/>' }), [
          [/<(\/?)(?=[a-z]\w*[ />])(?!\w+:)/gu, '<$1s:'],
          [
            ' xmlns="http://schemas.openxmlformats.org/spreadsheetml',
            ' xmlns:s="http://schemas.openxmlformats.org/spreadsheetml',
          ],
        ]),
      text: '',
      notices: ['import-text-struck'],
    },
    {
      about: 'a document under another name',
      bytes: () =>
        renamed(
          document(p(run('焊工'))),
          [],
          {
            'word/document.xml': 'word/document2.xml',
            'word/_rels/document.xml.rels': 'word/_rels/document2.xml.rels',
          },
          { '_rels/.rels': relations(['m', 'officeDocument', 'word/document2.xml']) },
        ),
      text: '焊工',
      notices: [],
    },
  ],
};
