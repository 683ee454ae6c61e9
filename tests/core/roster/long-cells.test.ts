import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPrivate } from '#core/privacy/private-text.ts';
import type { FieldKey } from '#core/roster/columns.ts';
import { draftOf } from '#core/roster/draft.ts';
import { nominatingBodyIn, orderIn } from '#core/roster/preface.ts';
import { markdownOf } from '#core/roster/prose.ts';
import { createWording } from '#core/roster/wording.ts';
import { costOf } from '#tests/cost.ts';
import { aProgramme } from './programmes.ts';

/** What a cell can hold at most, made of one sign that some pattern repeats. */
const LONGEST = 32_767;
const SIGNS = [
  ' ',
  '\n',
  '，',
  '、',
  '；',
  '（',
  '(',
  '#',
  '1',
  '2001.1 ',
  '□',
  '☑',
  '-',
  '/',
  '　',
  '\\',
  '*',
  '生',
  '〔',
  'ZL1',
  '按',
  '推荐单位：',
  '出生',
  '涉密',
  '"',
  '第1条',
];

describe('a cell filled to the brim with one sign', () => {
  const programme = aProgramme({
    conditions: ['1'],
    tiers: [
      ['a', '甲'],
      ['b', '乙'],
    ],
    texts: ['事迹材料'],
  });
  const wording = createWording(programme);
  const keys: FieldKey[] = [
    'name',
    'employer',
    'skillLevel',
    'professionalTitle',
    'tier',
    'route',
    'yearsInTrade',
    'conditions',
    'earlierPublicity.opensOn',
    'summary',
    'honours',
    'signatureSkills',
    'patents',
    'pinyin',
  ];

  for (const sign of SIGNS) {
    it(`costs no time to speak of: ${JSON.stringify(sign)}`, async () => {
      const text = `工${sign.repeat(LONGEST)}`.slice(0, LONGEST);
      const cells = [...keys, 'text:事迹材料' as const].map((key) => [key, [{ text, where: { file: 'a' } }]] as const);
      const cost = await costOf(() => {
        draftOf(
          {
            row: 1,
            where: { file: 'a' },
            name: text,
            cells: new Map(cells.map(([key, list]) => [key, [...list]])),
            pictures: [],
          },
          { programme, opensOn: undefined },
        );
        markdownOf(text);
        findPrivate(text);
        orderIn([text]);
        nominatingBodyIn([text]);
        wording.ofHead(text);
        wording.ofLabel(text);
      });
      assert.ok(cost < 400, `${cost} times the yardstick`);
    });
  }
});
