import { chineseHonourLevel, chineseSkillLevel, type HonourLevel, SKILL_LEVELS } from '#core/formats/words.ts';
import { CLAUSE, figureFault, id, oneOf, QUOTE, STRENGTH, whole } from './part.ts';
import type { Step } from './step.ts';

const SKILLS = new Map(SKILL_LEVELS.map((level) => [chineseSkillLevel[level], level] as const));
const HONOURS = new Map(
  (Object.keys(chineseHonourLevel) as HonourLevel[]).map((level) => [chineseHonourLevel[level], level] as const),
);

const strengthOf = (word: string | undefined): 'general' | 'must' => (word === '一般' ? 'general' : 'must');
const years = (text: string | undefined): number => Number(text);

/** What a person must show, and who does not take part. */
export const personSteps: readonly Step[] = [
  {
    flag: 'repeat',
    title: '获过的不再申报',
    parts: [QUOTE, { name: '几年以内（一直有效的不写）', optional: true, check: whole(1, 60) }, STRENGTH, CLAUSE],
    optional: true,
    put: ([[text, within = '', strength, clause]]) => {
      return [
        {
          path: ['rules', 'repeat'],
          value: { ...(within !== '' && { withinYears: years(within) }), strength: strengthOf(strength), text, clause },
        },
      ];
    },
  },
  {
    flag: 'skill-level',
    title: '技能等级',
    about: '至少什么等级',
    parts: [
      { name: `等级（${[...SKILLS.keys()].join('、')}）`, ...oneOf([...SKILLS.keys()]) },
      STRENGTH,
      QUOTE,
      CLAUSE,
    ],
    optional: true,
    put: ([[level = '', strength, quote, clause]]) => {
      const value = { atLeast: SKILLS.get(level), strength: strengthOf(strength), quote, clause };
      return [{ path: ['rules', 'skillLevel'], value }];
    },
  },
  {
    flag: 'age',
    title: '年龄',
    about: '不超过几周岁',
    parts: [
      { name: '周岁', check: whole(18, 100) },
      { name: '优先几周岁以下', optional: true, check: whole(18, 100) },
      STRENGTH,
      QUOTE,
      CLAUSE,
    ],
    optional: true,
    judge: ([age, , , quote = '']) => figureFault(years(age), quote),
    put: ([[age, preferred = '', strength, quote, clause]]) => {
      return [
        {
          path: ['rules', 'age'],
          value: {
            atMost: years(age),
            ...(preferred !== '' && { preferredAtMost: years(preferred) }),
            strength: strengthOf(strength),
            quote,
            clause,
          },
        },
      ];
    },
  },
  {
    flag: 'honour',
    title: '荣誉',
    about: '至少什么级别的荣誉',
    parts: [{ name: `级别（${[...HONOURS.keys()].join('、')}）`, ...oneOf([...HONOURS.keys()]) }, QUOTE, CLAUSE],
    optional: true,
    put: ([[level = '', quote, clause]]) => {
      return [{ path: ['rules', 'honour'], value: { atLeast: HONOURS.get(level), quote, clause } }];
    },
  },
  {
    flag: 'years-in-trade',
    title: '从业年限',
    about: '至少从事本工种几年',
    parts: [{ name: '年数', check: whole(1, 60) }, QUOTE, CLAUSE],
    optional: true,
    judge: ([count, quote = '']) => figureFault(years(count), quote),
    put: ([[count, quote, clause]]) => [
      { path: ['rules', 'yearsInTrade'], value: { atLeast: years(count), quote, clause } },
    ],
  },
  {
    flag: 'condition',
    title: '条件',
    about: '“具备下列条件之一”的各条',
    parts: [{ name: '编号', example: '1', check: id }, QUOTE],
    many: true,
    optional: true,
    judge: ([key], answers) =>
      (answers['condition'] ?? []).some((other) => other.split(/[｜|]/u)[0]?.trim() === key)
        ? `编号 ${key} 已经用过，请换一个。`
        : undefined,
    put: (items) =>
      items.map(([key, text]) => ({ path: ['rules', 'conditions', 'oneOf'], value: { key, text }, add: true })),
  },
  {
    flag: 'conditions',
    title: '条件的出处',
    parts: [QUOTE, CLAUSE],
    when: (answers, stands) => (answers['condition'] ?? []).length > 0 && !stands('rules', 'conditions', 'clause'),
    put: ([[quote, clause]]) => [
      { path: ['rules', 'conditions', 'quote'], value: quote },
      { path: ['rules', 'conditions', 'clause'], value: clause },
    ],
  },
  {
    flag: 'excluded',
    title: '不参加申报的',
    parts: [QUOTE, STRENGTH, CLAUSE],
    many: true,
    optional: true,
    put: (items) =>
      items.map(([text, strength, clause]) => ({
        path: ['rules', 'excluded'],
        value: { text, strength: strengthOf(strength), clause },
        add: true,
      })),
  },
];
