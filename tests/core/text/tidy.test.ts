import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { columnLetters } from '#core/roster/grid.ts';
import { mintId } from '#core/roster/mint.ts';
import { headKey, line, lines, personName, visible } from '#core/text/tidy.ts';

describe('text as it comes out of office programs', () => {
  it('a break inside a Chinese sentence vanishes, between words it is a space', () => {
    assert.equal(line('操作门机\n20年'), '操作门机 20年');
    assert.equal(line('简要\n技能，\n业绩'), '简要技能，业绩');
    assert.equal(line(' 甲　　公司\t一班 '), '甲 公司 一班');
    assert.deepEqual(lines('一\r\n\r\n二\v三'), ['一', '二', '三']);
  });

  it('what nobody sees goes, what anybody sees stays', () => {
    assert.equal(visible('李\u200B\u00AD\uFEFF明'), '李明');
    assert.equal(line('𠮷·㛃“”—％Ａ１'), '𠮷·㛃“”—％Ａ１');
  });

  it('tidying twice is tidying once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(line(line(text)), line(text));
        assert.equal(personName(personName(text)), personName(text));
        assert.equal(headKey(headKey(text)), headKey(text));
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});

it('columns are lettered as Excel letters them', () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702, 16383].map(columnLetters), [
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});

describe('an id', () => {
  it('has seven signs that nobody confuses, and is no number', () => {
    let state = 7;
    const random = (below: number): number => (state = (state * 48271) % 2147483647) % below;
    const taken = new Set<string>();
    for (let count = 0; count < 5000; count += 1) {
      const id = mintId(random, taken);
      assert.match(id, /^[bcdfghjkmnpqrstvwxz2-9]{7}$/);
      assert.match(id, /[a-z]/);
      assert.ok(!taken.has(id));
      taken.add(id);
    }
  });
});
