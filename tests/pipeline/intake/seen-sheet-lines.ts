import { book, text } from './seen-files.ts';
import { type Dialect } from './seen-spellings.ts';

/** Rows, columns, conditions and formulas of a workbook. */
export const SHEET_LINES: Record<string, Dialect[]> = {
  'noughts that the sheet leaves out': [
    {
      about: 'showZeros="0"',
      bytes: () => book('<c r="B1"><v>0</v></c>', { before: '<sheetViews><sheetView showZeros="0"/></sheetViews>' }),
      text: '',
      notices: [],
    },
    {
      about: 'another number there',
      bytes: () =>
        book('<c r="B1"><v>7</v></c>', { before: '<sheetViews><sheetView showZeros="false"/></sheetViews>' }),
      text: '7',
      notices: [],
    },
    {
      about: 'a nought that is seen',
      bytes: () => book('<c r="B1"><v>0</v></c>', { before: '<sheetViews><sheetView/></sheetViews>' }),
      text: '0',
      notices: [],
    },
  ],
  'rows and columns that are hidden': [
    {
      about: 'hidden="true"',
      bytes: () => book(text('焊工'), { row: 'hidden="true"' }),
      text: '焊工',
      notices: [],
      hidden: 'row',
    },
    {
      about: 'ht="0"',
      bytes: () => book(text('焊工'), { row: 'ht="0" customHeight="1"' }),
      text: '焊工',
      notices: [],
      hidden: 'row',
    },
    {
      about: 'defaultRowHeight="0"',
      bytes: () => book(text('焊工'), { before: '<sheetFormatPr defaultRowHeight="0"/>' }),
      text: '焊工',
      notices: [],
      hidden: 'row',
    },
    {
      about: 'zeroHeight over a row that says nothing',
      bytes: () => book(text('焊工'), { before: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>' }),
      text: undefined,
      notices: ['import-row-unclear'],
    },
    {
      about: 'zeroHeight over a row with a height',
      bytes: () => book(text('焊工'), { before: '<sheetFormatPr zeroHeight="1"/>', row: 'ht="15"' }),
      text: '焊工',
      notices: [],
    },
    {
      about: 'width="0"',
      bytes: () => book(text('焊工'), { before: '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>' }),
      text: '焊工',
      notices: [],
      hidden: 'column',
    },
    {
      about: 'hidden="1" over many columns',
      bytes: () => book(text('焊工'), { before: '<cols><col min="2" max="16384" hidden="1"/></cols>' }),
      text: '焊工',
      notices: [],
      hidden: 'column',
    },
    {
      about: 'collapsed and hidden',
      bytes: () =>
        book(text('焊工'), {
          before: '<cols><col min="2" max="2" outlineLevel="1" hidden="1" collapsed="1" width="9"/></cols>',
        }),
      text: '焊工',
      notices: [],
      hidden: 'column',
    },
  ],
  'formats that a condition lays over cells': [
    {
      about: ';;;',
      bytes: () =>
        book(text('焊工'), {
          styles: '<dxfs><dxf><numFmt numFmtId="9" formatCode=";;;"/></dxf></dxfs>',
          after:
            '<conditionalFormatting sqref="A1:B9"><cfRule type="expression" dxfId="0"><formula>TRUE</formula></cfRule></conditionalFormatting>',
        }),
      text: '焊工',
      notices: ['import-conditional-hides 什么也不显示'],
    },
    {
      about: 'struck out',
      bytes: () =>
        book(text('焊工'), {
          styles: '<dxfs><dxf><font><strike/></font></dxf></dxfs>',
          after: '<conditionalFormatting sqref="B1"><cfRule type="cellIs" dxfId="0"/></conditionalFormatting>',
        }),
      text: '焊工',
      notices: ['import-conditional-hides 划上删除线'],
    },
    {
      about: 'white, in the newer list',
      bytes: () =>
        book(text('焊工'), {
          after:
            '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule><x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf></x14:cfRule><xm:sqref>B1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
        }),
      text: '焊工',
      notices: ['import-conditional-hides 字的颜色与底色相同'],
    },
    {
      about: 'red hides nothing',
      bytes: () =>
        book(text('焊工'), {
          styles: '<dxfs><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>',
          after: '<conditionalFormatting sqref="B1"><cfRule type="cellIs" dxfId="0"/></conditionalFormatting>',
        }),
      text: '焊工',
      notices: [],
    },
  ],
  formulas: [
    {
      about: 'a file to be computed when it is opened',
      bytes: () => book('<c r="B1"><f>A9</f><v>5</v></c>', { calc: '<calcPr fullCalcOnLoad="1"/>' }),
      text: '5',
      notices: ['import-formula-stale'],
    },
    {
      about: 'the same without formulas',
      bytes: () => book(text('焊工'), { calc: '<calcPr fullCalcOnLoad="true"/>' }),
      text: '焊工',
      notices: [],
    },
    {
      about: 'a computed one',
      bytes: () => book('<c r="B1" t="str"><f>A9</f><v>焊工</v></c>', { calc: '<calcPr calcId="191029"/>' }),
      text: '焊工',
      notices: [],
    },
  ],
};
