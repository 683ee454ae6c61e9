import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strokeDoubt } from '#core/judging/stroke-order.ts';
import { listRepeated } from '#core/rules/list-repeated.ts';
import { strokeOrder } from '#core/rules/stroke-order.ts';
import { strokesOf } from '#core/text/han.ts';
import { aCandidate, aDossier, aRoster, said } from '#tests/builders.ts';

describe('the strokes of a character', () => {
  it('are those of the printed dictionary', () => {
    // 现代汉语词典, 部首检字表.
    const known = {
      丁: 2,
      马: 3,
      王: 4,
      卢: 5,
      刘: 6,
      李: 7,
      陈: 7,
      周: 8,
      赵: 9,
      徐: 10,
      曹: 11,
      韩: 12,
      蓝: 13,
      谭: 14,
      颜: 15,
      薛: 16,
      魏: 17,
      瞿: 18,
      䶮: 9,
    };
    for (const [sign, strokes] of Object.entries(known)) assert.equal(strokesOf(sign), strokes, sign);
  });
});

describe('a list by 姓氏笔画', () => {
  it('in the order of the table raises no doubt', () => {
    // The surnames of the list that Xinhua printed on 23 October 2022, 按姓氏笔画为序.
    const names = [...'丁习马王尹石刘李何张陈赵袁黄蔡'];
    for (const [index, name] of names.slice(1).entries()) {
      assert.equal(strokeDoubt(names[index] ?? '', name), undefined, `${names[index]} ${name}`);
    }
    // There, of one surname, names of two characters stand before names of three.
    assert.equal(strokeDoubt('李霁', '李一川'), undefined);
    assert.equal(strokeDoubt('李一川', '李霁'), 'shorter');
  });

  it('is told person by person where it differs, and stays as the office has it', () => {
    const names = ['王磊', '丁一', '马骏', '卢平', '石泉'];
    const listed = names.map((name, index) => aCandidate({ id: `c00${index}`, name }));
    const roster = aRoster(listed);
    const byStrokes = { ...roster, data: { ...roster.data, orderedBy: '按姓氏笔画排序' } };
    assert.deepEqual(said(strokeOrder.check(aDossier({ people: listed, roster: byStrokes }))), [
      '△ roster.json「people.1.name」（丁一）：按姓氏笔画，丁一（“丁”2画）应在王磊（“王”4画）之前。次序以审定的名单为准：确是这样定的，请写明谁看过（npm run accept）；排错了的，请改名单。 [stroke-order-differs]',
      '△ roster.json「people.4.name」（石泉）：“石”和“卢”都是5画，按起笔横、竖、撇、点、折，石泉应在卢平之前。次序以审定的名单为准：确是这样定的，请写明谁看过（npm run accept）；排错了的，请改名单。 [stroke-form-differs]',
    ]);
    assert.deepEqual(strokeOrder.check(aDossier({ people: listed })), []);
  });
});

describe('a list that repeats an earlier one', () => {
  const list = (names: string) => names.split(' ').map((name, index) => aCandidate({ id: `c00${index}`, name }));
  const check = (names: string) =>
    said(
      listRepeated.check(
        aDossier({ people: list(names), earlier: [aDossier({ people: list('骆川 庾岚 郜雷 祁岭 逄涛') }).folder] }),
      ),
    );

  it('is asked about, by the share of names or by their sequence', () => {
    assert.deepEqual(check('骆川 庾岚 郜雷 阚苇'), [
      '△ roster.json「people」：名单 4 人中有 3 人与2024年度的名单相同，最长一连 3 人次序也相同。请核对是不是用错了名单；确是同一批人的，请写明谁看过（npm run accept）。 [list-repeats-earlier]',
    ]);
    assert.equal(check('骆川 庾岚 郜雷 祁岭 甲一 乙二 丙三 丁四 戊五 己六').length, 1);
    assert.deepEqual(check('骆川 庾岚 甲一 乙二 丙三 丁四'), []);
  });
});
