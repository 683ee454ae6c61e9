import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWording } from '#core/roster/wording.ts';
import { aProgramme } from './programmes.ts';

const { ofHead, ofLabel } = createWording(
  aProgramme({
    texts: ['主要事迹', '个人自述'],
    conditions: ['1'],
    tiers: [
      ['a', '十大工匠'],
      ['b', '工匠'],
    ],
  }),
);

/** Heads and labels as they stand in the five annexes, and how else offices spell them. */
const FIELDS: Record<string, string[]> = {
  name: ['姓名', '姓 名', '姓　名', '候选人姓名', '申报人姓名'],
  employer: ['单位', '工作单位', '所在单位', '用人单位', '工作单位（全称）', '单位及职务', '工作单位及职务'],
  post: ['工作岗位\n(职务)', '职务', '岗位（职务）', '工作岗位'],
  trade: ['工种', '工种\n (专业)', '职业\n（工种）', '职业(工种)', '工种（岗位）'],
  industry: ['所属行业'],
  skillLevel: ['技能等级', '技术等级', '职业资格等级', '职业资格\n或职业技\n能等级', '职业资格（技能）等级'],
  professionalTitle: ['职称'],
  route: ['推荐方式', '申报方式'],
  district: ['区县', '区市', '县（市、区）', '所属区县', '辖区', '属地'],
  signatureSkills: ['绝技绝活', '绝招绝技', '绝活', '本专业技术绝技绝活'],
  workMethods: ['先进操作法', '先进工作法情况'],
  patents: ['专利', '发明专利', '主要发明专利、实用新型专利', '专利名称及专利号'],
  mentoring: ['传帮带', '师带徒', '带徒传技情况', '名师带徒'],
  'photo.credit': ['照片署名', '摄影', '供图'],
  'photo.consent': ['照片同意', '肖像授权', '本人同意公开照片'],
  pinyin: ['姓名读音', '姓名拼音', '拼音'],
  'earlierPublicity.opensOn': ['本单位公示首日', '公示开始时间', '单位公示开始日期'],
  'earlierPublicity.closesOn': ['本单位公示截止', '公示截止时间', '单位公示结束日期'],
  nominatingBody: ['推荐单位', '推荐呈报部门', '推荐单位（盖章）'],
  yearsInTrade: ['从事本工种\n(专业)\n时间', '从事本工 种(专业) 工作时间', '从事本工种年限'],
  conditions: ['符合条件', '申报条件'],
  tier: ['档次', '拟命名称号'],
  honours: [
    '曾经获得的\n\n荣誉\n（市级以上）',
    '何时何地 受过何种 奖励',
    '何时获何种荣誉',
    '获得荣誉称号情况',
    '获得技术技能奖项情况',
  ],
  summary: ['简要技能业绩(100\n字以内)', '简要事迹', '事迹简介'],
  'text:主要事迹': ['主要事迹 (对照评选标准填写800字以内,突出重点,简明扼要)'],
  'text:个人自述': ['个人自述\n（包括优秀品格、掌握高超技能等）'],
  id: ['网站编号'],
};

const PRIVATE = [
  '性别',
  '性 别',
  '政治面貌',
  '学历',
  '文化程度',
  '出生年月',
  '身份证号',
  '身份证号码',
  '手机号码',
  '联系方式(手机)',
  '联系电话',
  '所在单位详细地址',
  '电子邮箱',
  '开户银行及账号',
  '民族',
  '家庭住址',
];

describe('a head is known by its meaning', () => {
  for (const [key, heads] of Object.entries(FIELDS)) {
    for (const head of heads) {
      it(`${JSON.stringify(head)} is ${key}`, () => {
        for (const meaning of [ofHead(head), ofLabel(head)]) {
          assert.equal(meaning.kind, 'field');
          assert.equal('key' in meaning && meaning.key, key);
        }
      });
    }
  }

  it('单位及职务 holds two facts', () => {
    for (const head of [
      ...['单位及职务', '单位职务', '单位和职务', '单位、职务', '单位及岗位', '工作单位及职务', '工作单位职务'],
      ...['工作单位及岗位', '工作单位和职务', '工作单位、职务', '所在单位及职务', '所在单位及岗位', '现工作单位及职务'],
      ...['单位及职务（职称）'],
    ]) {
      assert.deepEqual(ofHead(head), { kind: 'field', key: 'employer', combined: true }, head);
    }
  });

  it('whose it is changes nothing', () => {
    for (const head of [
      '申报人姓名',
      '申报人员姓名',
      '候选人姓名',
      '推荐人选姓名',
      '推荐对象姓名',
      '被推荐人姓名',
      '本人姓名',
    ]) {
      assert.deepEqual(ofHead(head), { kind: 'field', key: 'name' }, head);
    }
    assert.equal(ofHead('本人').kind, 'unknown');
    assert.equal(ofHead('他人姓名').kind, 'unknown');
  });

  it('情况 and 名称 behind it change nothing', () => {
    assert.deepEqual(ofHead('专利名称'), { kind: 'field', key: 'patents' });
    assert.deepEqual(ofHead('绝技绝活情况'), { kind: 'field', key: 'signatureSkills' });
    assert.equal(ofHead('名称').kind, 'unknown');
  });
});

describe('what never becomes public', () => {
  for (const head of PRIVATE) {
    it(`${head} is private, as a head and as a label`, () => {
      assert.equal(ofHead(head).kind, 'private');
      assert.equal(ofLabel(head).kind, 'private');
    });
  }

  it('a bracket may give a public word away', () => {
    assert.equal(ofHead('姓名（身份证号）').kind, 'private');
    assert.equal(ofLabel('姓名（身份证号）').kind, 'private');
    assert.equal(ofHead('备注（含手机）').kind, 'private');
  });

  it('a value is no label because a private word is part of it', () => {
    for (const value of [
      '卫生健康',
      '健康养老',
      '电话线务员',
      '银行柜员',
      '邮件分拣员',
      '民族乐器制作工',
      '学历教育部',
    ]) {
      assert.equal(ofLabel(value).kind, 'unknown', value);
    }
  });

  it('only birth and identity serve a rule', () => {
    assert.deepEqual(ofHead('出生年月'), { kind: 'private', use: 'birth' });
    assert.deepEqual(ofHead('身份证号码'), { kind: 'private', use: 'identity' });
    assert.deepEqual(ofHead('手机'), { kind: 'private' });
  });
});

describe('what is asked about or left alone', () => {
  it('one word for two things', () => {
    for (const [head, instead] of Object.entries({
      申报单位: '工作单位”或“推荐单位',
      所属单位: '工作单位”或“推荐单位',
      技能职称等级: '技能等级”和“职称',
      技能等级及职称: '技能等级”和“职称',
      职称或技能等级: '技能等级”和“职称',
      '职称（技能）等级': '技能等级”和“职称',
      工种及技能等级: '工种”和“技能等级',
      '工种（技能等级）': '工种”和“技能等级',
      绝技绝活或先进工作法: '绝技绝活”或“先进操作法',
      本专业技术绝技绝活或先进工作法情况: '绝技绝活”或“先进操作法',
      类别: '档次”或“所属行业',
      称号: '档次”或“荣誉',
      公示时间: '公示首日”和“公示截止',
      地区: '所属区县”或“推荐单位',
    })) {
      assert.deepEqual(ofHead(head), { kind: 'ambiguous', instead }, head);
    }
  });

  it('what stands in the forms and serves no public record', () => {
    // Labels of the annexes to the five notices.
    for (const label of [
      ...['参加工作时间', '工作年限', '工龄', '从事现岗位工作时间', '工作简历', '主要经历', '主要学习和工作经历'],
      ...['起止年月', '何校、何单位学习、工作', '证明人', '身份', '项目', '内容', '基层工会意见', '所在单位推荐意见'],
      ...['所在单位行政、工会意见', '主管工会、县区总工会意见', '市总工会意见', '真实性承诺', '意见'],
      ...['当前工作单位基本情况简介', '技术发明革新或论文成果及解决技术难题情况', '编制工艺标准及带徒传技情况'],
      ...['提高劳动效率及创造经济效益情况', '主要技术简况、贡献成果登记', '填表人', '填报日期', '填表日期'],
      ...['证书编号', '职业资格证书编号'],
    ]) {
      assert.equal(ofLabel(label).kind, 'unpublished', label);
    }
  });

  it('numbers, pictures, remarks and secrecy', () => {
    const kinds: Record<string, string> = {
      sequence: '序号 编号 序 排序 No NO No. NO. 号',
      picture: '照片 相片 近照 证件照 工作照 本人照片 个人照片',
      remark: '备注 说明 其他说明',
      classified: '涉密 是否涉密 涉密情况 涉密人员 是否涉密人员 是否为涉密人员 是否属于涉密人员',
    };
    for (const [kind, heads] of Object.entries(kinds)) {
      for (const head of heads.split(' ')) assert.equal(ofHead(head).kind, kind, head);
    }
  });

  it('what the programme does not ask for', () => {
    const plain = createWording(aProgramme());
    assert.equal(plain.ofHead('档次').kind, 'unpublished');
    assert.equal(plain.ofHead('符合条件').kind, 'unpublished');
  });

  it('everything else is unknown', () => {
    for (const head of ['星座', '', ' ', '（）']) assert.equal(ofHead(head).kind, 'unknown', head);
  });

  it('two private words joined are private as a label', () => {
    for (const label of [
      '电话及邮箱',
      '电话和地址',
      '手机、邮箱',
      '电话/邮箱',
      '学历或学位',
      '毕业院校及专业',
      '电话与地址',
    ]) {
      assert.equal(ofLabel(label).kind, 'private', label);
    }
    assert.equal(ofLabel('电话邮箱工').kind, 'unknown');
  });
});
