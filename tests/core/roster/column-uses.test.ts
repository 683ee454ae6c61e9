import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import type { Cell, Grid } from '#core/roster/grid.ts';
import type { SourceFile } from '#core/roster/source-file.ts';
import { readSources } from '#core/roster/sources.ts';
import { aProgramme, type ProgrammeSketch } from './programmes.ts';
import { aGrid, aSheet, type Sketch } from './sheets.ts';

const HEAD = ['序号', '姓名', '工作单位', '工种', '推荐单位', '简要事迹'];
const LI = ['1', '李明', '甲公司', '焊工', '甲区总工会', '焊接能手。'];
const WANG = ['2', '王芳', '乙公司', '钳工', '甲区总工会', '装配能手。'];

function read(files: SourceFile[], sketch: ProgrammeSketch = {}, all: { head: string; text: string }[] = []): Sources {
  const terms = { programme: aProgramme(sketch), opensOn: plainDate('2026-11-23') };
  return readSources(files, terms, { sheet: undefined, all });
}
const file = (grid: Grid, name = '名单.xlsx'): SourceFile => ({ file: name, grid });
const list = (rows: Sketch[][], more: Parameters<typeof aSheet>[1] = {}, sketch: ProgrammeSketch = {}): Sources =>
  read([file(aGrid([aSheet(rows, more)]))], sketch);
const said = ({ findings }: Sources): string[] =>
  findings.map((one) => `${chinesePlace(one.where)}：${sentence(one)} [${one.code}]`);
const codes = ({ findings }: Sources): string[] => findings.map(({ code }) => code);
const names = ({ drafts }: Sources): string[] => drafts.map(({ name }) => name);
const uses = ({ columns }: Sources): string[] =>
  columns.map(({ head, column, use, field }) => `${column} ${head} ${use}${field ? ` ${field}` : ''}`);

describe('what becomes of a column', () => {
  it('is said of each', () => {
    const head = [...HEAD, '手机', '是否涉密', '备注', '照片', '身份', '类别', '星座', '', ''];
    const row = [...LI, '', '否', '', '', '', '', '白羊', '甲', ''];
    const got = list([head, row]);
    assert.deepEqual(uses(got), [
      'A 列 序号 not-published',
      'B 列 姓名 read name',
      'C 列 工作单位 read employer',
      'D 列 工种 read trade',
      'E 列 推荐单位 read nominatingBody',
      'F 列 简要事迹 read summary',
      'G 列 手机 private',
      'H 列 是否涉密 checked-only',
      'I 列 备注 not-published',
      'J 列 照片 not-published',
      'K 列 身份 not-published',
      'L 列 类别 unknown',
      'M 列 星座 unknown',
      'N 列  unknown',
    ]);
    assert.deepEqual(codes(got), [
      'import-column-private',
      'import-column-unpublished',
      'import-column-unpublished',
      'import-column-ambiguous',
      'import-column-unknown',
      'import-column-nameless',
    ]);
    assert.deepEqual(names(got), ['李明']);
  });

  it('depends on the programme where birth and identity may serve its rule', () => {
    const rows = [
      [...HEAD, '出生年月', '身份证号', '手机'],
      [...LI, '1980.05', '', ''],
    ];
    assert.deepEqual(uses(list(rows)).slice(6), [
      'G 列 出生年月 private',
      'H 列 身份证号 private',
      'I 列 手机 private',
    ]);
    const judged = list(rows, {}, { age: 55 });
    assert.deepEqual(uses(judged).slice(6), [
      'G 列 出生年月 checked-only',
      'H 列 身份证号 checked-only',
      'I 列 手机 private',
    ]);
    assert.deepEqual(codes(judged), [
      'import-column-checked-only',
      'import-column-checked-only',
      'import-column-private',
    ]);
  });

  it('that is hidden is said where it holds something', () => {
    const got = list([[...HEAD, '职称', '星座', ''], [...LI, '工程师', '电话13900000001', '丙'], WANG], {
      hiddenColumns: [3, 6, 7, 8],
    });
    assert.deepEqual(
      said(got).map((line) => line.slice(line.lastIndexOf('['))),
      [
        '[import-column-hidden]',
        '[import-column-hidden]',
        '[import-column-hidden-aside]',
        '[import-private-aside]',
        '[import-column-hidden-aside]',
      ],
    );
    assert.deepEqual(
      got.columns.filter(({ use }) => use === 'hidden').map(({ head }) => head),
      ['工种', '职称', '星座', ''],
    );
    assert.match(said(got).join('\n'), /没有表头/);
    assert.ok(!said(got).join().includes('13900000001'));
    assert.equal(got.drafts[0]?.fields.has('trade'), false);
    const empty = list([[...HEAD, '职称'], LI], { hiddenColumns: [6] });
    assert.deepEqual(codes(empty), []);
    assert.equal(uses(empty).at(-1), 'G 列 职称 read professionalTitle');
  });

  it('twice for one fact is one too many, twice for a list is not', () => {
    const got = list([
      [...HEAD, '职业', '职业名称', '荣誉', '获奖情况'],
      [...LI, '焊工', '焊工', '2020年市奖', '2021年省奖'],
    ]);
    assert.deepEqual(said(got).filter((line) => line.endsWith('[import-column-twice]')).length, 1);
    assert.match(said(got)[0] ?? '', /名单\.xlsx G1.*“工种”、“职业”、“职业名称”/);
    assert.deepEqual(got.drafts[0]?.fields.get('honours'), [
      { name: '市奖', year: 2020 },
      { name: '省奖', year: 2021 },
    ]);
  });

  it('with pictures is the person’s, unless it is private, hidden or shared', () => {
    const picture = (text = ''): Partial<Cell> => ({ text, pictures: [{ bytes: Uint8Array.of(1) }] });
    const pictures = (head: string, more: Parameters<typeof aSheet>[1] = {}, cell = picture()): number[] =>
      list(
        [
          [...HEAD, head],
          [...LI, cell],
          [...WANG, ''],
        ],
        more,
      ).drafts.map(({ pictures: all }) => all.length);
    assert.deepEqual(pictures('照片'), [1, 0]);
    assert.deepEqual(pictures('备注', {}, picture('见图')), [1, 0]);
    assert.deepEqual(pictures('身份证号'), [0, 0]);
    assert.deepEqual(pictures('照片', { hiddenColumns: [6] }), [0, 0]);
    const shared = list(
      [
        [...HEAD, '照片'],
        [...LI, picture()],
        [...WANG, undefined],
      ],
      { merges: ['G2:G3'] },
    );
    assert.deepEqual(
      [shared.drafts.map(({ pictures: all }) => all.length), codes(shared)],
      [
        [0, 0],
        ['photo-row-unclear', 'photo-row-unclear'],
      ],
    );
  });

  it('past the hundredth is not looked at', () => {
    const wide = Array.from({ length: 101 }, (_, at) => HEAD[at] ?? `甲${at}`);
    const got = list([wide, LI]);
    assert.ok(
      said(got).some((line) => /名单\.xlsx CW1：.*100.*\[import-too-many-columns\]$/.test(line)),
      said(got).at(-1),
    );
    assert.equal(got.columns.length, 100);
    assert.ok(!codes(list([wide.slice(0, 100), LI])).includes('import-too-many-columns'));
  });
});

describe('a cell that is no plain text', () => {
  const one = (cell: Partial<Cell>, at = 3, head = HEAD): string[] => {
    const row: Sketch[] = [...LI];
    row[at] = cell;
    const got = list([head, row]);
    return said(got).map((line) => line.replace(/：.*(?= \[)/u, ''));
  };

  it('is refused at its place', () => {
    const where = '名单.xlsx D2「工种」（李明）';
    assert.deepEqual(one({ text: '#REF!', kind: 'error' }), [`${where} [import-cell-error]`]);
    assert.deepEqual(one({ text: '', formula: 'uncached' }), [`${where} [import-formula-empty]`]);
    assert.deepEqual(one({ text: '123456789012', kind: 'number', number: 123456789012 }), [
      `${where} [import-long-number]`,
    ]);
    assert.deepEqual(one({ text: '1.23E+11' }), [`${where} [import-long-number]`]);
    assert.deepEqual(one({ text: '2020-01-02', kind: 'date' }), [`${where} [import-date-cell]`]);
    assert.deepEqual(one({ text: '焊\uFFFD' }), [`${where} [import-garbled]`]);
    assert.deepEqual(one({ text: '焊\uD800' }), [`${where} [import-garbled]`]);
    assert.deepEqual(one({ text: '焊\u200B工' }), [`${where} [sign-invisible]`]);
    assert.deepEqual(one({ text: '焊工', comment: '核对过' }), [`${where} [import-cell-comment]`]);
    assert.deepEqual(one({ text: '焊工', comment: ' ' }), []);
    assert.deepEqual(one({ text: '99999999999', kind: 'number', number: 99999999999 }), [
      `${where} [import-bare-number]`,
    ]);
    assert.deepEqual(one({ text: '焊工', formula: 'cached' }), []);
  });

  it('may be a date where a date belongs', () => {
    const head = [...HEAD, '从事本工种年限', '荣誉'];
    const row = (years: Sketch, honours: Sketch): Sketch[] => [...LI, years, honours];
    assert.deepEqual(codes(list([head, row({ text: '2001-07-01', kind: 'date' }, '')])), ['import-years-start']);
    assert.deepEqual(codes(list([head, row('', { text: '2020-01-01', kind: 'date' })])), ['import-date-cell']);
  });

  it('says what kinds of private values lie in it, and none of them', () => {
    const got = list([HEAD, [...LI.slice(0, 5), '电话13900000001，微信号abc12345']]);
    assert.equal(got.findings.length, 1);
    assert.match(said(got)[0] ?? '', /手机号码、微信号|微信号、手机号码/);
    const comment = list([HEAD, [...LI.slice(0, 5), { text: '能手。', comment: '电话13900000001' }]]);
    assert.match(said(comment)[1] ?? '', /批注.*手机号码.*\[import-private-aside\]$/);
  });

  it('numbered by Word loses its numbers, which is said of a text alone', () => {
    const numbered = { text: '第一项\n第二项', numbered: true as const };
    const got = read(
      [
        file(
          aGrid([
            aSheet([
              [...HEAD, '主要事迹'],
              [...LI, numbered],
            ]),
          ]),
        ),
      ],
      { texts: ['主要事迹'] },
    );
    assert.deepEqual(codes(got), ['import-numbering-lost']);
    assert.deepEqual(
      codes(
        list([
          [...HEAD, '荣誉'],
          [...LI, numbered],
        ]),
      ),
      [],
    );
  });

  it('of a title above the table is looked at for what is private in its comment', () => {
    const got = list([[{ text: '汇总表', comment: '电话13900000001' }], HEAD, LI], { merges: ['A1:F1'] });
    assert.deepEqual(
      said(got).map((line) => line.slice(0, 10)),
      ['名单.xlsx A1'],
    );
    assert.deepEqual(codes(got), ['import-private-aside']);
  });
});

describe('how many people there are', () => {
  it('is not known while rows could not be read', () => {
    assert.equal(list([HEAD, LI, ['2', '', '乙公司', '钳工', '甲区总工会', '能手。']]).lost, 1);
    assert.equal(list([HEAD, LI, ['合计', '', '1人']]).lost, 0);
    assert.equal(list([HEAD, LI, WANG]).lost, 0);
    assert.equal(
      list([
        [...HEAD, '是否涉密'],
        [...LI, '是'],
        [...WANG, ''],
      ]).lost,
      0,
    );
  });

  it('is at most five hundred', () => {
    const rows = Array.from({ length: 501 }, (_, at) => [String(at + 1), '李明', `${at}公司`, ...LI.slice(3)]);
    const got = list([HEAD, ...rows]);
    assert.deepEqual(said(got), [
      '名单.xlsx A502：名单超过 500 行（这是第 501 行），没有读取。请核对是否选错了文件；一届名单一般几十人。 [import-too-many-rows]',
    ]);
    assert.deepEqual([got.drafts.length, got.lost], [0, 501]);
    assert.deepEqual(codes(list([HEAD, ...rows.slice(0, 500)])), []);
  });

  it('that is none is said, unless something else is', () => {
    assert.deepEqual(
      said(list([HEAD])).map((line) => line.slice(0, 8)),
      ['名单.xlsx：'],
    );
    assert.deepEqual(codes(list([HEAD])), ['import-nobody']);
    assert.deepEqual(codes(list([HEAD, ['1', '', '乙公司', '钳工', '甲区总工会', '能手。']])), ['import-name-missing']);
    assert.deepEqual(
      codes(
        list([
          [...HEAD, '是否涉密'],
          [...LI, '是'],
        ]),
      ),
      ['import-classified'],
    );
    assert.deepEqual(codes(read([])), []);
  });

  it('of numbers may be broken anywhere', () => {
    const at = (...numbers: string[]): string[] =>
      codes(list([HEAD, ...numbers.map((number, index) => [number, `李${'甲乙丙丁'[index]}`, ...LI.slice(2)])]));
    assert.deepEqual(at('1', '2', '3'), []);
    assert.deepEqual(at('1', '3', '3'), ['import-sequence-broken']);
    assert.deepEqual(at('2', '3'), ['import-sequence-broken']);
    assert.deepEqual(at('1', '', '2'), []);
    assert.deepEqual(at('甲', '乙'), []);
  });
});

describe('several files and sheets', () => {
  it('a folder of forms counts those that could not be read, and names every label once', () => {
    const form = (name: string, ...more: Sketch[][]): SourceFile =>
      file(
        aGrid(
          [aSheet([['姓名', name], ['工作单位', '甲公司'], ['工种', '焊工'], ['推荐单位', '甲区总工会'], ...more])],
          {
            format: 'docx',
          },
        ),
        `${name || '无名'}.docx`,
      );
    const got = read([
      form('李明', ['手机', '13900000001'], ['出生年月', '1980.05']),
      form(''),
      form('王芳', ['照片', '']),
    ]);
    assert.equal(got.lost, 1);
    assert.deepEqual(
      uses(got).map((use) => use.replace(/^.*列 /u, '')),
      [
        '姓名 read name',
        '工作单位 read employer',
        '工种 read trade',
        '推荐单位 read nominatingBody',
        '手机 private',
        '出生年月 private',
        '照片 not-published',
      ],
    );
    assert.deepEqual(names(got), ['李明', '王芳']);
    assert.ok(!JSON.stringify([...got.findings, got.columns]).includes('13900000001'));
    const judged = read([form('李明', ['出生年月', '1960.05'], ['是否涉密', '否'])], { age: 55 });
    assert.deepEqual(
      uses(judged)
        .map((use) => use.replace(/^.*列 /u, ''))
        .slice(4),
      ['出生年月 checked-only', '是否涉密 checked-only'],
    );
    assert.deepEqual(codes(judged), ['import-age-over-generally']);
    assert.deepEqual(codes(read([form('李明', ['是否涉密', '是'])])), ['import-classified']);
  });

  it('a form’s pictures are the labelled one, or all but those beside a private label', () => {
    const bytes = Uint8Array.of(1);
    const picture = (text = ''): Partial<Cell> => ({ text, pictures: [{ bytes }] });
    const one = (...rows: Sketch[][]): number =>
      read([
        file(
          aGrid(
            [aSheet([['姓名', '李明'], ['工作单位', '甲公司'], ['工种', '焊工'], ['推荐单位', '甲区总工会'], ...rows])],
            {
              format: 'docx',
            },
          ),
          '李明.docx',
        ),
      ]).drafts[0]?.pictures.length ?? -1;
    assert.equal(one(), 0);
    assert.equal(one(['照片', picture()]), 1);
    assert.equal(one(['照片', picture()], ['备注', picture()]), 1);
    assert.equal(one(['备注', picture()], ['说明', picture()]), 2);
    assert.equal(one(['身份证', picture()], ['备注', picture()]), 1);
  });

  it('a hidden sheet is not read, and looked at for what is private', () => {
    const hidden = aSheet([[...HEAD], ['1', { text: '赵强', comment: '电话13900000001' }, '丙公司']], {
      name: '旧稿',
      hidden: true,
    });
    const got = read([file(aGrid([aSheet([HEAD, LI]), hidden]))]);
    assert.deepEqual(names(got), ['李明']);
    assert.deepEqual(
      said(got).map((line) => line.replace(/：.*(?= \[)/u, '')),
      ['名单.xlsx“旧稿” [import-sheet-hidden]', '名单.xlsx“旧稿” [import-private-aside]'],
    );
  });

  it('forms beside two lists are not read before somebody chose one', () => {
    const form = file(
      aGrid(
        [
          aSheet([
            ['姓名', '李明'],
            ['工作单位', '甲公司'],
            ['工种', '焊工'],
          ]),
        ],
        { format: 'docx' },
      ),
      '李明.docx',
    );
    const two = ['一.xlsx', '二.xlsx'].map((name) => file(aGrid([aSheet([HEAD, LI])]), name));
    assert.deepEqual(codes(read([...two, form])), ['import-several-rosters']);
  });

  it('a table of a Word file is the next page of the list where it is as wide, and else beside it', () => {
    const second = (rows: Sketch[][], format: 'docx' | 'xlsx' = 'docx'): string[] =>
      codes(read([file(aGrid([aSheet([HEAD, LI], { name: '甲' }), aSheet(rows, { name: '乙' })], { format }))]));
    assert.deepEqual(second([WANG]), ['import-table-headless']);
    assert.deepEqual(second([WANG.slice(0, 4)]), ['import-sheet-skipped']);
    assert.deepEqual(second([WANG], 'xlsx'), ['import-sheet-skipped']);
  });

  it('a sheet beside the list is named, one without anything or with the explanation is not', () => {
    const beside = (name: string, ...rows: Sketch[][]): string[] =>
      codes(read([file(aGrid([aSheet([HEAD, LI]), aSheet(rows, { name })]))]));
    assert.deepEqual(beside('数据', ['甲', '乙']), ['import-sheet-skipped']);
    assert.deepEqual(beside('空白', ['', ' ']), []);
    for (const name of ['填表说明', ' 填写说明 ']) assert.deepEqual(beside(name, ['姓名', '只写姓名']), [], name);
    for (const name of ['填表说明2', '关于填表说明', '填报说明']) {
      assert.deepEqual(beside(name, ['姓名', '只写姓名']), ['import-sheet-skipped'], name);
    }
  });

  it('two tables of a Word file with one head are one list, rows of the second counted from a thousand on', () => {
    const tables = (second: string[], format: 'docx' | 'xlsx' = 'docx'): Sources =>
      read([
        file(
          aGrid([aSheet([HEAD, LI], { name: '甲' }), aSheet([second, WANG], { name: '乙' })], { format }),
          '名单.docx',
        ),
      ]);
    const joined = tables(HEAD);
    assert.deepEqual(
      joined.drafts.map(({ name, row }) => `${name} ${row}`),
      ['李明 2', '王芳 1002'],
    );
    assert.equal(joined.columns.length, 6);
    assert.deepEqual(codes(joined), ['import-tables-joined']);
    assert.match(said(joined)[0] ?? '', /名单\.docx“甲”、名单\.docx“乙”/);
    assert.deepEqual(codes(tables([...HEAD.slice(0, 5), '事迹'])), ['import-several-rosters']);
    assert.deepEqual(codes(tables(HEAD, 'xlsx')), ['import-several-rosters']);
    const apart = read(
      ['一.docx', '二.docx'].map((name) => file(aGrid([aSheet([HEAD, LI])], { format: 'docx' }), name)),
    );
    assert.deepEqual([codes(apart), apart.drafts.length], [['import-several-rosters'], 0]);
  });

  it('a sheet that is not there is told which are', () => {
    const grid = aGrid([aSheet([HEAD, LI], { name: '初稿' }), aSheet([HEAD, LI], { name: '13900000001' })]);
    const terms = { programme: aProgramme(), opensOn: plainDate('2026-11-23') };
    const got = readSources([file(grid)], terms, { sheet: '定稿', all: [] });
    assert.match(said(got)[0] ?? '', /^名单\.xlsx：.*“初稿”、“（名称此处不重复）”.*\[import-sheet-unknown\]$/);
    const csv = readSources([file(aGrid([aSheet([HEAD, LI])], { format: 'csv' }))], terms, { sheet: '定稿', all: [] });
    assert.deepEqual(codes(csv), ['import-no-roster']);
  });

  it('a file without a list or a form is told so', () => {
    assert.deepEqual(
      said(read([file(aGrid([aSheet([['甲', '乙']])]))])).map((line) => line.slice(0, 10)),
      ['名单.xlsx：没有'],
    );
    assert.deepEqual(codes(read([file(aGrid([aSheet([['甲', '乙']])]))])), ['import-no-roster']);
    assert.deepEqual(codes(read([file(aGrid([]))])), ['import-no-roster']);
  });

  it('what a reader met is said at its place', () => {
    const grid = aGrid([aSheet([HEAD, LI])], {
      format: 'docx',
      notices: [
        { code: 'import-tracked-change', count: 2 },
        { code: 'import-hidden-text', at: { sheet: 0, row: 1, column: 2 }, count: 1 },
      ],
    });
    const places = (one: Grid): string[] =>
      said(read([file(one, '名单.docx')])).map((line) => line.slice(0, line.indexOf('：')));
    assert.deepEqual(places(grid), ['名单.docx', '名单.docx 第 2 行第 3 列']);
    const more = aSheet([['甲']], { name: '附表' });
    assert.deepEqual(places({ ...grid, sheets: [...grid.sheets, more] }), [
      '名单.docx',
      '名单.docx“汇总表”第 2 行第 3 列',
      '名单.docx“附表”',
    ]);
  });

  it('the title and the foot tell the order and the body, and a row of the list does not', () => {
    const head = HEAD.filter((word) => word !== '推荐单位');
    const row = LI.filter((_, at) => at !== 4);
    const got = list([['推荐单位：甲区总工会'], head, row, ['（按姓氏笔画排序，排名不分先后）']], {
      merges: ['A1:E1', 'A4:E4'],
    });
    assert.equal(got.order, '按姓氏笔画排序，排名不分先后');
    assert.equal(got.drafts[0]?.fields.get('nominatingBody'), '甲区总工会');
    assert.equal(list([HEAD, [...LI.slice(0, 5), '按姓氏笔画排序的能手。']]).order, undefined);
  });
});

describe('--all', () => {
  it('names the columns there are when it names none', () => {
    const got = read([file(aGrid([aSheet([HEAD, LI])]))], {}, [{ head: '星座', text: '白羊' }]);
    assert.match(said(got)[0] ?? '', /^--all 星座：.*工作单位、岗位（职务）、工种、.*\[import-word-unknown\]$/);
    assert.doesNotMatch(said(got)[0] ?? '', /网站编号|、姓名、/);
    const needless = read([file(aGrid([aSheet([HEAD, LI])]))], {}, [{ head: '工种', text: '焊工' }]);
    assert.match(said(needless)[0] ?? '', /^--all 工种：.*工种.*\[import-all-not-needed\]$/);
    for (const head of ['网站编号', '姓名', '手机']) {
      assert.deepEqual(codes(read([file(aGrid([aSheet([HEAD, LI])]))], {}, [{ head, text: '甲' }])), [
        'import-word-unknown',
      ]);
    }
  });
});
