import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DigitGroups } from '#core/privacy/digit-group.ts';

describe('groups of digits', () => {
  it('are the unbroken runs of 0 to 9, with their places and gaps', () => {
    const groups = new DigitGroups('a09-1 23/元x45');
    assert.equal(groups.count, 4);
    assert.equal(groups.digits, '0912345');
    assert.deepEqual(groups.offsets, [0, 2, 3, 5, 7]);
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => [
        groups.start(index),
        groups.end(index),
        groups.length(index),
        groups.digitsOf(index),
      ]),
      [
        [1, 3, 2, '09'],
        [4, 5, 1, '1'],
        [6, 8, 2, '23'],
        [11, 13, 2, '45'],
      ],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => groups.gap(index).key),
      ['-', ' ', '', ''],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => groups.gap(index).class),
      ['tight', 'tight', 'none', 'none'],
    );
    assert.notEqual(groups.gapNumber(0), groups.gapNumber(1));
    assert.equal(groups.gapNumber(2), 0);
    assert.equal(groups.text, 'a09-1 23/元x45');
  });

  it('outside of the list there is nothing', () => {
    const groups = new DigitGroups('09-1');
    for (const index of [-1, 2]) {
      assert.deepEqual([groups.start(index), groups.end(index), groups.length(index)], [-1, -1, 0]);
      assert.deepEqual([groups.gapNumber(index), groups.gap(index).class], [0, 'none']);
    }
    assert.equal(new DigitGroups('').count, 0);
    assert.deepEqual(new DigitGroups('无').offsets, [0]);
  });

  it('hold 0 and 9 but not the signs beside them', () => {
    assert.deepEqual(new DigitGroups('/0:').digits, '0');
    assert.deepEqual(new DigitGroups('/9:').digits, '9');
    assert.equal(new DigitGroups('/:٣③').count, 0);
    assert.equal(new DigitGroups('12').digits, '12');
  });
});
