import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import { noticeSchema } from '#core/records/notice.ts';
import { resultSchema } from '#core/records/result.ts';
import { roundSchema } from '#core/records/round.ts';
import { aProgramme } from '#tests/builders.ts';

describe('a field of a public record in Chinese', () => {
  const words: Record<string, string> = {
    name: '姓名',
    pinyin: '读音',
    employer: '单位',
    district: '区市',
    post: '岗位',
    trade: '工种',
    industry: '行业',
    skillLevel: '技能等级',
    professionalTitle: '职称',
    tier: '档次',
    route: '推荐方式',
    nominatingBody: '推荐单位',
    yearsInTrade: '从事本工种年限',
    'conditions.0': '符合的条件第1项',
    'earlierPublicity.opensOn': '此前公示·首日',
    'earlierPublicity.closesOn': '此前公示·截止日',
    summary: '简介',
    'honours.1.name': '荣誉第2项·名称',
    'honours.1.year': '荣誉第2项·年份',
    'honours.9.level': '荣誉第10项·级别',
    'signatureSkills.0': '绝技绝活第1项',
    'workMethods.0': '先进操作法第1项',
    'patents.0.number': '专利第1项·号码',
    mentoring: '传帮带',
    'photo.credit': '照片·署名',
    'photo.consent': '照片·同意方式',
    'photo.alt': '照片·文字说明',
    'listed.name': '名册·姓名',
    'listed.employer': '名册·单位',
    orderedBy: '排序说明',
    'people.0': '名单第1项',
    opensOn: '首日',
    closesOn: '截止日',
    length: '公示天数',
    unit: '天数单位',
    countsFrom: '起算办法',
    closingTime: '截止钟点',
    title: '标题',
    edition: '届次',
    'outlets.0.name': '公示媒体第1项·名称',
    'outlets.0.address': '公示媒体第1项·地址',
    'channels.0.kind': '联系方式第1项·种类',
    'channels.0.areaCode': '联系方式第1项·区号',
    'channels.2.postcode': '联系方式第3项·邮编',
    'channels.2.addressee': '联系方式第3项·收件人',
    'channels.0.hours.1.from': '联系方式第1项·接待时间第2项·起',
    'channels.0.hours.1.to': '联系方式第1项·接待时间第2项·止',
    'channels.0.purpose.0': '联系方式第1项·用途第1项',
    'objection.postmark': '异议规定·邮戳',
    'objection.anonymous': '异议规定·匿名',
    'objection.confidential': '异议规定·保密',
    'tiers.0.key': '档次名额第1项·档次',
    'tiers.0.count': '档次名额第1项·人数',
    documentNumber: '文号',
    'issuers.0': '发文单位第1项',
    published: '发布日期',
    publishedTime: '发布时间',
    conferredOn: '决定日期',
    titleUntil: '称号截止日',
    'conferred.0.people.0': '命名名单第1项·名单第1项',
    'notConferred.0.person': '未命名的人第1项·编号',
    'notConferred.0.reason': '未命名的人第1项·理由',
    'objections.received': '异议情况·收到件数',
    'objections.verified': '异议情况·核实件数',
    'objections.affected': '异议情况·涉及人数',
  };
  for (const [field, expected] of Object.entries(words)) {
    it(`${field}: ${expected}`, () => assert.equal(chineseField(field, {}), expected));
  }

  it('has a word for every field of what is approved', () => {
    const fields = [candidateSchema, noticeSchema, resultSchema].flatMap(({ shape }) => Object.keys(shape));
    const { title, edition, outlets, channels, objection, tiers } = roundSchema.shape;
    for (const field of [...fields, ...Object.keys({ title, edition, outlets, channels, objection, tiers })]) {
      assert.match(chineseField(field, {}), /^\p{Script=Han}+$/u, field);
    }
  });

  it('names a text by its heading', () => {
    const record = { 'texts.1.heading': '事迹材料' };
    assert.equal(chineseField('texts.1.text', record), '正文“事迹材料”');
    assert.equal(chineseField('texts.1.heading', record), '正文“事迹材料”的标题');
    assert.equal(chineseField('texts.1.links.0', record), '正文“事迹材料”里的链接');
    assert.equal(chineseField('texts.0.text', record), '正文');
  });
});

describe('a value as an office writes it', () => {
  const { data } = aProgramme({
    tiers: [{ key: 'ten-great', name: '十大工匠', clause: '二' }],
    routes: { allowed: [{ route: 'unionNomination', name: '工会推荐' }], clause: '三' },
  });
  const cases: [field: string, value: string, expected: string][] = [
    ['tier', 'ten-great', '十大工匠'],
    ['tier', 'unknown', 'unknown'],
    ['tiers.0.key', 'ten-great', '十大工匠'],
    ['tiers.10.key', 'ten-great', '十大工匠'],
    ['tiers.0.count', '20', '20'],
    ['route', 'unionNomination', '工会推荐'],
    ['route', 'selfNomination', 'selfNomination'],
    ['skillLevel', 'senior-technician', '高级技师'],
    ['skillLevel', 'junior-worker', '初级工'],
    ['skillLevel', 'intermediate-worker', '中级工'],
    ['skillLevel', 'senior-worker', '高级工'],
    ['skillLevel', 'technician', '技师'],
    ['skillLevel', 'special-technician', '特级技师'],
    ['skillLevel', 'chief-technician', '首席技师'],
    ['honours.0.level', 'enterprise', '企业级'],
    ['honours.0.level', 'county', '县级'],
    ['honours.0.level', 'city', '市级'],
    ['honours.0.level', 'province', '省级'],
    ['honours.3.level', 'nation', '国家级'],
    ['unit', 'working', '工作日'],
    ['unit', 'calendar', '天'],
    ['countsFrom', 'opening-day', '首日起算'],
    ['countsFrom', 'next-day', '次日起算'],
    ['objection.postmark', 'dispatch', '以寄出邮戳为准'],
    ['objection.postmark', 'arrival', '以到达邮戳为准'],
    ['objection.anonymous', 'refused', '匿名不予受理'],
    ['objection.anonymous', 'discouraged', '提倡实名'],
    ['objection.confidential', 'true', '是'],
    ['objection.confidential', 'false', '否'],
    ['name', 'technician', 'technician'],
    ['summary', 'city', 'city'],
  ];
  for (const [field, value, expected] of cases) {
    it(`${field} ${value}: ${expected}`, () => assert.equal(chineseValue(field, value, data), expected));
  }
});
