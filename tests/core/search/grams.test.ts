import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentsOf, gapLetters, gramKey, gramsOf, inAll, shardOf, tellingGrams } from '#core/search/grams.ts';
import { chanceFrom } from '#tests/campaigns/random.ts';

describe('pairs of characters', () => {
  it('are each pair of neighbours once, rare characters whole', () => {
    assert.deepEqual([...gramsOf('𠮷田田田a1')], ['𠮷田', '田田', '田a', 'a1']);
    assert.deepEqual([...gramsOf('田')], []);
  });
  it('tell a short word by all of its pairs, a long one by enough to touch every character', () => {
    assert.deepEqual(tellingGrams('甲'), []);
    assert.deepEqual(tellingGrams('甲乙丙丁'), ['甲乙', '乙丙', '丙丁']);
    assert.deepEqual(tellingGrams('甲乙丙丁戊'), ['甲乙', '乙丙', '丙丁', '丁戊']);
    assert.deepEqual(tellingGrams('甲乙丙丁戊己'), ['甲乙', '丙丁', '戊己']);
    assert.deepEqual(tellingGrams('甲乙丙丁戊己庚'), ['甲乙', '丙丁', '戊己', '己庚']);
    assert.deepEqual(tellingGrams('哈哈哈'), ['哈哈']);
  });
});

describe('a file of pairs', () => {
  it('is letters only and gives back the numbers it was made of', () => {
    const chance = chanceFrom(6);
    const lists = Array.from({ length: 200 }, (_, at) => {
      const numbers = new Set(
        Array.from({ length: 1 + chance.below(60) }, () => chance.below(10 ** (1 + chance.below(7)))),
      );
      return {
        gram: String.fromCodePoint(0x4e00 + at, at % 2 ? 0x20bb7 : 0x9fa5 - at),
        numbers: [...numbers].sort((a, b) => a - b),
      };
    });
    const shard = lists
      .map(({ gram, numbers }) => gramKey(gram) + gapLetters(numbers, -1))
      .sort()
      .join('\n');
    assert.match(shard, /^[A-Za-z\n]+$/);
    for (const { gram, numbers } of lists) assert.deepEqual(documentsOf(gram, shard), numbers);
    assert.deepEqual(documentsOf('没有', shard), []);
  });
  it('goes on where it was left', () => {
    const first = gapLetters([3, 40], -1);
    assert.deepEqual(documentsOf('甲乙', gramKey('甲乙') + first + gapLetters([41, 5000], 40)), [3, 40, 41, 5000]);
  });
  it('does not take the end of a list for a pair', () => {
    // The numbers spell the pair itself.
    const key = gramKey('甲乙');
    const shard = `${gramKey('天地')}${key}\n${gramKey('子丑')}${gapLetters([7], -1)}`;
    assert.deepEqual(documentsOf('甲乙', shard), []);
  });
  it('spreads pairs evenly', () => {
    const counts = new Map<number, number>();
    for (let a = 0; a < 64; a += 1) {
      for (let b = 0; b < 64; b += 1) {
        const shard = shardOf(String.fromCodePoint(0x4e00 + 37 * a, 0x5e00 + 41 * b), 64);
        counts.set(shard, (counts.get(shard) ?? 0) + 1);
      }
    }
    assert.equal(counts.size, 64);
    assert.ok(Math.max(...counts.values()) < 64 * 1.8, String(Math.max(...counts.values())));
  });
  it('has in common what every list has', () => {
    assert.deepEqual(
      inAll([
        [1, 2, 5, 9],
        [2, 5],
        [0, 2, 5],
      ]),
      [2, 5],
    );
    assert.deepEqual(inAll([]), []);
  });
});
