import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingTexts } from '#core/catalogue/finding.ts';
import { forbiddenSigns } from '#core/text/forbidden-sign.ts';
import { signFindings, signsInData } from '#core/text/sign-finding.ts';

const named = (text: string): string[] =>
  forbiddenSigns(text).map(({ code, name, position }) => `${position} ${code} ${name}`);
const said = (text: string): string[] =>
  signFindings(text, { file: 'a.md' }).map(({ code, args }) => findingTexts[code].text(args ?? {}));

describe('signs that no text may hold', () => {
  it('are named with their code and their place', () => {
    const cases: [string, string][] = [
      ['王\u115F磊', '2 U+115F 谚文初声填充符'],
      ['王\u1160磊', '2 U+1160 谚文中声填充符'],
      ['王\u061C磊', '2 U+061C 阿拉伯字母方向标记'],
      ['王\u180E磊', '2 U+180E 蒙古文元音分隔符'],
      ['王\u3164磊', '2 U+3164 谚文填充符'],
      ['王\uFFA0磊', '2 U+FFA0 半角谚文填充符'],
      ['王磊\uFE0F', '3 U+FE0F 变体选择符 VS16'],
      ['葛\u{E0100}明', '2 U+E0100 异体字选择符 VS17'],
      ['王\u0301磊', '2 U+0301 组合用附加符号'],
      ['1\u20E3', '2 U+20E3 组合用键帽框'],
      ['王\u200B磊', '2 U+200B 零宽空格'],
      ['王\u202E磊', '2 U+202E 右至左强制符'],
      ['王\u2067磊', '2 U+2067 右至左隔离符'],
      ['王\u00AD磊', '2 U+00AD 软连字符'],
      ['王\u{E0041}磊', '2 U+E0041 标签字符'],
      ['王\uE863', '2 U+E863 自造字'],
      ['王\uFDD0', '2 U+FDD0 非字符'],
      ['王\u0007', '2 U+0007 控制字符'],
      ['王\uFEFF', '2 U+FEFF 字节顺序标记（零宽不换行空格）'],
      ['\u{20BB7}野\u200D', '3 U+200D 零宽连字符'],
      ['王\uD800', '2 U+D800 半个字（不成对的代理项）'],
    ];
    for (const [text, expected] of cases) assert.deepEqual(named(text), [expected], expected);
  });

  it('are told each once, and each in a sentence that says how', () => {
    assert.deepEqual(said('王\u115F磊\u115F'), [
      '第 2 个字符是看不见的“谚文初声填充符”（U+115F），会使看上去一样的文字变成两样，也搜不到。请删去它，或重新输入这几个字。',
    ]);
    assert.deepEqual(said('葛\u{E0100}'), [
      '第 2 个字符是看不见的“异体字选择符 VS17”（U+E0100），它给前一个字指定了字形，换一台电脑就会变样，也搜不到。请删去它；证件上是异体字的，请直接输入那个字。',
    ]);
    assert.deepEqual(said('王\u0301'), [
      '第 2 个字符是“组合用附加符号”（U+0301），叠在前一个字上，不属于任何字母。请删去它，或重新输入这几个字。',
    ]);
    assert.deepEqual(said('王\uE863\uFFFD'), [
      '第 2 个字符是自造字（U+E863），在别的电脑上会变成空白或方框。请用支持 GB 18030 的输入法重新输入这个字。',
      '第 3 个字符已经丢失（显示为 �）。请对照原件重新输入。',
    ]);
  });

  it('are no letters, however rare, and no accents that belong to one', () => {
    for (const text of [
      '李䶮、𠮷田、鿫石、李〇、阿卜杜拉·买买提',
      'José Nguyễn m̀',
      'བོད་ཡིག',
      'ئۇيغۇرچە',
      'ᠮᠣᠩᠭᠣᠯ',
      '第一行\r\n\t第二行　“引号”—№',
    ])
      assert.deepEqual(named(text), [], text);
  });

  it('are looked for in every field of a file', () => {
    const found = signsInData(
      { name: '王\u115F磊', honours: [{ title: '工匠\u200B' }], employer: '\uE863厂' },
      (field) => ({
        file: 'a.md',
        field,
      }),
    );
    assert.deepEqual(
      found.map(({ code, where }) => `${where.field} ${code}`),
      ['name sign-invisible', 'honours.0.title sign-invisible'],
    );
  });
});
