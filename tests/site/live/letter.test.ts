import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LetterAnswers, letterMail, letterText, missingIn } from '#site/live/letter.ts';

const written: LetterAnswers = {
  unit: false,
  name: '周明',
  contactPerson: '',
  contact: '示例路0号',
  about: '李明（示例机床厂）',
  facts: '2023年的奖项不是本人所得。',
  evidence: '获奖名单复印件\n\n证人说明',
};
const nothing: LetterAnswers = { ...written, name: ' ', contact: '', about: '', facts: '', evidence: '' };
const head = { to: '示例市总工会生产部', notice: '《关于2024年度示例工匠候选人的公示》（2024年9月10日发布）' };

describe('the letter', () => {
  it('says what its writer said, and nothing more', () => {
    assert.equal(
      letterText(written, head),
      `异议书

示例市总工会生产部：
对《关于2024年度示例工匠候选人的公示》（2024年9月10日发布）提出异议如下。

异议对象：李明（示例机床厂）

事实和理由：
2023年的奖项不是本人所得。

证据材料：
1. 获奖名单复印件
2. 证人说明

提出人：周明
联系方式：示例路0号
`,
    );
  });

  it('of a unit names who can be asked', () => {
    const unit = letterText({ ...written, unit: true, name: '示例厂', contactPerson: '王强', evidence: '' }, head);
    assert.match(unit, /证据材料：\n无\n\n提出单位：示例厂\n联系人：王强\n联系方式：示例路0号\n$/);
  });

  it('asks for exactly what the notice demands', () => {
    assert.deepEqual(missingIn(nothing, { named: true }), ['真实姓名', '联系方式', '对谁、对什么事', '事实和理由']);
    assert.deepEqual(missingIn(nothing, { named: false }), ['对谁、对什么事', '事实和理由']);
    assert.deepEqual(missingIn({ ...nothing, unit: true }, { named: false }), [
      '单位名称',
      '联系人',
      '联系方式',
      '对谁、对什么事',
      '事实和理由',
    ]);
    assert.deepEqual(missingIn(written, { named: true }), []);
  });

  it('goes into a mail only where a mail program takes it whole', () => {
    const text = letterText(written, head);
    assert.ok((letterMail('office@example.org', '异议', text) ?? '').length <= 1800);
    const long = letterText({ ...written, facts: '长'.repeat(200) }, head);
    assert.equal(letterMail('office@example.org', '异议', long), undefined);
  });
});
