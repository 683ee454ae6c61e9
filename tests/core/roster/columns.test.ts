import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { columnText } from '#core/roster/column-text.ts';
import { columnsFor } from '#core/roster/columns.ts';
import { aProgramme } from '#tests/builders.ts';

const clause = '三';
const plain = aProgramme().data;
const rich = aProgramme({
  tiers: [
    { key: 'ten-great', name: '十大工匠', clause },
    { key: 'craftsman', name: '澄湖工匠', clause },
  ],
  routes: {
    allowed: [
      { route: 'unionNomination', name: '工会推荐' },
      { route: 'selfNomination', name: '个人自荐' },
    ],
    clause,
  },
  skillLevel: { atLeast: 'technician', strength: 'must', clause },
  yearsInTrade: { atLeast: 10, clause },
  honour: { atLeast: 'city', clause },
  conditions: { oneOf: ['1', '2', '3'].map((key) => ({ key, text: `条件${key}` })), clause: '三、（一）' },
  earlierPublicity: { by: 'employer', clause },
  texts: [
    { heading: 'summary', atMost: 100, clause },
    { heading: '主要事迹', about: 2000, clause },
    { heading: '个人自述', required: false, atMost: 800, clause },
    { heading: '附言', required: false, clause },
  ],
}).data;

describe('the columns of a roster', () => {
  const table = (programme: typeof plain): string[] =>
    columnsFor(programme).map(({ key, header, required }) => `${key} ${header}${required ? ' *' : ''}`);

  it('of a programme that asks for little', () => {
    assert.deepEqual(table(plain), [
      'id 网站编号',
      'name 姓名 *',
      'employer 工作单位 *',
      'post 岗位（职务）',
      'trade 工种 *',
      'industry 所属行业',
      'district 所属区县',
      'skillLevel 技能等级',
      'professionalTitle 职称',
      'route 推荐方式',
      'nominatingBody 推荐单位 *',
      'yearsInTrade 从事本工种年限',
      'summary 简要事迹 *',
      'honours 荣誉',
      'signatureSkills 绝技绝活',
      'workMethods 先进操作法',
      'patents 专利',
      'mentoring 传帮带',
      'photo.credit 照片署名',
      'photo.consent 照片同意',
      'pinyin 姓名读音',
    ]);
  });

  it('of one that asks for much', () => {
    assert.deepEqual(table(rich), [
      'id 网站编号',
      'name 姓名 *',
      'employer 工作单位 *',
      'post 岗位（职务）',
      'trade 工种 *',
      'industry 所属行业',
      'district 所属区县',
      'skillLevel 技能等级 *',
      'professionalTitle 职称',
      'tier 档次 *',
      'route 推荐方式 *',
      'nominatingBody 推荐单位 *',
      'yearsInTrade 从事本工种年限 *',
      'conditions 符合条件 *',
      'earlierPublicity.opensOn 本单位公示首日',
      'earlierPublicity.closesOn 本单位公示截止',
      'summary 简要事迹 *',
      'honours 荣誉 *',
      'signatureSkills 绝技绝活',
      'workMethods 先进操作法',
      'patents 专利',
      'mentoring 传帮带',
      'text:主要事迹 主要事迹 *',
      'text:个人自述 个人自述',
      'text:附言 附言',
      'photo.credit 照片署名',
      'photo.consent 照片同意',
      'pinyin 姓名读音',
    ]);
    const general = aProgramme({ skillLevel: { atLeast: 'technician', strength: 'general', clause } }).data;
    assert.ok(table(general).includes('skillLevel 技能等级'));
    const district = aProgramme({ earlierPublicity: { by: 'district', clause } }).data;
    assert.ok(table(district).includes('earlierPublicity.opensOn 区县公示首日'));
    assert.ok(table(district).includes('earlierPublicity.closesOn 区县公示截止'));
  });

  it('offer the programme’s own words', () => {
    const choices = Object.fromEntries(columnsFor(rich).map(({ key, choices: all }) => [key, all]));
    assert.deepEqual(choices['tier'], ['十大工匠', '澄湖工匠']);
    assert.deepEqual(choices['route'], ['工会推荐', '个人自荐']);
    assert.deepEqual(choices['skillLevel'], [
      ...['初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师'],
    ]);
    assert.equal(Object.values(choices).filter(Boolean).length, 3);
  });

  it('tell in a sentence how they are filled in, and are text to a spreadsheet', () => {
    const help = new Map(columnsFor(rich).map((column) => [column.key, column.help]));
    for (const { help: sentence, text, key } of columnsFor(rich)) {
      assert.match(sentence, /\p{Script=Han}{2}.*。$/u, key);
      assert.equal(text, true, key);
    }
    assert.equal(help.get('conditions'), '写条件的序号，多项用顿号隔开，例如 1、2。依据：三、（一）。');
    assert.equal(help.get('summary'), '一段话，不换行，不超过 100 字。');
    assert.equal(help.get('text:主要事迹'), '全文，格内换行即分段，2000 字左右。');
    assert.equal(help.get('text:个人自述'), '全文，格内换行即分段，不超过 800 字。');
    assert.equal(help.get('text:附言'), '全文，格内换行即分段。');
  });
});

describe('a cell written from a person’s record', () => {
  const candidate = candidateSchema.parse({
    name: '骆青川',
    pinyin: 'luo qing chuan',
    employer: '澄湖市远航渡轮有限公司',
    district: '东湾区',
    trade: '船舶轮机员',
    skillLevel: 'senior-technician',
    tier: 'ten-great',
    route: 'selfNomination',
    nominatingBody: '东湾区总工会',
    yearsInTrade: 18,
    conditions: ['1', '3'],
    earlierPublicity: { opensOn: '2024-07-03', closesOn: '2024-07-05' },
    summary: '听音辨缸。',
    honours: [{ name: '市技术能手', level: 'city', year: 2020 }],
    signatureSkills: ['一分钟接头', '盲插'],
    workMethods: ['看听结合法'],
    patents: [{ name: '一种夹具', number: 'ZL 2020 2 0000000.1' }],
    photo: { credit: '厂工会供图', consent: '本人书面同意' },
  });
  const sections = [{ heading: '主要事迹', markdown: '第一段。\n\n第二段。' }, { markdown: '前言。' }];
  const cell = (key: Parameters<typeof columnText>[0], person = candidate): string =>
    columnText(key, 'p3wd9hz', { candidate: person, sections }, rich);

  it('holds what the importer reads back', () => {
    const expected: Record<string, string> = {
      id: 'p3wd9hz',
      name: '骆青川',
      pinyin: 'luo qing chuan',
      employer: '澄湖市远航渡轮有限公司',
      district: '东湾区',
      post: '',
      trade: '船舶轮机员',
      skillLevel: '高级技师',
      tier: '十大工匠',
      route: '个人自荐',
      nominatingBody: '东湾区总工会',
      yearsInTrade: '18',
      conditions: '1、3',
      'earlierPublicity.opensOn': '2024-07-03',
      'earlierPublicity.closesOn': '2024-07-05',
      summary: '听音辨缸。',
      honours: '2020 市技术能手（市级）',
      signatureSkills: '一分钟接头\n盲插',
      workMethods: '看听结合法',
      patents: '一种夹具；ZL 2020 2 0000000.1',
      mentoring: '',
      'text:主要事迹': '第一段。\n第二段。',
      'text:个人自述': '',
      'photo.credit': '厂工会供图',
      'photo.consent': '本人书面同意',
    };
    for (const [key, text] of Object.entries(expected)) assert.equal(cell(key as 'id'), text, key);
  });

  it('is empty where the record says nothing', () => {
    const bare = candidateSchema.parse({
      name: '庾岚',
      employer: '澄湖市东湾纺织厂',
      trade: '织布工',
      route: 'associationNomination',
      nominatingBody: '东湾区总工会',
      summary: '巡回一趟十六公里。',
    });
    for (const key of [
      ...['skillLevel', 'tier', 'route', 'yearsInTrade', 'conditions', 'honours', 'signatureSkills', 'workMethods'],
      ...['patents', 'earlierPublicity.opensOn', 'earlierPublicity.closesOn', 'photo.credit', 'photo.consent'],
      ...['pinyin', 'mentoring', 'district'],
    ]) {
      assert.equal(cell(key as 'id', bare), '', key);
    }
  });
});
