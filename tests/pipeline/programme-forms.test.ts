import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWording } from '#core/roster/wording.ts';
import { readContent } from '#pipeline/content/read-content.ts';

/** The tables that the notices print, word for word without their line breaks; what a notice does not print stands in no list. */
const PRINTED: Record<string, string> = {
  // 附件《威海工匠申报表》, 2023-06-21.
  'weihai-craftsman/application':
    '姓名 性别 政治面貌 学历 手机号码 身份证号 工作单位 职务 所属行业 工种 工作年限 身份 职业资格等级 职称 曾经获得的荣誉（市级以上） 工作简历 弘扬践行工匠精神情况 职业技能、绝技高招情况 创新创造、突出贡献情况 示范带动、领军作用情况 个人自述（包括优秀品格、掌握高超技能、善于创新创造、发挥领军作用、岗位贡献等） 基层工会意见 区（市）总工会、人社局（社会团体）意见 市总工会、市人社局意见',
  // 威人社函〔2024〕36号附件2.
  'weihai-chief-technician/application':
    '姓名 单位 性别 出生年月 照片 参加工作时间 政治面貌 文化程度 职业(工种) 职业资格或职业技能等级 联系电话 工作岗位 身份证号码 所在单位详细地址 主要学习和工作经历(包括技术培训和进修) 起止年月 何校、何单位学习、工作 证明人 主要技术简况、贡献成果登记 项目 内容 获得技术技能奖项情况 获得荣誉称号情况 申报人事迹材料 当前工作单位（企业）基本情况简介 真实性承诺 所在单位推荐意见 区市人力资源社会保障部门 区市人才工作领导小组意见 备注',
  // 焦工文[2018]33号附件1.
  'jiaozuo-craftsman/nomination':
    '推荐单位 从事现岗位工作时间 县（市）区总工会，省产业工会（公章） 县（市）区人力资源和社会保障局（公章） 市总工会（公章）',
  // 连工发〔2019〕33号附件1, 附件2.
  'gangcheng-craftsman/nomination':
    '姓名 性别 政治面貌 出生年月 学历 工种(专业) 技能等级 从事本工种(专业)工作时间 工作岗位(职务) 联系方式(手机) 工作单位 主要经历 何时何地受过何种奖励 主要事迹(对照评选标准填写800字以内,突出重点,简明扼要) 所在单位行政、工会意见 主管工会、县区总工会意见 市总工会意见',
  'gangcheng-craftsman/roster':
    '推荐单位 序号 姓名 单位及职务 性别 出生年月 政治面貌 文化程度 从事本工种(专业)时间 技术等级 何时获何种荣誉 简要技能业绩(100字以内)',
};

describe('the forms of the programmes', async () => {
  const { content } = await readContent('content');
  const forms = (content?.programmes ?? []).flatMap(({ id, forms: own = [] }) =>
    own.map((form) => ({ id: `${id}/${form.file.split('/').at(-1)?.replace('.json', '')}`, form: form.data })),
  );

  it('are those that the five notices prescribe', () => {
    assert.deepEqual(
      forms.map(({ form }) => form.name).sort(),
      [
        '“包头工匠”推荐候选人汇总表',
        '“包头工匠”推荐审批表',
        '“港城工匠”推荐表',
        '“身边的港城工匠”推荐人员汇总表',
        '威海工匠申报表',
        '威海市首席技师申报人员基本情况汇总表',
        '威海市首席技师申报表',
        '焦作工匠推荐人选基本情况及主要业绩量化表',
        '焦作工匠推荐表',
      ].sort(),
    );
  });

  for (const [id, labels] of Object.entries(PRINTED))
    it(`${id} has every label as the notice prints it`, () => {
      const own = new Set(forms.find((one) => one.id === id)?.form.fields.map(({ label }) => label));
      assert.deepEqual(
        labels.split(' ').filter((label) => !own.has(label)),
        [],
      );
    });

  it('never take an opinion, a seal, a promise or a curriculum for a field', () => {
    for (const { id, form } of forms) {
      const aside = form.fields.filter(({ label }) => /意见|公章|承诺|经历|简历|注$/u.test(label));
      assert.deepEqual(
        new Set(aside.map(({ means }) => means)),
        aside.length > 0 ? new Set(['no-field']) : new Set(),
        id,
      );
    }
  });

  it('leave stamp boxes of other offices alone, too: a bracket in the midst of a label cuts nothing off', () => {
    const programme = content?.programmes[0]?.programme.data;
    assert.ok(programme);
    const { ofLabel } = createWording(programme);
    for (const label of [
      ' 区（市）总工会、人社局\n\n（社会团体）\n\n意见',
      '县（区）总工会意见',
      '单位（盖章）意见',
      '工种（专业）主管部门审核',
    ])
      assert.deepEqual(ofLabel(label), { kind: 'unpublished' }, label);
    assert.deepEqual(ofLabel('工种（专业）'), { kind: 'field', key: 'trade' });
    assert.deepEqual(ofLabel('从事本工种（专业）时间'), { kind: 'field', key: 'yearsInTrade' });
  });
});
