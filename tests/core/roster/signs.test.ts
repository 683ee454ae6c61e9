import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import { readSources } from '#core/roster/sources.ts';
import { aProgramme } from './programmes.ts';
import { aGrid, aSheet, type Sketch } from './sheets.ts';

const HEAD = ['序号', '姓名', '工作单位', '工种', '推荐单位', '简要事迹', '荣誉', '岗位', '事迹材料'];
const PERSON: Sketch[] = ['1', '章守拙', '机床公司', '钳工', '甲区总工会', '带徒五人。'];
const programme = aProgramme({ texts: ['事迹材料'] });

function read(change: Record<string, Sketch>, realNames: string[] = []): Sources {
  const row = HEAD.map((head, index) => change[head] ?? PERSON[index]);
  const grid = aGrid([aSheet([HEAD, row])]);
  const terms = { programme, opensOn: plainDate('2026-11-23'), realNames: new Set(realNames) };
  return readSources([{ file: '名单.xlsx', grid }], terms, { sheet: undefined, all: [] });
}

const said = ({ findings }: Sources): string[] =>
  findings.map((one) => `${one.level} ${chinesePlace(one.where)}：${sentence(one)}`);
const codes = ({ findings }: Sources): string[] => findings.map(({ code }) => code);
const nameOf = ({ drafts }: Sources): string | undefined => drafts[0]?.name;

describe('a radical out of a PDF file', () => {
  // Kangxi radicals by the compatibility mappings of Unicode's own NFKC, simplified ones as the README of the case names them.
  it('gives way to the character meant, named with its code and its replacement', () => {
    const one = read({ 工作单位: '⽰例⻋床有限公司' });
    assert.equal(one.drafts[0]?.employer, '示例车床有限公司');
    assert.deepEqual(said(one), [
      'warning 名单.xlsx C2「工作单位」（章守拙）：有看上去像汉字、其实是符号的字（多半是从 PDF 复制来的）：“⽰”（U+2F70，康熙部首）→“示”、“⻋”（U+2ECB，部首补充）→“车”。已照此改写，请核对，并在原表里改正。',
    ]);
  });

  it('is found in every text, a name among them', () => {
    for (const head of HEAD.slice(1)) {
      const found = read({ [head]: '王⽅' });
      assert.deepEqual(codes(found), ['import-look-alike'], head);
    }
    assert.equal(nameOf(read({ 姓名: '王⽅' })), '王方');
    assert.equal(nameOf(read({ 姓名: '⻢⼀鸣' })), '马一鸣');
  });

  it('is replaced as NFKC does it, wherever NFKC knows it', () => {
    for (let point = 0x2f00; point <= 0x2fd5; point += 1) {
      const sign = String.fromCodePoint(point);
      const text = read({ 岗位: `甲${sign}` }).drafts[0]?.fields.get('post');
      assert.equal(text, `甲${sign.normalize('NFKC')}`, point.toString(16));
    }
  });

  it('for which Unicode names no character is refused, and so is a sign that nobody else can show', () => {
    assert.deepEqual(said(read({ 工种: '钳⺀工' })), [
      'error 名单.xlsx D2「工种」（章守拙）：“⺀”（U+2E80）是部首符号，不是汉字，也没有对应的字。请对照原件重新输入这个字。',
    ]);
    assert.deepEqual(said(read({ 荣誉: '2021 示例\uE5E5能手' })), [
      'error 名单.xlsx G2「荣誉」（章守拙）：有一个自造的字（U+E5E5），在别的电脑上会变成空白或方框。请对照原件，用支持 GB 18030 的输入法重新输入这个字。',
    ]);
    assert.deepEqual(codes(read({ 事迹材料: '从业\u{F0000}年' })), ['import-sign-private-use']);
    assert.deepEqual(codes(read({ 简要事迹: '从业\u{2FFFA}年' })), ['import-sign-unassigned']);
  });
});

describe('the dot in a name', () => {
  it('is U+00B7, whatever the keyboard had', () => {
    for (const dot of '•‧・.-∙．･–—－⋅․')
      for (const name of [`阿卜杜拉${dot}买买提`, `阿卜杜拉 ${dot} 买买提`]) {
        const one = read({ 姓名: name });
        assert.equal(nameOf(one), '阿卜杜拉·买买提', name);
        assert.deepEqual(codes(one), ['import-name-dot'], name);
      }
    assert.deepEqual(said(read({ 姓名: '古丽‧艾合买提' })), [
      'warning 名单.xlsx B2「姓名」（古丽·艾合买提）：姓名里的点应为“·”（U+00B7），写成了“‧”（U+2027），已照此改写。请核对，并在原表里改正。',
    ]);
    assert.equal(nameOf(read({ 姓名: '木拉提・哈山・艾山' })), '木拉提·哈山·艾山');
  });

  it('stays where it is right, and where letters stand beside it', () => {
    assert.deepEqual(codes(read({ 姓名: '阿卜杜拉·买买提' })), []);
    assert.deepEqual(codes(read({ 姓名: 'J. K. Rowling' })), []);
  });

  it('is asked about when there are two of them', () => {
    assert.deepEqual(codes(read({ 姓名: '阿卜杜拉••买买提' })), ['import-name-doubtful']);
  });
});

describe('a name that is none', () => {
  for (const name of [
    '待定',
    '空缺',
    '合计',
    '邓某某',
    'null',
    'NULL',
    'N/A',
    '备注',
    '无',
    '小计',
    '暂缺',
    '某某',
    '填表人',
    'Ｔest',
  ])
    it(`${name} is asked about`, () =>
      assert.deepEqual(codes(read({ 姓名: name })), [
        name === 'N/A' ? 'import-name-doubtful' : 'import-name-placeholder',
      ]));

  it('is told with the flag that overrules it, and then taken', () => {
    assert.deepEqual(said(read({ 姓名: '合计' })), [
      'error 名单.xlsx B2「姓名」（合计）：“合计”不像姓名，像是占位的字样、合计或说明。请写上姓名，或删去这一行；确是姓名的请加 --real-name 合计。',
    ]);
    const real = read({ 姓名: '合计' }, ['合计']);
    assert.deepEqual([codes(real), nameOf(real)], [[], '合计']);
  });
});

describe('a collective in the place of a person', () => {
  for (const name of [
    '示例船舶有限公司总装二班',
    '总装二班',
    '焊工组',
    '乙班',
    '张三德创新工作室',
    '化验中心',
    '港机维修团队',
    '示例纺织厂',
    '一车间',
  ])
    it(`${name} is asked about`, () => assert.deepEqual(codes(read({ 姓名: name })), ['import-name-collective']));

  it('is told so; a person of such a name comes in by the flag', () => {
    assert.deepEqual(said(read({ 姓名: '总装二班' })), [
      'error 名单.xlsx B2「姓名」（总装二班）：“总装二班”像是集体或单位的名称，不是个人姓名，不能按个人公示。请加 --subject 总装二班=集体（或 团队、班组、单位），按集体公示；确是个人姓名的请加 --real-name 总装二班。',
    ]);
    assert.deepEqual(codes(read({ 姓名: '李建班' }, ['李建班'])), []);
  });

  it('is no name with a dot, and no ordinary one', () => {
    for (const name of ['章守拙', '欧阳长河', '阿依古丽·库尔班', '王院', '马站', '夏店'])
      assert.deepEqual(codes(read({ 姓名: name })), [], name);
  });
});

describe('a doubtful name', () => {
  it('is told the sign that is wrong', () => {
    const says = (name: string): string | undefined => said(read({ 姓名: name }))[0]?.replace(/^.*?）：/u, '');
    assert.equal(
      says('李明、王芳'),
      '姓名里有“、”（U+3001），不是姓名用字。请只写姓名；两个人的分成两行，说明写到别的列。',
    );
    assert.match(says('王磊（女）') ?? '', /^姓名里有“（”（U\+FF08）/u);
    assert.match(says('张立德2') ?? '', /^姓名里有“2”（U\+0032）/u);
    for (const sign of '□？＊○_')
      assert.equal(
        says(`李${sign}明`),
        `姓名里有“${sign}”，像是没有打出来的字。请对照身份证件，用支持 GB 18030 的输入法（如搜狗、讯飞的手写或拆字输入）输入这个字。`,
      );
    for (const name of ['李（王+莹）', '赵[金金金]', '王(上山下贝)', '李⿰王莹'])
      assert.match(says(name) ?? '', /^姓名里像是用拆字法说明了一个打不出的字/u, name);
    assert.equal(
      says('李yan'),
      '姓名里汉字中间有拉丁字母“yan”，像是用拼音或字母代替打不出的字。请对照身份证件，用支持 GB 18030 的输入法输入这个字；证件上确是这样写的请加 --real-name 李yan。',
    );
    assert.equal(says('王'), '姓名只有一个字。请对照身份证件写全姓名。');
    assert.equal(says('甲'.repeat(41)), '姓名超过 40 个字。请只写姓名，一行一个人。');
  });
});

describe('a number where a text belongs', () => {
  const TEXTS = ['姓名', '工作单位', '工种', '推荐单位', '简要事迹', '荣誉', '岗位', '事迹材料'];
  it('is no text, whether typed, counted or found by a formula', () => {
    for (const head of TEXTS)
      for (const cell of [
        '0',
        '12.5',
        '３',
        '80%',
        { kind: 'number', number: 0, text: '0', formula: 'cached' },
      ] as const)
        assert.deepEqual(
          [...new Set(codes(read({ [head]: cell })))].filter((code) => code !== 'import-name-missing'),
          ['import-bare-number'],
          `${head} ${JSON.stringify(cell)}`,
        );
    assert.deepEqual(said(read({ 工作单位: '0' })), [
      'error 名单.xlsx C2「工作单位」（章守拙）：这一格只有数字，多半是公式没有查到（查不到时 Excel 写 0）。请写上文字；没有内容的请清空这一格。',
    ]);
    assert.deepEqual(codes(read({ 工种: { kind: 'boolean', text: 'FALSE' } })), ['import-bare-number']);
  });

  it('may be part of one', () => {
    assert.deepEqual(codes(read({ 工作单位: '3503厂', 岗位: '2号岗', 工种: '6S 管理员' })), []);
  });
});
