import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { planImport } from '#core/roster/plan.ts';
import { readSources } from '#core/roster/sources.ts';
import type { Supplement } from '#core/roster/supplement.ts';
import { aProgramme } from './programmes.ts';
import { aGrid, aSheet } from './sheets.ts';

const programme = aProgramme();
const POSTS = ['桥吊司机', '加工中心操作工', '操作队队长', '维修电工班长', '总工', '艺术总监', '质检员', '工会干部'];

function planned(supplement: Supplement, trade?: string): { trades: (string | undefined)[]; said: string[] } {
  const rows = POSTS.map((post, at) => [
    `李明${'甲乙丙丁戊己庚辛'[at]}`,
    `${at}号公司`,
    post,
    '甲区总工会',
    '能手。',
    trade ?? '',
  ]);
  const sheet = aSheet([
    ['姓名', '工作单位', '岗位', '推荐单位', '简要事迹', ...(trade === undefined ? [] : ['工种'])],
    ...rows,
  ]);
  const terms = { programme, opensOn: plainDate('2026-11-23'), supplement };
  const { drafts } = readSources([{ file: '名单.xlsx', grid: aGrid([sheet]) }], terms, { sheet: undefined, all: [] });
  const { people, findings } = planImport({
    drafts,
    known: [],
    answers: { same: new Map(), fresh: new Set(), remove: new Set() },
    approved: false,
    programme,
    ask: { summary: false, trade: supplement.tradeFrom === undefined },
    incomplete: false,
    mint: () => 'bbbbbbc',
  });
  return { trades: people.map(({ record }) => record.candidate.trade), said: findings.map(sentence) };
}

describe('a 工种 that no column states', () => {
  it('is proposed from the posts that are one, and stays empty as long as nobody has said so', () =>
    assert.deepEqual(planned({}), {
      trades: POSTS.map(() => undefined),
      said: [
        '表里没有“工种”。有的人岗位就是工种：李明甲“桥吊司机”、李明乙“加工中心操作工”、李明庚“质检员”。这样写请加 --trade-from 岗位；要空着请加 --trade-from 不写。',
      ],
    }));

  it('is taken from them once a person has said so, and from no other post', () =>
    assert.deepEqual(planned({ tradeFrom: 'post' }), {
      trades: ['桥吊司机', '加工中心操作工', undefined, undefined, undefined, undefined, '质检员', undefined],
      said: [],
    }));

  it('stays empty, and nobody is asked again, where it is to stay so', () =>
    assert.deepEqual(planned({ tradeFrom: 'none' }), { trades: POSTS.map(() => undefined), said: [] }));

  it('is not looked for where the column is there', () => {
    const { trades, said } = planned({ tradeFrom: 'post' }, '焊工');
    assert.deepEqual([new Set(trades), said], [new Set(['焊工']), []]);
  });
});
