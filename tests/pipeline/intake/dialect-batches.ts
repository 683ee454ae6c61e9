import { there } from '#tests/there.ts';
import type { Filled } from './dialect.ts';
import { docxFile } from './office-files.ts';

const SURNAMES = [...'闻公茅荆阳晏仲惠丛毕鞠薄褚郦滕臧戚邬柏费岑雷倪汤'];
const GIVEN = ['朔', '以岚', '昱白', '川柏', '清和', '跻海', '晓岚', '砺海'];

/** Invented people, no two of one name. */
export const nameOf = (index: number): string =>
  `${SURNAMES[index % SURNAMES.length]}${GIVEN[Math.floor(index / SURNAMES.length + index) % GIVEN.length]}`;
const text = (length: number, index: number): string =>
  `${nameOf(index)}立足岗位，`.padEnd(length, '带领班组攻关，解决生产难题，产品合格率逐年提高。');

export interface Batch {
  round: string;
  count: number;
  /** What one person's form says; employers and deeds are invented. */
  filled: (index: number) => Filled;
  boxes?: string[];
  all: Record<string, string>;
  body: (index: number) => string;
  summaryFrom: string;
  honourLevels?: string;
  /** Bodies the round does not know yet are added to it as this kind. */
  bodyKind?: string;
  /** The 汇总表 that goes with the forms, where the order or the tiers stand on it alone. */
  list?: (people: readonly Filled[]) => Uint8Array;
  tier?: (index: number) => string;
}

export const BATCHES: Batch[] = [
  {
    round: 'weihai-craftsman/2023',
    count: 20,
    filled: (index) => ({
      name: nameOf(index),
      employer: `威海示例${index + 1}号机械有限公司`,
      post: '班组长',
      trade: '车工',
      skillLevel: '高级技师',
      honours: '2022年 威海市五一劳动奖章',
      'text:弘扬践行工匠精神情况': text(100, index),
      'text:职业技能、绝技高招情况': text(101, index),
      'text:创新创造、突出贡献情况': text(102, index),
      'text:示范带动、领军作用情况': text(103, index),
      'text:个人自述': text(200, index),
    }),
    all: { 推荐方式: '工会组织和人社部门联合推荐' },
    body: (index) => there(['环翠区总工会', '文登区总工会', '荣成市总工会', '乳山市总工会'][index % 4]),
    summaryFrom: '职业技能、绝技高招情况',
    honourLevels: '按名称',
  },
  {
    round: 'weihai-chief-technician/2024',
    count: 10,
    filled: (index) => ({
      name: nameOf(index),
      employer: `威海示例${index + 1}号船舶有限公司`,
      birth: '1982年5月',
      post: '主操作手',
      trade: '焊工',
      skillLevel: '高级技师',
      'text:事迹材料': text(1000, index),
    }),
    all: { 区县公示首日: '2024-07-15', 区县公示截止: '2024-07-19' },
    body: () => '环翠区人力资源和社会保障局',
    summaryFrom: '事迹材料',
  },
  {
    round: 'baotou-craftsman/2023',
    count: 20,
    filled: (index) => ({
      name: nameOf(index),
      'employer-and-post': `包头示例${index + 1}号稀土有限公司 班组长`,
      trade: '稀土冶炼工',
      skillLevel: '技师',
      route: '单位推荐',
      conditions: '1',
      honours: '2021年 包头市劳动模范',
      'text:事迹简介': text(300, index),
    }),
    boxes: ['单位推荐', '社会推荐', '个人自荐'],
    all: { 本单位公示首日: '2023-03-01', 本单位公示截止: '2023-03-06' },
    body: (index) => there(BAOTOU[Math.floor(index / 3)]),
    summaryFrom: '事迹简介',
    bodyKind: 'unit',
  },
  {
    round: 'jiaozuo-craftsman/2018',
    count: 26,
    filled: (index) => ({
      nominatingBody: there(JIAOZUO[Math.floor(index / 2)]),
      name: nameOf(index),
      employer: `焦作示例${index + 1}号重机有限公司`,
      post: '工段长',
      trade: '铣工',
      skillLevel: '技师',
      'text:主要业绩': text(180, index),
    }),
    all: { 本单位公示首日: '2018-06-25', 本单位公示截止: '2018-06-29' },
    body: (index) => there(JIAOZUO[Math.floor(index / 2)]),
    summaryFrom: '主要业绩',
    bodyKind: 'county',
    tier: (index) => (index < 20 ? 'craftsman' : 'shortlist-award'),
    list: (people) =>
      grouped(
        ['序号', '姓名', '工作单位'],
        [
          ['一、焦作工匠（20名）', people.slice(0, 20)],
          ['二、焦作工匠入围奖（6名）', people.slice(20)],
        ],
        (one, number) => [String(number), one.name ?? '', one.employer ?? ''],
      ),
  },
  {
    round: 'gangcheng-craftsman/2019',
    count: 50,
    filled: (index) => ({
      name: nameOf(index),
      employer: `连云港示例${index + 1}号集装箱有限公司`,
      post: '操作队长',
      trade: '桥吊司机',
      skillLevel: '高级工',
      yearsInTrade: '12年',
      'text:主要事迹': text(500, index),
    }),
    all: { 推荐方式: '单位集中推荐' },
    body: (index) => there(GANGCHENG[Math.floor(index / 10)]),
    summaryFrom: '',
    tier: (index) => (index < 10 ? 'ten-great' : 'craftsman'),
    list: (people) =>
      grouped(
        [
          '序号',
          '姓名',
          '单位及职务',
          '性别',
          '出生年月',
          '从事本工种\n（专业）时间',
          '技术等级',
          '简要技能业绩\n（100字以内）',
        ],
        [
          ['十大工匠', people.slice(0, 10)],
          ['工匠', people.slice(10)],
        ],
        (one, number) => [
          String(number),
          one.name ?? '',
          `${one.employer} ${one.post}`,
          '男',
          '1980.05',
          one.yearsInTrade ?? '',
          one.skillLevel ?? '',
          '桥吊操作技艺过硬。',
        ],
      ),
  },
];

/** A list with a full-width heading above each group, numbered anew below it. */
function grouped(
  head: string[],
  groups: readonly [string, readonly Filled[]][],
  cells: (one: Filled, number: number) => string[],
): Uint8Array {
  const rows = groups.flatMap(([heading, people]) => [
    [{ text: heading, span: head.length }],
    ...people.map((one, index) => cells(one, index + 1)),
  ]);
  return docxFile({ tables: [[head, ...rows]] });
}

const JIAOZUO = [
  ...['沁阳市', '孟州市', '博爱县', '武陟县', '修武县', '温县', '解放区', '山阳区', '中站区', '马村区'].map(
    (one) => `${one}总工会`,
  ),
  '焦煤集团工会',
  '示范区总工会',
  '市属企业工会',
];
const GANGCHENG = ['海州区', '连云区', '赣榆区', '东海县', '灌云县'].map((one) => `${one}总工会`);

const BAOTOU = [
  '昆都仑区总工会',
  '东河区总工会',
  '青山区总工会',
  '九原区总工会',
  '石拐区总工会',
  '白云鄂博矿区总工会',
  '固阳县总工会',
];
