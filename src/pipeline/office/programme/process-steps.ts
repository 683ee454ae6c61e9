import type { Route, StageKind } from '#core/formats/words.ts';
import { line } from '#pipeline/office/contact-questions.ts';
import { CLAUSE, figureFault, id, oneOf, QUOTE, STRENGTH, whole, windowOf } from './part.ts';
import type { Step } from './step.ts';

const STAGES: Record<string, StageKind> = {
  推荐申报: 'nomination',
  资格审核: 'eligibilityReview',
  网络投票: 'onlineVote',
  专家评审: 'expertReview',
  技能展示: 'showcase',
  答辩: 'panelInterview',
  审定: 'approval',
  公示: 'publicity',
  命名: 'conferral',
};

const ROUTES: Record<string, Route> = {
  工会推荐: 'unionNomination',
  单位推荐: 'employerNomination',
  社团推荐: 'associationNomination',
  个人自荐: 'selfNomination',
};

const UNSTATED = '没有写明';
const WORKPLACES: Record<string, 'employer' | 'district'> = { 本单位: 'employer', 区县: 'district' };
const yes = (text: string | undefined): boolean => text === '是';

/** How it goes, from the first nomination to the publicity. */
export const processSteps: readonly Step[] = [
  {
    flag: 'stage',
    title: '阶段',
    about: '从推荐到命名的各个阶段，按先后',
    parts: [
      { name: '阶段名称', example: '资格审核', check: line },
      { name: `哪一种（${Object.keys(STAGES).join('、')}）`, ...oneOf(Object.keys(STAGES)) },
      QUOTE,
      CLAUSE,
    ],
    many: true,
    put: (items) =>
      items.map(([name, kind = '', text, clause]) => ({
        path: ['stages'],
        value: { kind: STAGES[kind], name, text, clause },
        add: true,
      })),
  },
  {
    flag: 'publicity',
    title: '公示天数',
    about: `写 5工作日 或 7天，照文件的说法；文件没有写明的写“${UNSTATED}”`,
    parts: [
      {
        name: '天数',
        example: '5工作日',
        check: (text) =>
          text === UNSTATED || windowOf(text)
            ? undefined
            : `要写成 5工作日、7天 或 ${UNSTATED} 的样子；工作日和天不同，请照文件写。`,
      },
      QUOTE,
      CLAUSE,
    ],
    judge: ([text = '', quote = '']) => {
      const stated = windowOf(text);
      if (!stated) return undefined;
      const working = /工作日/u.test(quote);
      if (working !== (stated.unit === 'working')) {
        return working ? '原话写的是工作日，天数请照写，例如 5工作日。' : '原话没有写“工作日”，天数请照写，例如 5天。';
      }
      return figureFault(stated.length, quote);
    },
    put: ([[text = '', quote, clause]]) => {
      const stated = windowOf(text);
      return [
        {
          path: ['rules', 'publicity'],
          value: { stated: stated !== undefined, ...stated, quote, clause },
        },
      ];
    },
  },
  {
    flag: 'counts-from',
    title: '起算',
    about: '公示首日就是第1天，还是次日起算',
    parts: [{ name: '起算', ...oneOf(['首日', '次日']) }],
    when: (answers, stands) =>
      answers['publicity'] !== undefined
        ? !(answers['publicity'][0] ?? '').startsWith(UNSTATED)
        : stands('rules', 'publicity', 'length'),
    fallback: () => ['首日'],
    put: ([[word]]) => [
      { path: ['rules', 'publicity', 'countsFrom'], value: word === '次日' ? 'next-day' : 'opening-day' },
    ],
  },
  {
    flag: 'outlets',
    title: '公示媒体的规定',
    parts: [QUOTE, CLAUSE],
    put: ([[text, clause]]) => [
      { path: ['rules', 'outlets', 'text'], value: text },
      { path: ['rules', 'outlets', 'clause'], value: clause },
    ],
  },
  {
    flag: 'outlet',
    title: '指定媒体',
    about: '文件点了名的媒体；只说“媒体”“社会”的没有',
    parts: [{ name: '媒体', example: '《荷城日报》', check: line }],
    many: true,
    optional: true,
    put: (items) => items.map(([value]) => ({ path: ['rules', 'outlets', 'required'], value, add: true })),
  },
  {
    flag: 'at-employer',
    title: '同时在单位公示',
    about: '候选人所在单位是不是也要张贴（是/否）',
    parts: [{ name: '是否', ...oneOf(['是', '否']) }],
    fallback: () => ['否'],
    put: ([[word]]) => (yes(word) ? [{ path: ['rules', 'outlets', 'atEmployer'], value: true }] : []),
  },
  {
    flag: 'earlier-publicity',
    title: '推荐时的公示',
    about: '推荐以前在本单位或区县的公示',
    parts: [
      { name: `在哪里（${Object.keys(WORKPLACES).join('、')}）`, ...oneOf(Object.keys(WORKPLACES)) },
      {
        name: '至少几天',
        example: '3工作日',
        optional: true,
        check: (text) => (windowOf(text) ? undefined : '要写成 3工作日 或 5天 的样子。'),
      },
      QUOTE,
      CLAUSE,
    ],
    optional: true,
    put: ([[by = '', length = '', quote, clause]]) => {
      const atLeast = windowOf(length);
      return [
        {
          path: ['rules', 'earlierPublicity'],
          value: { by: WORKPLACES[by], ...(atLeast && { atLeast }), quote, clause },
        },
      ];
    },
  },
  {
    flag: 'route',
    title: '推荐方式',
    parts: [
      { name: `哪一种（${Object.keys(ROUTES).join('、')}）`, ...oneOf(Object.keys(ROUTES)) },
      { name: '文件里的说法', role: 'quote', check: line },
    ],
    many: true,
    put: (items) =>
      items.map(([kind = '', name]) => ({
        path: ['rules', 'routes', 'allowed'],
        value: { route: ROUTES[kind], name },
        add: true,
      })),
  },
  {
    flag: 'routes',
    title: '推荐方式的出处',
    parts: [QUOTE, CLAUSE],
    when: (_, stands) => !stands('rules', 'routes', 'clause'),
    put: ([[quote, clause]]) => [
      { path: ['rules', 'routes', 'quote'], value: quote },
      { path: ['rules', 'routes', 'clause'], value: clause },
    ],
  },
  {
    flag: 'nominating-quota',
    title: '推荐单位的名额',
    about: '各类推荐单位至多推荐几人',
    parts: [
      { name: '类别编号', example: 'county', check: id },
      { name: '文件里的说法', role: 'quote', example: '各县区', check: line },
      { name: '至多几人', check: whole(1, 9999) },
    ],
    many: true,
    optional: true,
    put: (items) =>
      items.map(([kind, name, most]) => ({
        path: ['rules', 'nominatingQuotas', 'byKind'],
        value: { kind, name, atMost: Number(most) },
        add: true,
      })),
  },
  {
    flag: 'nominating-quotas',
    title: '推荐名额的出处',
    parts: [QUOTE, STRENGTH, CLAUSE],
    when: (answers, stands) =>
      (answers['nominating-quota'] ?? []).length > 0 && !stands('rules', 'nominatingQuotas', 'clause'),
    put: ([[quote, strength, clause]]) => [
      { path: ['rules', 'nominatingQuotas', 'strength'], value: strength === '一般' ? 'general' : 'must' },
      { path: ['rules', 'nominatingQuotas', 'quote'], value: quote },
      { path: ['rules', 'nominatingQuotas', 'clause'], value: clause },
    ],
  },
  ...(['shortlist', 'vote'] as const).map((key): Step => ({
    flag: key,
    title: key === 'shortlist' ? '入围的规定' : '网络投票的规定',
    parts: [QUOTE, CLAUSE],
    optional: true,
    put: ([[text, clause]]) => [{ path: ['rules', key], value: { text, clause } }],
  })),
];
