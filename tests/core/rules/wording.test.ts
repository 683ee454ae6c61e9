import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wording } from '#core/rules/wording.ts';
import { WORDING_SLIPS } from '#core/text/wording-slips.ts';
import { aCandidate, aDossier, aNotice, aSection, said } from '#tests/builders.ts';

describe('the wording of a round', () => {
  it('that holds a known slip is told the right words, their source and the place', () => {
    const notice = {
      ...aNotice(),
      sections: [aSection({ text: '望各单位再接再励。截止目前，共收到推荐材料12份。', line: 9 })],
    };
    const people = [aCandidate({ texts: { 事迹材料: '他一如继往，带出徒弟十二人。' } })];
    assert.deepEqual(said(wording.check(aDossier({ notice, people }))), [
      '△ notice.md 第 9 行：“再接再励”一般应写作“再接再厉”（《咬文嚼字》“最常见的100个别字”）。请核对原文；确应如此写的（例如专有名称），请在 round.md 的 accepted 中写明。 [wording-slip]',
      '△ notice.md 第 9 行：“截止目前”一般应写作“截至目前”（《现代汉语词典》“截止”“截至”）。请核对原文；确应如此写的（例如专有名称），请在 round.md 的 accepted 中写明。 [wording-slip]',
      '△ candidates/p3wd9hz.md 第 20 行（骆青川）：“一如继往”一般应写作“一如既往”（《咬文嚼字》“最常见的100个别字”）。请核对原文；确应如此写的（例如专有名称），请在 round.md 的 accepted 中写明。 [wording-slip]',
    ]);
  });

  it('that is right passes, a deadline among it', () => {
    const text =
      '公示截止2024年9月18日。截至目前，再接再厉，一如既往，安装焊接工艺，辐射全市。坚定“四个自信”，增强“四个意识”。';
    assert.deepEqual(said(wording.check(aDossier({ notice: { ...aNotice(), sections: [aSection({ text })] } }))), []);
  });

  it('has a list in which no right phrase is itself a slip', () => {
    for (const { right, wrong } of WORDING_SLIPS) {
      assert.notEqual(right, wrong);
      assert.deepEqual(
        WORDING_SLIPS.filter((other) => right.includes(other.wrong)),
        [],
        right,
      );
    }
  });
});
