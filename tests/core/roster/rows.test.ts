import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import type { Grid } from '#core/roster/grid.ts';
import { readSources, type SourceOptions } from '#core/roster/sources.ts';
import { aProgramme } from './programmes.ts';
import { aGrid, aSheet, type Sketch } from './sheets.ts';

const HEAD = ['序号', '姓名', '工作单位', '工种', '推荐单位', '简要事迹'];
const LI = ['1', '李明', '甲公司', '焊工', '甲区总工会', '焊接能手。'];
const WANG = ['2', '王芳', '乙公司', '钳工', '甲区总工会', '装配能手。'];
const programme = aProgramme({ texts: ['事迹材料'], conditions: ['1', '2'] });

function read(grid: Grid, options: Partial<SourceOptions> = {}, given = programme): Sources {
  const terms = { programme: given, opensOn: plainDate('2026-11-23') };
  return readSources([{ file: '名单.xlsx', grid }], terms, { sheet: undefined, all: [], ...options });
}

function list(
  rows: Sketch[][],
  more: Parameters<typeof aSheet>[1] = {},
  options: Partial<SourceOptions> = {},
): Sources {
  return read(aGrid([aSheet([HEAD, ...rows], more)]), options);
}

const names = ({ drafts }: Sources): string[] => drafts.map(({ name }) => name);
const said = ({ findings }: Sources): string[] =>
  findings.map((one) => `${chinesePlace(one.where)}：${sentence(one)} [${one.code}]`);
const codes = ({ findings }: Sources): string[] => findings.map(({ code }) => code);

describe('where a list begins', () => {
  it('below titles, at the row with most known heads', () => {
    const sheet = aSheet([['甲市工匠推荐汇总表'], ['填报单位：甲区总工会'], HEAD, LI], { merges: ['A1:F1', 'A2:F2'] });
    assert.deepEqual(names(read(aGrid([sheet]))), ['李明']);
  });

  it('below a head of two levels, merged or not', () => {
    const upper = ['序号', '姓名', '工作单位', '工种', '联系方式', undefined, '推荐单位', '简要事迹'];
    const lower = [undefined, undefined, undefined, undefined, '固定', '移动', undefined, undefined];
    const person = ['1', '李明', '甲公司', '焊工', '0631-5190000', '13900000001', '甲区总工会', '焊接能手。'];
    for (const merges of [['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2', 'H1:H2'], ['E1:F1']]) {
      const read2 = read(aGrid([aSheet([upper, lower, person], { merges })]));
      assert.deepEqual(names(read2), ['李明']);
      assert.deepEqual(
        read2.columns.filter(({ use }) => use === 'private').map(({ head }) => head),
        ['固定', '移动'],
      );
      assert.ok(read2.drafts[0]?.fields.get('nominatingBody'));
    }
  });

  it('on the one sheet that looks like it; --sheet decides between two', () => {
    const first = aSheet([HEAD, LI], { name: '初稿' });
    const final = aSheet([HEAD, WANG], { name: '定稿' });
    assert.deepEqual(codes(read(aGrid([first, final]))), ['import-several-rosters']);
    assert.deepEqual(names(read(aGrid([first, final]), { sheet: '定稿' })), ['王芳']);
    assert.deepEqual(codes(read(aGrid([first, final]), { sheet: '废稿' })), ['import-sheet-unknown']);
    assert.deepEqual(
      names(
        read(
          aGrid([
            first,
            aSheet(
              [
                ['列', '怎么填'],
                ['姓名', '只写姓名'],
              ],
              { name: '填表说明' },
            ),
          ]),
        ),
      ),
      ['李明'],
    );
  });

  it('two tables with one head in a Word file are one list', () => {
    const tables = [aSheet([HEAD, LI], { name: '表 1' }), aSheet([HEAD, WANG], { name: '表 2' })];
    const joined = read(aGrid(tables, { format: 'docx' }));
    assert.deepEqual(names(joined), ['李明', '王芳']);
    assert.deepEqual(codes(joined), ['import-tables-joined']);
    const headless = [aSheet([HEAD, LI], { name: '表 1' }), aSheet([WANG], { name: '表 2' })];
    assert.deepEqual(codes(read(aGrid(headless, { format: 'docx' }))), ['import-table-headless']);
  });
});

describe('a head of two levels', () => {
  const uses = (rows: Sketch[][], merges: string[]): string[] =>
    read(aGrid([aSheet(rows, { merges })])).columns.map(({ head, use }) => `${head} ${use}`);
  const upper = ['序号', '姓名', '工作单位', '工种', '推荐单位', '简要事迹'];

  it('a private word over columns makes them private, whatever they are called', () => {
    assert.deepEqual(
      uses(
        [
          [...upper, '联系方式', undefined],
          [...upper.map(() => undefined), '甲', '乙'],
          [...LI, '', ''],
        ],
        ['G1:H1'],
      ).slice(6),
      ['甲 private', '乙 private'],
    );
  });

  it('a public word over columns says nothing of those below, unless nothing is below', () => {
    const rows = (left: Sketch, right: Sketch): Sketch[][] => [
      [...upper, '荣誉', undefined],
      [...upper.map(() => undefined), left, right],
      [...LI, '2020 市奖', ''],
    ];
    assert.deepEqual(uses(rows('省级', '市级'), ['G1:H1']).slice(6), ['省级 unknown', '市级 unknown']);
    assert.deepEqual(uses(rows(undefined, undefined), ['G1:H1']).slice(6), ['荣誉 read']);
    assert.deepEqual(uses(rows('省级', undefined), ['G1:H1']).slice(6), ['荣誉 read']);
  });

  it('a word over most of the columns is a title', () => {
    const eight = [...upper, '甲', '乙'];
    const over = (merge: string, to: number): string =>
      uses(
        [Array.from({ length: 8 }, (_, at) => (at === to ? '联系方式' : undefined)), eight, [...LI, '', '']],
        [merge],
      )
        .slice(6)
        .join();
    assert.equal(over('E1:H1', 4), '甲 private,乙 private');
    assert.equal(over('D1:H1', 3), '甲 unknown,乙 unknown');
  });

  it('a title over all columns is none', () => {
    const title = [['联系方式汇总表'], upper, LI];
    assert.deepEqual(uses(title, ['A1:F1']).slice(1), [
      '姓名 read',
      '工作单位 read',
      '工种 read',
      '推荐单位 read',
      '简要事迹 read',
    ]);
  });

  it('a wide head over people is no level', () => {
    const rows = [
      [...upper, '荣誉', undefined],
      [...LI, '2020 市奖', '2021 省奖'],
    ];
    assert.deepEqual(names(read(aGrid([aSheet(rows, { merges: ['G1:H1'] })]))), ['李明']);
  });

  it('is said in at most twenty-four characters', () => {
    const [last] = uses(
      [
        [...upper, '甲'.repeat(30)],
        [...LI, ''],
      ],
      [],
    ).slice(-1);
    assert.equal(last, `${'甲'.repeat(24)} unknown`);
  });
});

describe('rows that are no people', () => {
  it('notes, totals, groups and signatures are passed over with a line', () => {
    const read2 = list(
      [
        ['一、甲区'],
        LI,
        ['2', WANG[1], ...WANG.slice(2)],
        ['合计', '', '2'],
        ['注：本表一式两份。'],
        ['填表人：', '', '联系电话：', '13900000001'],
      ],
      { merges: ['A2:F2', 'A6:F6'] },
    );
    assert.deepEqual(names(read2), ['李明', '王芳']);
    assert.deepEqual(codes(read2), [
      'import-row-skipped',
      'import-row-skipped',
      'import-row-skipped',
      'import-row-skipped',
      'import-private-aside',
    ]);
    assert.ok(!said(read2).some((text) => text.includes('13900000001')));
  });

  it('the example of the template, repeated heads and numbered empty rows are passed over in silence', () => {
    const head = ['网站编号', ...HEAD];
    const read2 = read(aGrid([aSheet([head, ['示例', ...LI], ['', ...LI], head, ['', '2'], ['', ...WANG]])]));
    assert.deepEqual(names(read2), ['李明', '王芳']);
    assert.deepEqual(codes(read2), []);
  });

  it('a hidden row is neither taken nor dropped', () => {
    const read2 = list([LI, WANG], { hiddenRows: [2] });
    assert.deepEqual(names(read2), ['李明']);
    assert.deepEqual(said(read2), [
      '名单.xlsx A3：这一行被隐藏（或被筛选掉），没有读取。请取消隐藏，或删去这一行。 [import-row-hidden]',
    ]);
    assert.equal(read2.lost, 1);
  });

  it('a gap in the numbering hints at a lost row', () => {
    const read2 = list([LI, ['4', ...WANG.slice(1)]]);
    assert.deepEqual(said(read2), [
      '名单.xlsx A3「序号」：序号不连续：最后是 4，读到 2 人。请核对有没有漏行、重行。 [import-sequence-broken]',
    ]);
  });
});

describe('merged cells', () => {
  it('one employer over two people holds for both, and is said', () => {
    const read2 = list([LI, ['2', '王芳', undefined, ...WANG.slice(3)]], { merges: ['C2:C3'] });
    assert.deepEqual(
      read2.drafts.map(({ employer }) => employer),
      ['甲公司', '甲公司'],
    );
    assert.deepEqual(said(read2), [
      '名单.xlsx C2「工作单位」（李明）：“工作单位”取自合并单元格 C2–C3，各行相同。请核对。 [import-cell-merged]',
    ]);
  });

  it('one value across two columns is nobody’s', () => {
    const read2 = list([['1', '李明', '甲公司', undefined, ...LI.slice(4)]], { merges: ['C2:D2'] });
    assert.deepEqual(said(read2), [
      '名单.xlsx C2「工作单位」（李明）：单元格横跨了几列（工作单位、工种），分不清是哪一列的内容。请取消合并，分别填写。 [import-cell-merged-across]',
    ]);
  });

  it('one name over two rows is one person with two honours', () => {
    const head = [...HEAD, '荣誉'];
    const sheet = aSheet(
      [
        head,
        [...LI, '2017年市五一劳动奖章'],
        [undefined, undefined, undefined, undefined, undefined, undefined, '2018年省技术能手'],
      ],
      {
        merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3'],
      },
    );
    const read2 = read(aGrid([sheet]));
    assert.deepEqual(read2.drafts[0]?.fields.get('honours'), [
      { name: '市五一劳动奖章', year: 2017 },
      { name: '省技术能手', year: 2018 },
    ]);
    assert.deepEqual(codes(read2), ['import-person-merged']);
  });
});

describe('names', () => {
  for (const [written, name] of [
    ['李　明', '李明'],
    [' 王 芳 ', '王芳'],
    ['李\n明', '李明'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['孙𠮷祥', '孙𠮷祥'],
    ['John  Smith', 'John Smith'],
  ] as const) {
    it(`${JSON.stringify(written)} is ${name}`, () => {
      const read2 = list([['1', written, ...LI.slice(2)]]);
      assert.deepEqual(names(read2), [name]);
      assert.deepEqual(codes(read2), []);
    });
  }

  for (const written of ['王磊（女）', '张三2', '李明、王芳', '=A1']) {
    it(`${written} is asked about`, () => {
      assert.ok(codes(list([['1', written, ...LI.slice(2)]])).includes('import-name-doubtful'));
    });
  }
});

describe('secrecy', () => {
  const head = [...HEAD, '是否涉密', '备注'];
  const marked = (answer: string, remark = ''): Sources => read(aGrid([aSheet([head, [...LI, answer, remark]])]));

  it('a row marked 涉密 stops that person, with its cell', () => {
    for (const answer of [
      '是',
      '√',
      '涉密',
      '待定',
      '否？',
      '不否',
      '☑是□否',
      '□是□否',
      '无所谓',
      'yes',
      'non',
      '01',
      '是，否',
    ]) {
      assert.deepEqual(names(marked(answer)), [], answer);
    }
    assert.deepEqual(said(marked('是')).slice(1), [
      '名单.xlsx G2「是否涉密」（李明）：这一行标明涉密，没有导入这个人。请核实；不涉密的写“否”或留空后重新导入，涉密的请从名单里删去。 [import-classified]',
    ]);
  });

  it('a remark does it as well', () => assert.deepEqual(names(marked('', '该同志为涉密人员')), []));

  it('a plain no does not', () => {
    for (const answer of [
      ...[
        '',
        '否',
        '无',
        '不涉密',
        '非涉密',
        '□是 ☑否',
        '不是',
        '非涉密人员',
        '没有',
        'n',
        'No',
        'FALSE',
        '0',
        '×',
        '-',
        '--',
      ],
      ...['/', '——', '□是 ■否', '√否 □是', '■否□是', ' 否 '],
    ])
      assert.deepEqual(names(marked(answer)), ['李明'], answer);
    assert.deepEqual(names(marked('', '非涉密人员')), ['李明']);
  });

  it('a short cell that says it does it as well, unless it says no', () => {
    const post = (text: string): Sources =>
      read(
        aGrid([
          aSheet([
            [...HEAD, '岗位'],
            [...LI, text],
          ]),
        ]),
      );
    for (const text of ['涉密岗位', '核心涉密人员', `${'甲'.repeat(18)}涉密`]) {
      assert.deepEqual([names(post(text)), codes(post(text))], [[], ['import-classified']], text);
    }
    for (const text of [
      '非涉密岗位',
      '不涉密',
      '无涉密',
      '未涉密',
      '不属于涉密人员',
      '不涉及涉密',
      '并非涉密',
      '没有涉密',
    ]) {
      assert.deepEqual(codes(post(text)), [], text);
    }
    assert.deepEqual(codes(post(`${'甲'.repeat(19)}涉密`)), ['import-classified-word']);
    const remark = marked('', `${'甲'.repeat(40)}涉密`);
    assert.deepEqual(names(remark), []);
  });

  it('the word in a long text is looked at by a person', () => {
    const text = '他负责全厂涉密载体的销毁设备维护，连续十年无差错，多次受到上级表扬。';
    const read2 = list([[...LI.slice(0, 5), text]]);
    assert.deepEqual(names(read2), ['李明']);
    assert.deepEqual(codes(read2), ['import-classified-word']);
  });
});

describe('private values', () => {
  it('a private column is named and not read', () => {
    const read2 = read(
      aGrid([
        aSheet([
          [...HEAD, '手机', '身份证号'],
          [...LI, '13900000001', '37100219750302123X'],
        ]),
      ]),
    );
    assert.deepEqual(codes(read2), ['import-column-private', 'import-column-private']);
    assert.ok(!JSON.stringify([read2.drafts, read2.findings]).includes('13900000001'));
  });

  it('in a public cell they stop the import, in a comment or an unknown column they are pointed at', () => {
    const read2 = read(
      aGrid([
        aSheet([
          [...HEAD, '其他'],
          [
            LI[0],
            LI[1],
            { text: '甲公司', comment: '家住甲市乙路1号2单元301室' },
            ...LI.slice(3, 5),
            '电话13900000001',
            '37100219750302123X',
          ],
        ]),
      ]),
    );
    assert.deepEqual(codes(read2).sort(), [
      'import-cell-comment',
      'import-column-unknown',
      'import-private-aside',
      'import-private-aside',
      'import-private-text',
    ]);
    assert.ok(!/13900000001|乙路|19750302/.test(JSON.stringify([read2.drafts, read2.findings, read2.columns])));
  });

  it('not even a head is repeated when somebody typed a number over it', () => {
    const read2 = read(
      aGrid([
        aSheet([
          [...HEAD, '13900000001'],
          [...LI, 'x'],
        ]),
      ]),
    );
    assert.ok(!JSON.stringify(read2).includes('13900000001'));
    assert.ok(codes(read2).includes('import-column-unknown'));
  });
});

describe('what holds for everybody', () => {
  it('推荐单位 above the table speaks where no column does', () => {
    const head = HEAD.filter((word) => word !== '推荐单位');
    const person = LI.filter((_, at) => at !== 4);
    const read2 = read(aGrid([aSheet([['推荐单位（盖章）：甲区总工会'], head, person], { merges: ['A1:E1'] })]));
    assert.equal(read2.drafts[0]?.fields.get('nominatingBody'), '甲区总工会');
  });

  it('--all fills a missing column, and no other', () => {
    const all = [{ head: '所属行业', text: '船舶制造' }];
    assert.equal(list([LI], {}, { all }).drafts[0]?.fields.get('industry'), '船舶制造');
    assert.deepEqual(codes(list([LI], {}, { all: [{ head: '工种', text: '焊工' }] })), ['import-all-not-needed']);
    assert.deepEqual(codes(list([LI], {}, { all: [{ head: '姓名', text: '李明' }] })), ['import-word-unknown']);
    assert.deepEqual(codes(list([LI], {}, { all: [{ head: '所属行业', text: '13900000001' }] })), [
      'import-private-text',
    ]);
  });

  it('the order is taken from the office’s own words', () => {
    assert.equal(read(aGrid([aSheet([['（排名不分先后）'], HEAD, LI], { merges: ['A1:F1'] })])).order, '排名不分先后');
    assert.equal(read(aGrid([aSheet([HEAD, LI])], { outside: ['以下按姓氏笔画为序'] })).order, '按姓氏笔画为序');
    assert.equal(list([LI]).order, undefined);
  });
});
