import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { chinesePlace } from '#core/catalogue/finding.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import { readSources } from '#core/roster/sources.ts';
import { there } from '#tests/there.ts';
import { aProgramme } from './programmes.ts';
import { aGrid, aSheet, type Sketch } from './sheets.ts';

const programme = aProgramme({ texts: ['主要事迹', '个人自述'] });
const terms = { programme, opensOn: plainDate('2026-11-23') };
const nothing = { sheet: undefined, all: [] };

/** 推荐表 with the labels of 连工发〔2019〕33号 附件1. */
function form(name: string, employer: string, more: Sketch[][] = []): { file: string; grid: ReturnType<typeof aGrid> } {
  const sheet = aSheet(
    [
      ['姓 名', name, '性 别', '男', '出生年月', '1975.10'],
      ['学历', '大专', '工种 (专业)', '焊工', '技能等级', '技师'],
      ['联系方式(手机)', '13900000001', undefined, '身份证号', '37100219750302123X'],
      ['工作单位', employer],
      ['推荐单位', '甲区总工会'],
      ['简要事迹', '焊接能手。'],
      ...more,
    ],
    { name: '表 1', merges: ['B3:C3', 'B4:F4', 'B5:F5', 'B6:F6'] },
  );
  return { file: `${name}.docx`, grid: aGrid([sheet], { format: 'docx' }) };
}

function list(...people: [string, string][]): { file: string; grid: ReturnType<typeof aGrid> } {
  const rows = people.map(([name, employer], at) => [String(at + 1), name, employer]);
  return { file: '汇总表.xlsx', grid: aGrid([aSheet([['序号', '姓名', '单位及职务'], ...rows])]) };
}

const codes = ({ findings }: Sources): string[] => findings.map(({ code }) => code);

describe('a form of one person', () => {
  it('has its values right of the labels, and gives away nothing private', () => {
    const read = readSources([form('李明', '甲公司')], terms, nothing);
    const [draft] = read.drafts;
    assert.deepEqual(
      [draft?.name, draft?.employer, draft?.fields.get('trade'), draft?.fields.get('skillLevel')],
      ['李明', '甲公司', '焊工', 'technician'],
    );
    assert.ok(
      !/13900000001|19750302|1975\.10/.test(
        JSON.stringify([...(draft?.fields ?? []), ...read.findings, ...read.columns]),
      ),
    );
    assert.deepEqual(codes(read), []);
  });

  it('has long texts beside, below or behind their label', () => {
    const beside = form('李明', '甲公司', [['主要事迹（800字以内）', '第一段。\n第二段。']]);
    const below = form('李明', '甲公司', [
      ['主要事迹（800字以内）', undefined, undefined, undefined, undefined, undefined],
      ['第一段。\n第二段。'],
    ]);
    below.grid.sheets[0] = {
      ...there(below.grid.sheets[0]),
      merges: [
        ...there(below.grid.sheets[0]).merges,
        { top: 6, left: 0, bottom: 6, right: 5 },
        { top: 7, left: 0, bottom: 7, right: 5 },
      ],
    };
    const behind = form('李明', '甲公司', [['主要事迹（800字以内）\n第一段。\n第二段。']]);
    for (const one of [beside, below, behind]) {
      assert.equal(readSources([one], terms, nothing).drafts[0]?.texts.get('主要事迹'), '第一段。\n\n第二段。');
    }
  });

  it('an empty value is not the next label', () => {
    const one = form('李明', '甲公司', [['岗位', undefined, '所属行业', undefined, '职称', '工程师']]);
    const fields = readSources([one], terms, nothing).drafts[0]?.fields;
    assert.deepEqual(
      [fields?.get('post'), fields?.get('industry'), fields?.get('professionalTitle')],
      [undefined, undefined, '工程师'],
    );
  });

  it('a printed hint like （100字左右） is no text', () => {
    const one = form('李明', '甲公司', [
      ['个人自述', '（100字左右）'],
      ['主要事迹', '（800字以内）\n正文。'],
    ]);
    const texts = readSources([one], terms, nothing).drafts[0]?.texts;
    assert.deepEqual([texts?.get('个人自述'), texts?.get('主要事迹')], ['', '正文。']);
  });

  it('a value behind a colon in the cell of its label is read, and what is private there is not', () => {
    const one = form('李明', '甲公司', [['职称：工程师', undefined, '联系电话：13900000001']]);
    const read = readSources([one], terms, nothing);
    assert.equal(read.drafts[0]?.fields.get('professionalTitle'), '工程师');
    assert.deepEqual(
      read.columns.slice(-2).map(({ head, use }) => `${head} ${use}`),
      ['职称 read', '联系电话 private'],
    );
    assert.ok(!JSON.stringify([read.columns, read.findings]).includes('13900000001'));
  });

  it('an unknown label with something beside it is pointed at', () => {
    const read = readSources([form('李明', '甲公司', [['星座', '白羊']])], terms, nothing);
    assert.deepEqual(
      read.findings.map((one) => [one.code, chinesePlace(one.where)]),
      [['import-column-unknown', '李明.docx 第 7 行第 2 列「星座」（李明）']],
    );
  });

  it('may go over several pages, of which hidden ones are not read', () => {
    const one = form('李明', '甲公司');
    const [first] = one.grid.sheets;
    const second = aSheet(
      [
        ['职称', '工程师'],
        ['星座', '白羊'],
      ],
      { name: '表 2' },
    );
    const hidden = aSheet([['岗位', '班长']], { name: '表 3', hidden: true });
    const read = readSources(
      [{ ...one, grid: aGrid([there(first), second, hidden], { format: 'docx' }) }],
      terms,
      nothing,
    );
    const fields = read.drafts[0]?.fields;
    assert.deepEqual([fields?.get('professionalTitle'), fields?.get('post')], ['工程师', undefined]);
    assert.deepEqual(
      read.findings.map((found) => `${found.code} ${chinesePlace(found.where)}`),
      ['import-sheet-hidden 李明.docx“表 3”', 'import-column-unknown 李明.docx“表 2”第 2 行第 2 列「星座」（李明）'],
    );
  });

  it('a cell of 单位及职务 gives the employer and the post, and is asked about', () => {
    const sheet = aSheet([
      ['姓名', '李明'],
      ['单位及职务', '甲公司 班长'],
      ['工种', '焊工'],
      ['推荐单位', '甲区总工会'],
    ]);
    const read = readSources([{ file: '李明.docx', grid: aGrid([sheet], { format: 'docx' }) }], terms, nothing);
    assert.equal(read.drafts[0]?.employer, '甲公司');
    assert.equal(read.drafts[0]?.fields.get('post'), '班长');
    assert.deepEqual(codes(read), ['import-split-proposal']);
  });

  it('a comment beside a label that is not read is pointed at', () => {
    const one = form('李明', '甲公司', [['参加工作时间', { text: '1995.7', comment: '电话13900000001' }]]);
    assert.deepEqual(codes(readSources([one], terms, nothing)), ['import-cell-comment', 'import-private-aside']);
  });

  it('without a name it is refused', () =>
    assert.deepEqual(codes(readSources([form('', '甲公司')], terms, nothing)), ['import-form-nameless']));

  it('a folder of forms has the order of its files, and says so', () => {
    const read = readSources([form('李明', '甲公司'), form('王芳', '乙公司')], terms, nothing);
    assert.deepEqual(
      read.drafts.map(({ name, row }) => [name, row]),
      [
        ['李明', 1],
        ['王芳', 2],
      ],
    );
    assert.deepEqual(codes(read), ['import-form-order']);
  });
});

describe('a list with forms beside it', () => {
  it('decides who and in which order; the forms complete it', () => {
    const read = readSources(
      [list(['王芳', '乙公司 班长'], ['李明', '甲公司']), form('李明', '甲公司'), form('王芳', '乙公司')],
      terms,
      nothing,
    );
    assert.deepEqual(
      read.drafts.map(({ name, employer }) => [name, employer]),
      [
        ['王芳', '乙公司'],
        ['李明', '甲公司'],
      ],
    );
    assert.equal(read.drafts[0]?.fields.get('trade'), '焊工');
    assert.deepEqual(codes(read), ['import-split-proposal']);
  });

  it('namesakes are told apart by their employer', () => {
    const read = readSources([list(['李明', '甲公司'], ['李明', '乙公司']), form('李明', '乙公司')], terms, nothing);
    assert.deepEqual(
      read.drafts.map(({ fields }) => fields.get('trade')),
      [undefined, '焊工'],
    );
    assert.deepEqual(codes(read), ['import-form-missing']);
    assert.ok(
      codes(
        readSources([list(['李明', '甲公司'], ['李明', '乙公司']), form('李明', '丙公司')], terms, nothing),
      ).includes('import-form-ambiguous'),
    );
  });

  it('may say less than the forms where it is an extract, and nothing else anywhere', () => {
    const table = (head: string, text: string) => ({
      file: '汇总表.xlsx',
      grid: aGrid([
        aSheet([
          ['序号', '姓名', '工作单位', head],
          ['1', '李明', '甲公司', text],
        ]),
      ]),
    });
    const cases: [head: string, own: string, other: string, isExtract: boolean][] = [
      ['简要事迹', '能手。', '焊接能手。', true],
      ['荣誉', '2020 市奖', '2020 市奖\n2021 省奖', true],
      ['绝技绝活', '盲焊', '盲焊\n仰焊', true],
      ['先进操作法', '甲法', '甲法\n乙法', true],
      ['专利', '一种夹具', '一种夹具\n一种刀具', true],
      ['传帮带', '带徒五人。', '带徒五人，其中三人获奖。', true],
      ['岗位', '班长', '组长', false],
      ['职称', '工程师', '高级工程师', false],
      ['所属行业', '纺织', '机械', false],
      ['推荐单位', '乙区总工会', '甲区总工会', false],
    ];
    for (const [head, own, other, isExtract] of cases) {
      const rows = head === '简要事迹' || head === '推荐单位' ? [] : [[head, other]];
      const read = readSources([table(head, own), form('李明', '甲公司', rows)], terms, nothing);
      assert.deepEqual(codes(read), isExtract ? [] : ['import-form-disagrees'], head);
      const same = readSources([table(head, other), form('李明', '甲公司', rows)], terms, nothing);
      assert.deepEqual(codes(same), [], head);
    }
    const [found] = readSources(
      [table('岗位', '班长'), form('李明', '甲公司', [['岗位', '组长']])],
      terms,
      nothing,
    ).findings;
    assert.equal(chinesePlace(there(found).where), '汇总表.xlsx D2「岗位」（李明）');
    assert.deepEqual(found?.args, { header: '岗位（职务）', file: '李明.docx' });
  });

  it('takes the texts and pictures it has not from the form, and its own employer’s post apart', () => {
    const picture = { text: '', pictures: [{ bytes: Uint8Array.of(1) }] };
    const one = form('李明', '甲公司', [
      ['个人自述', '一句话。'],
      ['照片', picture],
    ]);
    const [draft] = readSources([list(['李明', '甲公司 班长']), one], terms, nothing).drafts;
    assert.equal(draft?.texts.get('个人自述'), '一句话。');
    assert.equal(draft?.pictures.length, 1);
    assert.equal(draft?.employer, '甲公司');
    const own = {
      file: '汇总表.xlsx',
      grid: aGrid([
        aSheet([
          ['序号', '姓名', '工作单位', '个人自述', '照片'],
          ['1', '李明', '甲公司', '另一句话。', { text: '', pictures: [{ bytes: Uint8Array.of(2) }] }],
        ]),
      ]),
    };
    const [kept] = readSources([own, one], terms, nothing).drafts;
    assert.equal(kept?.texts.get('个人自述'), '另一句话。');
    assert.deepEqual(
      kept?.pictures.map(({ bytes }) => bytes[0]),
      [2],
    );
  });

  it('a form of nobody, a second form and a contradiction are asked about', () => {
    const two = [list(['李明', '甲公司']), form('李明', '甲公司'), form('李明', '甲公司')];
    assert.ok(codes(readSources(two, terms, nothing)).includes('import-form-twice'));
    assert.ok(
      codes(readSources([list(['李明', '甲公司']), form('赵强', '甲公司')], terms, nothing)).includes(
        'import-form-surplus',
      ),
    );
    assert.ok(
      codes(readSources([list(['李明', '丙公司']), form('李明', '甲公司')], terms, nothing)).includes(
        'import-form-disagrees',
      ),
    );
  });
});

describe('a form with hidden rows and columns', () => {
  it('gives what is seen of it, and asks about the rest', () => {
    const whole = form('李明', '甲公司', [['专利', '一种夹具；ZL 2020 2 0000000.1']]);
    const [sheet] = whole.grid.sheets;
    const grid = { ...whole.grid, sheets: [{ ...there(sheet), hiddenRows: [5] }] };
    const read = readSources([{ ...whole, grid }], terms, nothing);
    assert.equal(read.drafts[0]?.fields.get('summary'), undefined);
    assert.equal(read.drafts[0]?.fields.get('employer'), '甲公司');
    const hidden = read.findings.filter(({ code }) => code === 'import-row-hidden');
    assert.deepEqual(
      hidden.map(({ where }) => chinesePlace(where)),
      ['李明.docx 第 6 行第 1 列'],
    );
    const narrow = { ...whole.grid, sheets: [{ ...there(sheet), hiddenColumns: [4, 5] }] };
    const columns = readSources([{ ...whole, grid: narrow }], terms, nothing).findings.filter(
      ({ code }) => code === 'import-column-hidden',
    );
    assert.deepEqual(
      columns.map(({ args }) => args['head']),
      ['第 5 列', '第 6 列'],
    );
  });
});
