import { book, document, p, run, text, wholeDocument } from './seen-files.ts';
import { type Dialect, field } from './seen-spellings.ts';

const STALE = 'import-control-stale 钳工';

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
      about: 'a field in other brackets',
      bytes: () => document(p(field(' MERGEFIELD "单位" \\* MERGEFORMAT ', '《单位》'))),
      text: '《单位》',
      notices: ['import-merge-field'],
    },
    {
      about: 'a field without any',
      bytes: () => document(p(field(' MERGEFIELD 单位 ', '单位'))),
      text: '单位',
      notices: ['import-merge-field'],
    },
    {
      about: 'what is wanted in square brackets',
      bytes: () => book(text('[单位名称]')),
      text: '',
      notices: ['import-prompt'],
    },
    { about: 'an employer in crosses', bytes: () => book(text('XX有限公司')), text: '', notices: ['import-prompt'] },
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
  'a control bound to data of the file': [
    { about: 'that says something else', bytes: bound('<a><b>钳工</b></a>'), text: '焊工', notices: [STALE] },
    {
      about: 'in a namespace of its own',
      bytes: bound('<n:a xmlns:n="urn:example"><n:b>钳工</n:b></n:a>', '/ns0:a[1]/ns0:b[1]'),
      text: '焊工',
      notices: [STALE],
    },
    {
      about: 'in the properties of the file',
      bytes: bound('<p><title>钳工</title></p>', '/ns1:p[1]/ns0:title[1]', 'docProps/core.xml'),
      text: '焊工',
      notices: [STALE],
    },
    { about: 'that was emptied', bytes: bound('<a><b/></a>'), text: '焊工', notices: ['import-control-stale （空）'] },
    { about: 'that says the same', bytes: bound('<a><b> 焊工 </b></a>'), text: '焊工', notices: [] },
    { about: 'that leads nowhere', bytes: bound('<a><c>钳工</c></a>'), text: '焊工', notices: [] },
    {
      about: 'a list that names its entry',
      bytes: bound(
        '<a><b>7</b></a>',
        '/a/b',
        'customXml/item1.xml',
        '<w:dropDownList><w:listItem w:displayText="焊工" w:value="7"/></w:dropDownList>',
      ),
      text: '焊工',
      notices: [],
    },
  ],
};

/** A control that holds 焊工 in the file, bound to a place in a part of it. */
function bound(data: string, path = '/a[1]/b[1]', part = 'customXml/item1.xml', more = ''): () => Uint8Array {
  return () =>
    document(
      p(
        `<w:sdt><w:sdtPr><w:dataBinding w:xpath="${path}"/>${more}</w:sdtPr><w:sdtContent>${run('焊工')}</w:sdtContent></w:sdt>`,
      ),
      { more: { [part]: data } },
    );
}
