import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterCount, textLength } from '#core/rules/text-length.ts';
import { aCandidate, aDossier, aProgramme, aSection, said } from '#tests/builders.ts';

const programme = aProgramme({
  texts: [
    { heading: 'summary', atMost: 20, clause: '附件2' },
    { heading: '事迹简介', about: 300, clause: '六、（一）' },
    { heading: '个人自述', required: false, atMost: 100, clause: '附件1' },
  ],
});
const check = (change: Parameters<typeof aCandidate>[0]) =>
  said(textLength.check(aDossier({ programme, people: [aCandidate(change)] })));
const full = { 事迹简介: '匠'.repeat(300) };

describe('the texts of a person', () => {
  it('that stand under their headings at their length are in order', () => {
    assert.deepEqual(check({ texts: full }), []);
    assert.deepEqual(check({ texts: { ...full, 个人自述: '匠'.repeat(100) } }), []);
  });

  it('of 300字左右 may have 240 to 360 characters', () => {
    for (const length of [240, 360]) assert.deepEqual(check({ texts: { 事迹简介: '匠'.repeat(length) } }), []);
    for (const length of [239, 361]) {
      assert.deepEqual(check({ texts: { 事迹简介: '匠'.repeat(length) } }), [
        `△ candidates/p3wd9hz.md 第 20 行（骆青川）：“事迹简介”有 ${length} 字，规定 300 字左右（依据：澄工发〔2024〕8号，六、（一））。请改到 240 至 360 字；确有理由的，请在 round.md 的 accepted 中写明。 [text-about]`,
      ]);
    }
  });

  it('of an odd number 左右 are told whole numbers', () => {
    const odd = aProgramme({ texts: [{ heading: '简介', about: 35, clause: '五' }] });
    const listed = [aCandidate({ texts: { 简介: '匠'.repeat(27) } })];
    assert.match(said(textLength.check(aDossier({ programme: odd, people: listed }))).join(), /请改到 28 至 42 字/);
  });

  it('of 100字以内 may not have 101', () => {
    assert.deepEqual(check({ texts: { ...full, 个人自述: '匠'.repeat(101) } }), [
      '✗ candidates/p3wd9hz.md 第 21 行（骆青川）：“个人自述”有 101 字，规定 100 字以内（依据：澄工发〔2024〕8号，附件1）。请删去 1 字。 [text-too-long]',
    ]);
  });

  it('include the line under the name', () => {
    assert.deepEqual(check({ texts: full, summary: '渡轮轮机长，凭听音辨出主机单缸失火，从不误航。' }), [
      '✗ candidates/p3wd9hz.md「summary」（骆青川）：“一句话简介”有 23 字，规定 20 字以内（依据：澄工发〔2024〕8号，附件2）。请删去 3 字。 [text-too-long]',
    ]);
  });

  it('that are asked for must be there, and not be empty', () => {
    assert.deepEqual(check({}), [
      '✗ candidates/p3wd9hz.md（骆青川）：缺少“事迹简介”的文字（依据：澄工发〔2024〕8号，六、（一））。请用“## 事迹简介”作标题，在下面写上。 [text-missing]',
    ]);
    assert.deepEqual(check({ texts: { ...full, 个人自述: ' ' } }), [
      '✗ candidates/p3wd9hz.md 第 21 行（骆青川）：缺少“个人自述”的文字（依据：澄工发〔2024〕8号，附件1）。请用“## 个人自述”作标题，在下面写上。 [text-missing]',
    ]);
  });

  it('under a heading nobody asked for are told which there are', () => {
    assert.deepEqual(check({ texts: { ...full, 家庭情况: '一家三口。' } }), [
      '✗ candidates/p3wd9hz.md 第 21 行（骆青川）：规定里没有“家庭情况”这个标题。请改用：## 事迹简介、## 个人自述；确要增加的，请先写进 programme.md 的 texts。 [text-heading-unknown]',
    ]);
    const listed = [aCandidate({ texts: { 事迹: '匠心。' } })];
    assert.deepEqual(said(textLength.check(aDossier({ people: listed }))), [
      '✗ candidates/p3wd9hz.md 第 20 行（骆青川）：规定里没有“事迹”这个标题。请删去这一段；确要增加的，请先写进 programme.md 的 texts。 [text-heading-unknown]',
    ]);
  });

  it('need a heading, and each heading once', () => {
    const person = aCandidate({ texts: full });
    const stray = aSection({ text: '没有标题的话。', line: 18 });
    const again = aSection({ heading: '事迹简介', text: '又一段。', line: 25 });
    const listed = [{ ...person, sections: [stray, ...person.sections, again] }];
    assert.deepEqual(said(textLength.check(aDossier({ programme, people: listed }))), [
      '✗ candidates/p3wd9hz.md 第 18 行（骆青川）：正文要先写二级标题（## 事迹材料），再写文字。请补上标题。 [heading-missing]',
      '✗ candidates/p3wd9hz.md 第 25 行（骆青川）：“事迹简介”这个标题出现了不止一次。请并成一段。 [text-heading-twice]',
    ]);
  });
});

describe('characters', () => {
  it('are counted without white space, a rare one as one, a number digit by digit', () => {
    assert.equal(characterCount('李䶮 和\n𠮷野　共 12 人。'), 10);
  });
});
