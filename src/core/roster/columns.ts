import type { Programme } from '#core/records/programme.ts';
import { chineseSkillLevel, SKILL_LEVELS } from '#core/formats/words.ts';

export type FieldKey =
  | 'id'
  | 'name'
  | 'employer'
  | 'district'
  | 'post'
  | 'trade'
  | 'industry'
  | 'skillLevel'
  | 'professionalTitle'
  | 'tier'
  | 'route'
  | 'nominatingBody'
  | 'yearsInTrade'
  | 'conditions'
  | 'earlierPublicity.opensOn'
  | 'earlierPublicity.closesOn'
  | 'summary'
  | 'honours'
  | 'signatureSkills'
  | 'workMethods'
  | 'patents'
  | 'mentoring'
  | 'photo.credit'
  | 'photo.consent'
  | 'pinyin';

/** A public column: a field of the candidate, or a text under a heading of the programme. */
export type ColumnKey = FieldKey | `text:${string}`;

export interface Column {
  key: ColumnKey;
  header: string;
  /** One or two sentences for the person who fills it in. */
  help: string;
  /** The only values it may hold. */
  choices?: string[];
  /** Excel would spoil a value here: the template formats the column as text. */
  text?: true;
  required?: true;
}

/** What stands in the id column of the template's example row, which the importer passes over. */
export const EXAMPLE_ID = '示例';

/** The columns of a programme's roster. The template, the export and the importer share them. */
export function columnsFor(programme: Programme): Column[] {
  const { rules } = programme;
  const earlier = rules.earlierPublicity && (rules.earlierPublicity.by === 'employer' ? '本单位' : '区县');
  return [
    {
      key: 'id',
      header: '网站编号',
      help: '新增人选留空，由导入命令编出；已有的编号请勿改动，更正名单时靠它认人。',
      text: true,
    },
    { key: 'name', header: '姓名', help: '只写姓名，不加空格、括号和说明。', text: true, required: true },
    { key: 'employer', header: '工作单位', help: '单位全称，不写职务。', text: true, required: true },
    { key: 'post', header: '岗位（职务）', help: '没有可留空。', text: true },
    { key: 'trade', header: '工种', help: '职业（工种）名称。', text: true, required: true },
    { key: 'industry', header: '所属行业', help: '没有可留空。', text: true },
    { key: 'district', header: '所属区县', help: '没有可留空。', text: true },
    {
      key: 'skillLevel',
      header: '技能等级',
      help: '从下拉列表选择；没有可留空。职称写在“职称”一列。',
      choices: SKILL_LEVELS.map((level) => chineseSkillLevel[level]),
      text: true,
      ...(rules.skillLevel?.strength === 'must' && { required: true as const }),
    },
    { key: 'professionalTitle', header: '职称', help: '没有可留空。', text: true },
    ...(rules.tiers.length > 1
      ? [
          {
            key: 'tier' as const,
            header: '档次',
            help: '从下拉列表选择。',
            choices: rules.tiers.map(({ name }) => name),
            text: true as const,
            required: true as const,
          },
        ]
      : []),
    {
      key: 'route',
      header: '推荐方式',
      help: '从下拉列表选择。',
      choices: rules.routes.allowed.map(({ name }) => name),
      text: true,
      // With a single route the importer fills it in by itself.
      ...(rules.routes.allowed.length > 1 && { required: true as const }),
    },
    { key: 'nominatingBody', header: '推荐单位', help: '推荐这个人的单位全称。', text: true, required: true },
    {
      key: 'yearsInTrade',
      header: '从事本工种年限',
      help: '满几年写几，例如 18。不写起始年月。',
      text: true,
      ...(rules.yearsInTrade && { required: true as const }),
    },
    ...(rules.conditions
      ? [
          {
            key: 'conditions' as const,
            header: '符合条件',
            help: `写条件的序号，多项用顿号隔开，例如 ${rules.conditions.oneOf
              .slice(0, 2)
              .map(({ key }) => key)
              .join('、')}。依据：${rules.conditions.clause}。`,
            text: true as const,
            required: true as const,
          },
        ]
      : []),
    ...(earlier
      ? [
          {
            key: 'earlierPublicity.opensOn' as const,
            header: `${earlier}公示首日`,
            help: '例如 2026-03-02。',
            text: true as const,
          },
          {
            key: 'earlierPublicity.closesOn' as const,
            header: `${earlier}公示截止`,
            help: '例如 2026-03-06。',
            text: true as const,
          },
        ]
      : []),
    {
      key: 'summary',
      header: '简要事迹',
      help: `一段话，不换行${atMost(programme, 'summary')}。`,
      text: true,
      required: true,
    },
    {
      key: 'honours',
      header: '荣誉',
      help: '一行一项，格内换行用 Alt+Enter。写法：2021 山东省技术能手（省级）。',
      text: true,
      ...(rules.honour && { required: true as const }),
    },
    { key: 'signatureSkills', header: '绝技绝活', help: '一行一项。没有可留空。', text: true },
    { key: 'workMethods', header: '先进操作法', help: '一行一项。没有可留空。', text: true },
    {
      key: 'patents',
      header: '专利',
      help: '一行一项。写法：一种夹具；ZL 2020 2 0000000.1。没有专利号的只写名称。',
      text: true,
    },
    { key: 'mentoring', header: '传帮带', help: '一段话，不换行。没有可留空。', text: true },
    ...rules.texts
      .filter(({ heading }) => heading !== 'summary')
      .map(({ heading, required }) => ({
        key: `text:${heading}` as const,
        header: heading,
        help: `全文，格内换行即分段${atMost(programme, heading)}。`,
        text: true as const,
        ...(required && { required: true as const }),
      })),
    { key: 'photo.credit', header: '照片署名', help: '摄影者或供图单位。', text: true },
    {
      key: 'photo.consent',
      header: '照片同意',
      help: '本人如何同意公开照片，例如：本人书面同意，2026-03-02。',
      text: true,
    },
    { key: 'pinyin', header: '姓名读音', help: '多音字等才需要，小写，字间空一格，例如 shan li hua。', text: true },
  ];
}

function atMost({ rules }: Programme, heading: string): string {
  const rule = rules.texts.find((text) => text.heading === heading);
  if (rule?.atMost !== undefined) return `，不超过 ${rule.atMost} 字`;
  return rule?.about === undefined ? '' : `，${rule.about} 字左右`;
}
