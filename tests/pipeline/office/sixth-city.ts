import { type DocxCell, docxFile } from '#tests/pipeline/intake/office-files.ts';

/** The six people of an invented city, as its papers have them; employers and deeds are invented. */
export interface Craftsman {
  name: string;
  employer: string;
  district: string;
  post: string;
  trade: string;
  level: string;
  years: string;
  tier: string;
  route: string;
  body: string;
  condition: string;
  line: string;
  honour: string;
}

export const SIX: readonly Craftsman[] = [
  person(
    '闻人朔',
    '荷城启航轴承有限公司',
    '荷东区',
    '班组长',
    '磨工',
    '高级技师',
    '21',
    '荷城大工匠',
    '荷东区总工会',
    '1',
  ),
  person(
    '公良溪',
    '荷城联丰电力检修有限公司',
    '荷西区',
    '检修班长',
    '变配电运行值班员',
    '技师',
    '15',
    '荷城大工匠',
    '荷西区总工会',
    '2',
  ),
  person(
    '茅以岚',
    '荷东精工模具有限公司',
    '荷东区',
    '钳工',
    '模具工',
    '高级技师',
    '18',
    '荷城工匠',
    '荷东区总工会',
    '2',
  ),
  person('荆昱白', '荷西纺织有限公司', '荷西区', '挡车工', '细纱工', '高级工', '12', '荷城工匠', '荷西区总工会', '3'),
  person(
    '阳川柏',
    '莲溪县农机修造厂',
    '莲溪县',
    '维修组长',
    '农机修理工',
    '技师',
    '9',
    '荷城工匠',
    '莲溪县总工会',
    '3',
  ),
  person(
    '晏清和',
    '荷城百味餐饮有限公司',
    '荷东区',
    '厨师长',
    '中式烹调师',
    '高级技师',
    '26',
    '荷城工匠',
    '荷城市烹饪协会',
    '1',
  ),
];

function person(
  name: string,
  employer: string,
  district: string,
  post: string,
  trade: string,
  level: string,
  years: string,
  tier: string,
  body: string,
  condition: string,
): Craftsman {
  const route = body.endsWith('协会') ? '协会推荐' : '工会推荐';
  const line = `${trade}技艺扎实，坚守一线${years}年。`;
  return {
    name,
    employer,
    district,
    post,
    trade,
    level,
    years,
    tier,
    route,
    body,
    condition,
    line,
    honour: '2024年荷城市技术能手',
  };
}

/** 附件1, in the city's own words: the labels are none that the product has ever seen together. */
export function registration(one: Craftsman | undefined): Uint8Array {
  const of = (text: (one: Craftsman) => string): string => (one ? text(one) : '');
  const wide = (text: string): DocxCell => ({ text, span: 3 });
  return docxFile({
    before: ['附件1', '“荷城工匠”推荐登记表'],
    tables: [
      [
        ['姓　　名', of(({ name }) => name), '性　　别', of(() => '男')],
        ['民　　族', of(() => '汉族'), '出生年月', of(() => '1980.05')],
        ['用人单位', wide(of(({ employer }) => employer))],
        ['岗位名称', of(({ post }) => post), '现从事职业', of(({ trade }) => trade)],
        ['等级证书', of(({ level }) => level), '入行年限', of(({ years }) => years)],
        ['联系电话', of(() => '13800000000'), '推荐等次', of(({ tier }) => tier)],
        ['所获表彰', wide(of(({ honour }) => honour))],
        [
          '匠心故事（800字以内）',
          wide(
            of(
              ({ name, trade, years }) =>
                `${name}从事${trade}工作${years}年，带领班组完成多项技术革新，为企业解决了生产难题。`,
            ),
          ),
        ],
        ['县区总工会意见', wide('（盖章）　　年　月　日')],
        ['市总工会意见', wide('（盖章）　　年　月　日')],
      ],
    ],
  });
}

/** 附件2: one row a person. */
export function listOf(people: readonly Craftsman[]): Uint8Array {
  const head = [
    '序号',
    '姓名',
    '用人单位',
    '所在县区',
    '现从事职业',
    '推荐等次',
    '推荐途径',
    '报送单位',
    '对应条件',
    '一句话简介',
    '备注',
  ];
  return docxFile({
    before: ['附件2', '“荷城工匠”推荐对象一览表'],
    tables: [
      [
        head,
        ...people.map((one, index) => [
          String(index + 1),
          one.name,
          one.employer,
          one.district,
          one.trade,
          one.tier,
          one.route,
          one.body,
          one.condition,
          one.line,
          '',
        ]),
      ],
    ],
  });
}
