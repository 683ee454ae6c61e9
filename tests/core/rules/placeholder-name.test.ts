import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeholderName } from '#core/rules/placeholder-name.ts';
import { aCandidate, aDossier, said } from '#tests/builders.ts';

const check = (...names: string[]) => {
  const listed = names.map((name, index) => aCandidate({ id: `c${index}`, name }));
  return said(placeholderName.check(aDossier({ people: listed })));
};
const codes = (...names: string[]) => check(...names).map((line) => /\[(.+)\]$/.exec(line)?.[1]);

describe('real names', () => {
  it('pass, also short, long, rare and many-part ones', () => {
    const real = [
      '李䶮',
      '𠮷田',
      '骆青川',
      '欧阳长河',
      '阿卜杜拉·买买提',
      '李三',
      '王五一',
      '张三立',
      '甲建国',
      '赵空白',
    ];
    assert.deepEqual(check(...real), []);
  });
});

describe('names that forms and textbooks put where a name belongs', () => {
  it('are refused with what to write', () => {
    assert.deepEqual(check('张三'), [
      '✗ candidates/c0.md「name」（张三）：“张三”是占位的字样，不是姓名。请换成本人姓名，或者删去这个文件。 [placeholder-name]',
    ]);
  });

  it('are refused in all their forms', () => {
    const names = [
      '李四',
      '王五',
      '赵六',
      '某某',
      '张某',
      '李某某',
      '测试',
      '测试员',
      '待定',
      '姓名',
      '示例',
      '无名',
      '空白',
      '暂无',
      '候选人',
    ];
    for (const name of names) assert.deepEqual(codes(name), ['placeholder-name'], name);
  });
});

describe('names of the copied template', () => {
  it('are refused one by one when nobody else bears them', () => {
    assert.deepEqual(check('张吉惟'), [
      '✗ candidates/c0.md「name」（张吉惟）：“张吉惟”出自网上流传的姓名模板，2025年有多地公示名单误用。请对照推荐材料换成本人姓名，并核对整份名单。 [template-name]',
    ]);
    for (const name of ['林国瑞', '林玟书', '林雅南', '江奕云']) assert.deepEqual(codes(name), ['template-name'], name);
  });

  it('are a question where somebody may be called so', () => {
    assert.deepEqual(check('王美珠'), [
      '△ candidates/c0.md「name」（王美珠）：“王美珠”也出现在网上流传的姓名模板里。请对照推荐材料核对；确有其人的，请在 round.md 的 accepted 中写明。 [template-name-possible]',
    ]);
  });

  it('are no chance two at a time', () => {
    assert.deepEqual(codes('王美珠', '骆青川', '杨佩芳'), ['template-name', 'template-name']);
  });
});

describe('names with a hole', () => {
  it('show it', () => {
    assert.deepEqual(check('李□'), [
      '✗ candidates/c0.md「name」（李□）：姓名里有“□”，像是没有打出来的字或者占位符号。请对照身份证件写全姓名。 [name-with-mark]',
    ]);
  });

  it('are found by any mark, digit or cross', () => {
    for (const name of ['李?', '李？', '李*华', '王〓', '张1', '王２', 'XX', '李XX', '××', '张×', '李＊']) {
      assert.deepEqual(codes(name), ['name-with-mark'], name);
    }
  });
});

describe('names with white space', () => {
  it('come from alignment and are written together', () => {
    assert.deepEqual(check('李　岚'), [
      '✗ candidates/c0.md「name」（李　岚）：姓名中间有空格。请写成“李岚”；两字姓名对齐由页面处理。 [name-with-space]',
    ]);
    assert.deepEqual(codes('李 岚', '庾\u00A0岚'), ['name-with-space', 'name-with-space']);
  });
});

describe('names in Latin letters', () => {
  it('are asked for in Chinese', () => {
    assert.deepEqual(check('TBD'), [
      '✗ candidates/c0.md「name」（TBD）：姓名只有拉丁字母。请写中文姓名；外籍人员请写证件上的中文译名。 [name-in-latin]',
    ]);
    assert.deepEqual(codes('test', 'J.Smith', 'ＡＢＣ'), ['name-in-latin', 'name-in-latin', 'name-in-latin']);
  });
});
