import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameCharacters } from '#core/rules/name-characters.ts';
import { aCandidate, aDossier, said } from '#tests/builders.ts';

const check = (change: Parameters<typeof aCandidate>[0]) =>
  said(nameCharacters.check(aDossier({ people: [aCandidate(change)] })));

describe('the characters of a name', () => {
  it('may be rare, from any plane of Unicode', () => {
    // U+4DAE; U+20BB7 of plane 2; U+9FEB added in 2018; U+FA11 has the look of a compatibility ideograph and is none; U+3007.
    for (const name of ['李䶮', '𠮷田', '鿫石', '﨑山', '李〇', '阿卜杜拉·买买提'])
      assert.deepEqual(check({ name }), [], name);
  });

  it('of an office’s own making are refused', () => {
    assert.deepEqual(check({ name: '李\uE863' }), [
      '✗ candidates/p3wd9hz.md「name」（李\uE863）：有一个自造的字（U+E863），在别的电脑上会变成空白或方框。请用支持 GB 18030 的输入法重新输入这个字。 [name-private-use]',
    ]);
  });

  it('that were lost are typed again', () => {
    assert.deepEqual(check({ name: '李\uFFFD' }), [
      '✗ candidates/p3wd9hz.md「name」（李\uFFFD）：有一个字已经丢失（显示为 �）。请对照原件重新输入。 [name-replacement]',
    ]);
  });

  it('that Unicode does not know are refused', () => {
    assert.deepEqual(check({ name: '李\u{2FFFA}' }), [
      '✗ candidates/p3wd9hz.md「name」（李\u{2FFFA}）：有一个字库里还没有的字（U+2FFFA）。请对照原件，用支持 GB 18030 的输入法重新输入。 [name-unassigned]',
    ]);
  });

  it('that are radicals out of a PDF file are told the character meant', () => {
    // KANGXI RADICAL HORSE has a compatibility form, CJK RADICAL C-SIMPLIFIED HORSE has none.
    assert.deepEqual(check({ name: '\u2FBA一鸣' }), [
      '✗ candidates/p3wd9hz.md「name」（\u2FBA一鸣）：“\u2FBA”（U+2FBA）看上去像“馬”，却是另一个字符，会搜不到。请改为“馬”。 [name-look-alike]',
    ]);
    assert.deepEqual(check({ name: '\u2EE2一鸣' }), [
      '✗ candidates/p3wd9hz.md「name」（\u2EE2一鸣）：“\u2EE2”（U+2EE2）看上去像“马”，却是另一个字符，会搜不到。请改为“马”。 [name-look-alike]',
    ]);
    assert.deepEqual(check({ name: '李\u2E80' }), [
      '✗ candidates/p3wd9hz.md「name」（李\u2E80）：“\u2E80”（U+2E80）是部首符号，不是汉字。请重新输入这个字。 [name-radical]',
    ]);
  });

  it('are told the character meant for every radical that has one, as Unicode’s EquivalentUnifiedIdeograph lists them', () => {
    const listed =
      '⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙';
    for (const [radical, meant] of listed.split(' ').map((pair) => [...pair])) {
      assert.match(check({ name: `李${radical}` }).join(), new RegExp(`请改为“${meant}”。 \\[name-look-alike\\]$`));
    }
  });

  it('are looked at in every other text too, in which a ring or a full stop is nobody’s mistake', () => {
    assert.deepEqual(
      check({
        trade: '⻋工',
        summary: '带徒○人。',
        // A sign of somebody's own making is named by the reader, in every field of every file.
        honours: [{ name: '示例\uE001能手' }],
        texts: { 事迹材料: '⼆十年' },
      }),
      [
        '✗ candidates/p3wd9hz.md「trade」（骆青川）：“⻋”（U+2ECB）看上去像“车”，却是另一个字符，会搜不到。请改为“车”。 [name-look-alike]',
        '✗ candidates/p3wd9hz.md 第 20 行（骆青川）：“⼆”（U+2F06）看上去像“二”，却是另一个字符，会搜不到。请改为“二”。 [name-look-alike]',
      ],
    );
  });

  it('that are compatibility ideographs are told the character meant', () => {
    assert.deepEqual(check({ name: '\uF90A玉堂' }), [
      '✗ candidates/p3wd9hz.md「name」（\uF90A玉堂）：“\uF90A”（U+F90A）看上去像“金”，却是另一个字符，会搜不到。请改为“金”。 [name-look-alike]',
    ]);
  });

  it('are joined by one kind of middle dot', () => {
    assert.deepEqual(check({ name: '阿卜杜拉•买买提' }), [
      '✗ candidates/p3wd9hz.md「name」（阿卜杜拉•买买提）：间隔号写成了“•”（U+2022）。请改为“·”（U+00B7）。 [name-middle-dot]',
    ]);
    for (const dot of ['・', '．', '‧', '･', '\u2219', '\u22C5', '\u2024', '\u0387']) {
      assert.match(check({ name: `阿卜杜拉${dot}买买提` }).join(), /\[name-middle-dot\]$/, dot);
    }
  });

  it('are letters and nothing else, each fault told once', () => {
    assert.deepEqual(check({ name: '李(小)岚' }), [
      '✗ candidates/p3wd9hz.md「name」（李(小)岚）：“(”（U+0028）不该出现在姓名或单位里。请对照原件改正。 [name-character]',
      '✗ candidates/p3wd9hz.md「name」（李(小)岚）：“)”（U+0029）不该出现在姓名或单位里。请对照原件改正。 [name-character]',
    ]);
    assert.deepEqual(check({ name: '李😀😀岚' }).length, 1);
  });

  it('that stand for a hole are the business of another rule', () => {
    assert.deepEqual(check({ name: '李□ ?*1' }), []);
  });
});

describe('the characters of an employer', () => {
  it('may be letters, numbers and the marks of a firm’s name', () => {
    for (const employer of [
      '澄湖市湖滨宾馆（集团）有限公司',
      '第五七〇一工厂',
      'TCL-澄湖 3D 打印厂',
      '“老灶”食品厂',
      '十一局Ⅱ分公司',
    ]) {
      assert.deepEqual(check({ employer }), [], employer);
    }
  });

  it('may not be look-alikes', () => {
    assert.deepEqual(check({ employer: '二○七厂' }), [
      '✗ candidates/p3wd9hz.md「employer」（骆青川）：“○”（U+25CB）看上去像“〇”，却是另一个字符，会搜不到。请改为“〇”。 [name-look-alike]',
    ]);
    assert.match(check({ employer: '二◯七厂' }).join(), /“◯”（U\+25EF）.*请改为“〇”。 \[name-look-alike\]$/);
    assert.deepEqual(check({ employer: 'Ａ厂' }), [
      '✗ candidates/p3wd9hz.md「employer」（骆青川）：“Ａ”（U+FF21）看上去像“A”，却是另一个字符，会搜不到。请改为“A”。 [name-look-alike]',
    ]);
  });

  it('may not be holes or ornaments', () => {
    assert.deepEqual(check({ employer: '澄湖市？厂' }), [
      '✗ candidates/p3wd9hz.md「employer」（骆青川）：“？”（U+FF1F）不该出现在姓名或单位里。请对照原件改正。 [name-character]',
    ]);
  });
});
