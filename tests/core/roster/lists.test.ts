import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import type { Sources } from '#core/roster/combine-sources.ts';
import type { Grid } from '#core/roster/grid.ts';
import { listKindOf } from '#core/roster/list-word.ts';
import { readSources } from '#core/roster/sources.ts';
import { aProgramme } from './programmes.ts';
import { aGrid, aSheet, type Sketch } from './sheets.ts';

const HEAD = ['序号', '姓名', '工作单位', '工种', '推荐单位', '简要事迹'];
const person = (number: number, name: string): Sketch[] => [
  String(number),
  name,
  `${name}所在公司`,
  '焊工',
  '甲区总工会',
  '焊接能手。',
];

function read(grid: Grid, list?: string): Sources {
  const terms = { programme: aProgramme(), opensOn: plainDate('2026-11-23') };
  return readSources([{ file: '名单.xlsx', grid }], terms, { sheet: undefined, all: [], list });
}
const sheet = (rows: Sketch[][], list?: string): Sources => read(aGrid([aSheet(rows)]), list);
const names = ({ drafts }: Sources): string[] => drafts.map(({ name }) => name);
const codes = ({ findings }: Sources): string[] => findings.map(({ code }) => code);
const said = ({ findings }: Sources): string[] =>
  findings.map((one) => `${one.level} ${chinesePlace(one.where)}：${sentence(one)}`);

/** A Word file with a table of one person under each of these. */
function tables(above: string[][], list?: string): Sources {
  const people = ['章守拙', '邹小禾', '卢见山'];
  const sheets = above.map((lines, index) =>
    aSheet([HEAD, person(1, people[index] ?? '')], { name: `表 ${index + 1}`, above: lines }),
  );
  return read(aGrid(sheets, { format: 'docx', outside: above.flat() }), list);
}

const TWO = [
  ['2026年甲市工匠拟命名人选名单（2名）'],
  HEAD,
  person(1, '章守拙'),
  person(2, '卢见山'),
  ['2026年甲市工匠提名人选名单（1名）'],
  HEAD,
  person(1, '邹小禾'),
];

describe('two lists under one another', () => {
  it('are a question, which --list answers', () => {
    const asked = sheet(TWO);
    assert.deepEqual(names(asked), []);
    assert.deepEqual(said(asked), [
      'error 名单.xlsx：表里不止一份名单：第 3 行起“2026年甲市工匠拟命名人选名单（2名）”（拟命名）、第 5 行起“2026年甲市工匠提名人选名单（1名）”（提名）。请加 --list 写明读哪一份，写标题里的几个字，例如 --list 拟命名；或只留一份。',
    ]);
    assert.deepEqual(names(sheet(TWO, '拟命名')), ['章守拙', '卢见山']);
    assert.deepEqual(names(sheet(TWO, '提名人选')), ['邹小禾']);
    assert.deepEqual(codes(sheet(TWO, '落选')), ['import-several-lists']);
  });

  for (const [title, heading] of [
    [undefined, '后备人选'],
    [undefined, '递补人选（按顺序）'],
    ['拟表彰名单', '二、未入选人员'],
    ['一、甲市工匠候选人名单', '二、入围奖名单'],
  ])
    it(`“${heading}” below ${title === undefined ? 'a list without a title' : `“${title}”`} begins another`, () => {
      const rows = [
        ...(title === undefined ? [] : [[title]]),
        HEAD,
        person(1, '章守拙'),
        [heading],
        person(1, '邹小禾'),
      ];
      assert.deepEqual(codes(sheet(rows)), ['import-several-lists']);
      assert.deepEqual(names(sheet(rows, heading)), ['邹小禾']);
    });

  it('may have heads of their own', () => {
    const rows = [
      ['拟命名名单'],
      HEAD,
      person(1, '章守拙'),
      ['后备名单'],
      ['序号', '工作单位', '姓名', '工种', '推荐单位', '简要事迹'],
      ['1', '乙公司', '邹小禾', '钳工', '甲区总工会', '装配能手。'],
    ];
    assert.deepEqual(names(sheet(rows, '后备')), ['邹小禾']);
    assert.equal(sheet(rows, '后备').drafts[0]?.employer, '乙公司');
  });

  it('are asked about in a Word file too, where they are two tables', () => {
    const headings = [['一、拟命名人选'], ['二、提名人选']];
    assert.deepEqual(codes(tables(headings)), ['import-several-lists']);
    assert.deepEqual(names(tables(headings, '提名')), ['邹小禾']);
    assert.deepEqual(names(tables([['拟命名人选'], ['（续表）']])), ['章守拙', '邹小禾']);
  });

  it('belong to the last heading in front of their table, and a table without one goes on', () => {
    const below = [['关于拟命名人选的公示', '2026年甲市工匠'], ['提名人选（不在本次公示范围）'], ['单位：甲市总工会']];
    assert.deepEqual(names(tables(below, '拟命名')), ['章守拙']);
    assert.deepEqual(names(tables(below, '提名')), ['邹小禾', '卢见山']);
  });

  it('are a question though only one of them has a heading', () => {
    const one = tables([['2026年甲市工匠汇总表'], ['递补人选']]);
    assert.deepEqual(said(one), [
      'error 名单.xlsx“表 1”：表里不止一份名单：“表 1”（没有写明是哪一种）、“递补人选”（后备）。请加 --list 写明读哪一份，写标题里的几个字，例如 --list 后备；或只留一份。',
    ]);
    assert.deepEqual(names(tables([[], ['递补人选']], '表 1')), ['章守拙']);
  });
});

describe('one list', () => {
  it('may be parted by group headings, under which the numbers begin anew', () => {
    const rows = [HEAD, ['一、制造业'], person(1, '章守拙'), person(2, '卢见山'), ['二、服务业'], person(1, '邹小禾')];
    const one = sheet(rows);
    assert.deepEqual(names(one), ['章守拙', '卢见山', '邹小禾']);
    assert.deepEqual(codes(one), ['import-row-skipped', 'import-row-skipped']);
  });

  it('whose numbers skip or begin anew without a heading may lack a row', () => {
    assert.deepEqual(codes(sheet([HEAD, person(1, '章守拙'), person(1, '卢见山')])), ['import-sequence-broken']);
    assert.deepEqual(codes(sheet([HEAD, person(1, '章守拙'), ['二组'], person(3, '卢见山')])), [
      'import-row-skipped',
      'import-sequence-broken',
    ]);
  });

  it('is not parted by a sentence that speaks of other lists', () => {
    const rows = [HEAD, person(1, '章守拙'), ['注：提名人选另行公布。'], person(2, '卢见山')];
    assert.deepEqual(names(sheet(rows)), ['章守拙', '卢见山']);
    assert.equal(listKindOf('现将拟命名人选和提名人选一并予以公示，公示期为五个工作日。'), undefined);
  });
});

describe('where the head stands', () => {
  const notice = Array.from({ length: 12 }, (_, index) => [`公示正文第${index + 1}段，现将人选予以公示。`]);

  it('below any number of lines of text', () => {
    assert.deepEqual(names(sheet([...notice, HEAD, person(1, '章守拙'), person(2, '卢见山')])), ['章守拙', '卢见山']);
    const merged = aSheet([...notice, HEAD, person(1, '章守拙')], {
      merges: notice.map((_, at) => `A${at + 1}:F${at + 1}`),
    });
    assert.deepEqual(names(read(aGrid([merged]))), ['章守拙']);
  });

  it('too far down among rows of two cells it is not found, and the grid is no form for that', () => {
    const contacts = Array.from({ length: 11 }, (_, index) => [`第${index + 1}项`, '内容']);
    const far = sheet([...contacts, HEAD, person(1, '章守拙'), person(2, '卢见山')]);
    assert.deepEqual(codes(far), ['import-no-roster']);
  });
});

describe('a head that announces more than a name', () => {
  it('is named, and what stands in it is asked about', () => {
    const head = ['序号', '姓名（集体名称）', ...HEAD.slice(2)];
    const one = sheet([head, person(1, '章守拙'), person(2, '海鹰青年突击'), person(3, '总装二班')]);
    assert.deepEqual(codes(one), ['import-head-more-than-name', 'import-name-collective', 'import-name-collective']);
    assert.equal(
      said(one)[0],
      'warning 名单.xlsx B1「姓名（集体名称）」：“姓名（集体名称）”一列不只是个人姓名。集体、单位不能按个人公示；像集体、单位的名称会逐个询问。',
    );
    assert.deepEqual(codes(sheet([HEAD, person(1, '阿卜杜拉海'), person(2, '卢见山')])), []);
  });
});
