import { book, document, p, run, text, wholeDocument } from './seen-files.ts';
import { type Dialect, field } from './seen-spellings.ts';

/** What a template asks for. */
export const PROMPTS: Record<string, Dialect[]> = {
  'what a template asks for': [
    {
      about: 'a control around words',
      bytes: () =>
        document(
          p(
            `${run('焊工')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字。')}</w:sdtContent></w:sdt>`,
          ),
        ),
      text: '焊工',
      notices: [],
    },
    {
      about: 'a control around paragraphs',
      bytes: () =>
        document(
          `<w:sdt><w:sdtPr><w:showingPlcHdr w:val="1"/></w:sdtPr><w:sdtContent>${p(run('选择一项。'))}</w:sdtContent></w:sdt>`,
        ),
      text: '',
      notices: [],
    },
    {
      about: 'a control around a cell',
      bytes: () =>
        wholeDocument(
          `<w:tbl><w:tr><w:tc>${p(run('钳工'))}</w:tc><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:tc>${p(run('请填写'))}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>`,
        ),
      text: '',
      notices: [],
    },
    {
      about: 'the empty entry of a list',
      bytes: () =>
        document(
          p(
            `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="选择一项" w:value=""/></w:dropDownList></w:sdtPr><w:sdtContent>${run('选择一项')}</w:sdtContent></w:sdt>`,
          ),
        ),
      text: '',
      notices: [],
    },
    {
      about: 'a control that is filled in',
      bytes: () =>
        document(
          p(
            `<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>${run('焊工')}</w:sdtContent></w:sdt>`,
          ),
        ),
      text: '焊工',
      notices: [],
    },
    {
      about: 'a prompt typed by hand',
      bytes: () => document(p(run('请输入工作单位'))),
      text: '',
      notices: ['import-prompt'],
    },
    {
      about: 'a list of an old form that nobody opened',
      bytes: () =>
        document(
          p(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="技师"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
          ),
        ),
      text: '',
      notices: ['import-prompt'],
    },
    {
      about: 'its chosen entry',
      bytes: () =>
        document(
          p(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="技师"/><w:listEntry w:val="高级技师"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
          ),
        ),
      text: '高级技师',
      notices: [],
    },
    {
      about: 'MERGEFIELD',
      bytes: () => document(p(field(' MERGEFIELD 单位 ', '«单位»'))),
      text: '',
      notices: ['import-merge-field'],
    },
    {
      about: 'fldSimple',
      bytes: () => document(p(`<w:fldSimple w:instr=" MERGEFIELD 单位 ">${run('«单位»')}</w:fldSimple>`)),
      text: '',
      notices: ['import-merge-field'],
    },
    {
      about: 'a report generator in Excel',
      bytes: () => book(text('{{单位}}')),
      text: '',
      notices: ['import-merge-field'],
    },
    {
      about: 'a merged field is a text',
      bytes: () => document(p(field(' MERGEFIELD 单位 ', '甲公司'))),
      text: '甲公司',
      notices: [],
    },
    {
      about: 'prose that speaks of clicking',
      bytes: () => document(p(run('开发一键点击输入功能，获奖一项。'))),
      text: '开发一键点击输入功能，获奖一项。',
      notices: [],
    },
  ],
};
