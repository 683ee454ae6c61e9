import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ENOUGH_BITS, strengthOf } from '#core/evidence/passphrase-strength.ts';

const isEnough = (phrase: string): boolean => strengthOf(phrase).bits >= ENOUGH_BITS;

/** Words that have nothing to do with each other, none of them in a known order. */
const WORDS = ['铜锣', '拖拉机', '海棠', '墨水', '纸鸢', '松针', '渡船', '砚台', '竹篓', '豆浆', '陀螺', '蚂蚁'];
const LATIN = ['jade', 'kettle', 'motor', 'violin', 'paper', 'walnut', 'anchor', 'candle', 'ribbon', 'glacier'];

describe('a pass phrase', () => {
  it('of five words that have nothing to do with each other is taken, in Chinese, pinyin or English', () => {
    for (const phrase of [
      '铜锣 拖拉机 海棠 墨水 纸鸢',
      '铜锣，拖拉机，海棠，墨水，纸鸢',
      '铜锣拖拉机海棠墨水纸鸢',
      'jade kettle motor violin paper',
      'tongluo tuolaji haitang moshui zhiyuan',
      'jade-Kettle-motor-VIOLIN-paper',
      'xK9#mQ2$vL7pRw4z',
      'kzwqxbtrnmvgfhjplsdc',
    ])
      assert.ok(isEnough(phrase), phrase);
  });

  it('that is long only by habit is not', () => {
    for (const [phrase, why] of [
      ['a b c d e f', 'in-order'],
      ['f e d c b a 9 8 7 6 5 4', 'in-order'],
      ['z q x k w j', 'short'],
      ['aaaaaaaaaaaaaaaaaaaaaaaa', 'repeated'],
      ['123456789012345678901234', 'in-order'],
      ['qwertyuiopasdfghjklzxcvbnm', 'in-order'],
      ['1qaz2wsx3edc4rfv5tgb', 'in-order'],
      ['a1b2c3d4e5f6g7h8i9j0', 'in-order'],
      ['甲 乙 丙 丁 戊 己 庚 辛', 'in-order'],
      ['一二三四五六七八九十百千', 'in-order'],
      ['one two three four five six', 'in-order'],
      ['星期一 星期二 星期三 星期四 星期五', 'in-order'],
      ['密码密码密码密码密码密码', 'common'],
      ['P@ssw0rd Passw0rd password', 'common'],
      ['weihai gongshi gongjiang jiangbang 2026', 'common'],
      ['床前明月光疑是地上霜举头望明月', 'common'],
      ['cat cat cat cat cat cat', 'repeated'],
      ['海棠海棠海棠海棠海棠海棠', 'repeated'],
      ['weihai2026!weihai2026!weihai2026!', 'repeated'],
      ['37060219900101123X 2026', 'number'],
      ['correct horse battery staple', 'short'],
      ['', 'short'],
    ] as const) {
      assert.ok(!isEnough(phrase), phrase);
      assert.ok(strengthOf(phrase).weaknesses.includes(why), `${phrase}: ${strengthOf(phrase).weaknesses.join()}`);
    }
  });

  it('is judged alike in every width and case, and whatever stands between its words', () => {
    const spread = strengthOf('铜锣 拖拉机 海棠').bits;
    assert.equal(strengthOf('铜锣、拖拉机。海棠').bits, spread);
    assert.equal(strengthOf('ＪＡＤＥ　ｋｅｔｔｌｅ').bits, strengthOf('jade kettle').bits);
  });

  it('gains nothing by saying the same again, and loses nothing by one word more', () => {
    const some = (words: readonly string[]) =>
      fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(some(WORDS), some(LATIN)), fc.integer({ min: 2, max: 9 }), (words, times) => {
        const once = strengthOf(words.join(' ')).bits;
        const again = strengthOf(Array.from({ length: times }, () => words.join(' ')).join(' ')).bits;
        assert.ok(again <= once + 2, `${words.join(' ')} × ${times}: ${once} → ${again}`);
        assert.equal(isEnough(words.join(' ')), words.length >= 5 || once >= ENOUGH_BITS);
        const more = [...WORDS, ...LATIN].find((word) => !words.includes(word)) ?? '';
        assert.ok(strengthOf([...words, more].join(' ')).bits > once);
      }),
      { numRuns: 300 },
    );
  });

  it('of one sign, one run or one period is never enough, however long', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 60 }), (piece, times) => {
        assert.ok(!isEnough(piece.repeat(times)), JSON.stringify(piece));
      }),
      { numRuns: 300 },
    );
  });
});
