import { type Subject, SUBJECT_KEYS, subjectNamed, SUBJECTS } from '#core/formats/subject.ts';
import { idSchema, lineSchema, type Route, routeSchema, subjectSchema } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import { headKey } from '#core/text/tidy.ts';
import { lineCell, plainColumn, tickedOf, unknownWord, whole } from '../cell.ts';
import { field, type Parsed } from '../field.ts';

/** What the person is proposed for, and by whom. */
export const nomination = [
  field({
    key: 'tier',
    shape: idSchema.optional(),
    of: 'everybody',
    words: '档次',
    parts: {},
    inWords: (value, programme) => tierName(value, programme),
    inFile: 'craftsman',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'tier',
          header: '档次',
          help: '从下拉列表选择。',
          wordings: '档次 等次 拟命名档次 拟命名称号 拟授予称号 命名称号 推荐称号 申报称号 推荐类别 奖项',
          asked: { when: ({ rules }) => rules.tiers.length > 1, otherwise: 'unpublished' },
          required: true,
          choices: ({ rules }) => rules.tiers.map(({ name }) => name),
          example: '',
          takes: ['number'],
          list: false,
          read: (text, { programme }) => parseTier(text, programme),
          write: (tier, { rules }) => rules.tiers.find(({ key }) => key === tier)?.name ?? '',
        },
      ],
    },
    proof: { among: 'lines', text: (tier, programme) => (tier === undefined ? '' : tierName(tier, programme)) },
    approved: true,
    profile: 'elsewhere',
    fades: true,
    openData: { head: '公示档次', about: '公示时的档次', text: (tier = '') => tier },
  }),
  field({
    key: 'subject',
    /** Absent: one person. */
    shape: subjectSchema.optional(),
    of: 'everybody',
    words: '对象',
    parts: {},
    inWords: (value) => subjectWords(value),
    inFile: 'collective',
    need: 'optional',
    onForms: false,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'subject',
          header: '对象',
          help: '个人可以留空；集体、团队、班组、单位从下拉列表选择。',
          wordings: '对象 对象类别 推荐对象类别 评选对象 参评对象 推荐类型 对象类型',
          asked: { when: takesMoreThanPeople, otherwise: 'read' },
          choices: () => SUBJECT_KEYS.map((key) => SUBJECTS[key].words),
          example: '',
          takes: [],
          list: false,
          read: (text) => parseSubject(text),
          write: (subject) => (subject === undefined ? '' : SUBJECTS[subject].words),
        },
      ],
      behind: 'tier',
    },
    proof: {
      among: 'lines',
      text: (subject) => (subject === undefined || subject === 'person' ? '' : SUBJECTS[subject].words),
    },
    approved: true,
    profile: {
      as: 'fact',
      label: '对象',
      text: (subject) => (subject === undefined || subject === 'person' ? undefined : SUBJECTS[subject].words),
    },
    fades: false,
    openData: {
      head: '对象',
      about: '集体、团队、班组或单位；个人不写',
      text: (subject) => (subject === undefined || subject === 'person' ? '' : SUBJECTS[subject].words),
    },
  }),
  field({
    key: 'route',
    shape: routeSchema,
    of: 'everybody',
    words: '推荐方式',
    parts: {},
    inWords: (value, programme) => routeName(value, programme) ?? value,
    inFile: 'unionNomination',
    need: 'always',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'route',
          header: '推荐方式',
          help: '从下拉列表选择。',
          wordings: '推荐方式 申报方式 推荐渠道 申报渠道 推荐途径 产生方式 报名方式 推荐形式',
          // With a single route the importer fills it in by itself.
          required: ({ rules }) => rules.routes.allowed.length > 1,
          choices: ({ rules }) => rules.routes.allowed.map(({ name }) => name),
          example: '',
          forAll: ({ rules }) => rules.routes.allowed[0]?.name ?? '',
          takes: ['number'],
          list: false,
          read: (text, { programme, body }) => parseRoute(text, programme, body),
          write: (route, programme) => routeName(route, programme) ?? '',
        },
      ],
    },
    proof: { among: 'lines', text: (route, programme) => routeName(route, programme) ?? route },
    approved: true,
    profile: { as: 'fact', label: '推荐途径', behind: 'nominatingBody', text: ownRouteName },
    fades: true,
    openData: 'none',
  }),
  field({
    key: 'nominatingBody',
    shape: lineSchema,
    of: 'everybody',
    words: '推荐单位',
    parts: {},
    inWords: (value) => value,
    inFile: '示例区总工会',
    need: 'always',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'nominatingBody',
          header: '推荐单位',
          help: '推荐这个人的单位全称。',
          wordings:
            '推荐单位 推荐部门 推荐呈报部门 呈报单位 呈报部门 报送单位 上报单位 推荐工会 推荐机构 推荐区市 推荐区县',
          required: true,
          example: '示例区总工会',
          forAll: '某某总工会',
        },
      ],
    },
    proof: { among: 'lines', text: (body) => body },
    approved: true,
    profile: { as: 'fact', label: '推荐单位', text: (value) => value },
    fades: true,
    openData: 'none',
  }),
] as const;

function tierName(tier: string, { rules }: Programme): string {
  return rules.tiers.find(({ key }) => key === tier)?.name ?? tier;
}

function routeName(value: string, { rules }: Programme): string | undefined {
  return rules.routes.allowed.find(({ route }) => route === value)?.name;
}

/** Of a person without what the programme says of the route in brackets: 不受理个人申请 is a rule, and no fact of anybody. */
function ownRouteName(value: string, programme: Programme): string | undefined {
  return routeName(value, programme)?.replace(/（[^（）]*）$/, '');
}

/** The programme's own name of a route, with or without its bracket, or a common word that fits only one of those allowed. */
export function parseRoute(text: string, { rules }: Programme, body?: string): Parsed<Route> {
  const ticked = tickedOf(text);
  if ('problem' in ticked) return ticked;
  const word = whole(ticked.value ?? '');
  if (word === '') return { value: undefined };
  const { allowed } = rules.routes;
  const fits = [
    allowed.filter(({ name }) => whole(name) === word),
    allowed.filter(({ name }) => headKey(name) === headKey(text)),
    allowed.filter(({ route }) => ROUTE_WORDS[route].split(' ').includes(word)),
  ].find((some) => some.length > 0);
  const routes = new Set(fits?.map(({ route }) => route));
  const [route] = routes;
  // 单位推荐 in a notice that means unions above all (包总工办发〔2023〕2号四、（一）): who nominates says which.
  if (routes.size === 2 && routes.has('unionNomination') && routes.has('employerNomination') && body !== undefined) {
    return { value: /工会/u.test(body) ? 'unionNomination' : 'employerNomination' };
  }
  return routes.size === 1 ? { value: route } : unknownWord(allowed.map(({ name }) => name));
}

export function parseTier(text: string, { rules }: Programme): Parsed<string> {
  const word = whole(text);
  if (word === '') return { value: undefined };
  const tier = rules.tiers.find(({ name }) => whole(name) === word);
  return tier ? { value: tier.key } : unknownWord(rules.tiers.map(({ name }) => name));
}

const ROUTE_WORDS: Record<Route, string> = {
  unionNomination: '工会推荐 工会组织推荐 各级工会推荐 组织推荐 联合推荐 单位推荐 集中推荐',
  employerNomination: '单位推荐 单位申报 用人单位申报 用人单位推荐 企业推荐 所在单位推荐',
  associationNomination: '社团推荐 协会推荐 行业协会推荐 社会推荐 社会团体推荐 商会推荐 学会推荐',
  selfNomination: '个人自荐 自荐 个人申报 本人自荐 职工自荐',
};

/** Whether a programme says that it honours others than single people; a sheet that says so is read in any case. */
function takesMoreThanPeople({ rules }: Programme): boolean {
  return rules.tiers.some(({ subjects = [] }) => subjects.some((one) => !SUBJECTS[one].isPerson));
}

function parseSubject(text: string): Parsed<Subject> {
  const ticked = tickedOf(text);
  if ('problem' in ticked) return ticked;
  const word = whole(ticked.value ?? '');
  const subject = subjectNamed(word);
  if (subject !== undefined) return { value: subject === 'person' ? undefined : subject };
  return word === '' ? { value: undefined } : unknownWord(SUBJECT_KEYS.map((key) => SUBJECTS[key].words));
}

function subjectWords(value: string): string {
  return SUBJECT_KEYS.includes(value as Subject) ? SUBJECTS[value as Subject].words : value;
}
