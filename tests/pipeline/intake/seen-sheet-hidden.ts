import { book, text } from './seen-files.ts';
import { type Dialect, FORMAT, LOST, SMALL, solid } from './seen-spellings.ts';

/** Cells of a workbook of which nothing is seen. */
export const SHEET_HIDDEN: Record<string, Dialect[]> = {
  'cells struck out in a workbook': [
    {
      about: 'the font of a run',
      bytes: () =>
        book('<c r="B1" t="inlineStr"><is><r><t>焊工</t></r><r><rPr><strike/></rPr><t>作废</t></r></is></c>'),
      text: '焊工',
      notices: ['import-text-struck'],
    },
    {
      about: 'the font of the cell',
      bytes: () => book(text('作废'), { font: '<strike/>' }),
      text: '',
      notices: ['import-text-struck'],
    },
    {
      about: 'a number in such a cell',
      bytes: () => book('<c r="B1" s="1"><v>20</v></c>', { font: '<strike val="true"/>' }),
      text: '',
      notices: ['import-text-struck'],
    },
    {
      about: 'val="0" is seen',
      bytes: () => book(text('焊工'), { font: '<strike val="0"/>' }),
      text: '焊工',
      notices: [],
    },
  ],
  'a row struck out in a workbook': [
    {
      about: 'all cells but the number',
      bytes: () => book(text('王芳'), { font: '<strike/>', first: '<c r="A1"><v>1</v></c>' }),
      text: undefined,
      notices: ['import-row-struck'],
    },
    {
      about: 'runs',
      bytes: () =>
        book('<c r="B1" t="inlineStr"><is><r><rPr><strike val="1"/></rPr><t>王芳</t></r></is></c>', { first: '' }),
      text: undefined,
      notices: ['import-row-struck'],
    },
    {
      about: 'a formula’s result',
      bytes: () =>
        book('<c r="B1" s="1" t="str"><f>A9</f><v>王芳</v></c>', {
          font: '<strike/>',
          first: '<c r="A1" s="1" t="inlineStr"><is><t>甲</t></is></c>',
        }),
      text: undefined,
      notices: ['import-row-struck'],
    },
  ],
  'cells of which nothing is seen': [
    {
      about: ';;; over a text',
      bytes: () =>
        book(text('内部'), {
          styles: '<numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts>',
          xf: 'numFmtId="200"',
        }),
      text: '',
      notices: [FORMAT],
    },
    {
      about: ';;; over a number',
      bytes: () =>
        book('<c r="B1" s="1"><v>5</v></c>', {
          styles: '<numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts>',
          xf: 'numFmtId="200"',
        }),
      text: '',
      notices: [FORMAT],
    },
    {
      about: 'a format without a place for text',
      bytes: () =>
        book(text('内部'), {
          styles: '<numFmts><numFmt numFmtId="200" formatCode="0;0;0;"/></numFmts>',
          xf: 'numFmtId="200"',
        }),
      text: '',
      notices: [FORMAT],
    },
    {
      about: '[White]',
      bytes: () =>
        book(text('内部'), {
          styles: '<numFmts><numFmt numFmtId="200" formatCode="[White]0;[White]0;[White]0;[White]@"/></numFmts>',
          xf: 'numFmtId="200"',
        }),
      text: '',
      notices: [FORMAT],
    },
    {
      about: 'white on nothing',
      bytes: () => book(text('内部'), { font: '<color rgb="FFFFFFFF"/>' }),
      text: '',
      notices: [LOST],
    },
    {
      about: 'the theme’s first colour',
      bytes: () => book(text('内部'), { font: '<color theme="0"/>' }),
      text: '',
      notices: [LOST],
    },
    {
      about: 'the palette’s white',
      bytes: () => book(text('内部'), { font: '<color indexed="9"/>' }),
      text: '',
      notices: [LOST],
    },
    {
      about: 'letters as light as their ground',
      bytes: () =>
        book(text('内部'), { font: '<color theme="4" tint="0.7999"/>', fill: solid('theme="4" tint="0.7999"') }),
      text: '',
      notices: [LOST],
    },
    {
      about: 'a run in white',
      bytes: () =>
        book(
          '<c r="B1" t="inlineStr"><is><r><t>焊工</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>内部</t></r></is></c>',
        ),
      text: '焊工',
      notices: [LOST],
    },
    { about: 'a point high', bytes: () => book(text('内部'), { font: '<sz val="1"/>' }), text: '', notices: [SMALL] },
    {
      about: 'white on dark is seen',
      bytes: () => book(text('焊工'), { font: '<color rgb="FFFFFFFF"/>', fill: solid('rgb="FF1F3864"') }),
      text: '焊工',
      notices: [],
    },
    {
      about: 'a zero that its format leaves out is an empty cell',
      bytes: () =>
        book('<c r="B1" s="1"><v>0</v></c>', {
          styles: '<numFmts><numFmt numFmtId="200" formatCode="0;-0;"/></numFmts>',
          xf: 'numFmtId="200"',
        }),
      text: '',
      notices: [],
    },
  ],
};
