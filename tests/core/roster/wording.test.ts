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
    assert.deepEqual(ofHead('单位及职务'), { kind: 'field', key: 'employer', combined: true });
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
    for (const head of ['申报单位', '技能职称等级', '类别', '公示时间'])
      assert.equal(ofHead(head).kind, 'ambiguous', head);
  });

  it('what the programme does not ask for', () => {
    const plain = createWording(aProgramme());
    assert.equal(plain.ofHead('档次').kind, 'unpublished');
    assert.equal(plain.ofHead('符合条件').kind, 'unpublished');
  });

  it('everything else is unknown', () => assert.equal(ofHead('星座').kind, 'unknown'));
});
