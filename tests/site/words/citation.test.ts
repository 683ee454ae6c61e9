import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chineseClause } from '#site/words/citation.ts';

describe('where in a document a rule stands', () => {
  it('is quoted with its mark, a bare numeral with the 、 it has there', () => {
    assert.equal(chineseClause('三'), '“三、”');
    assert.equal(chineseClause('六、（一）'), '“六、（一）”');
    assert.equal(chineseClause('三；四、（一）'), '“三、”，“四、（一）”');
  });
  it('stays as it is where it has a name', () => {
    assert.equal(chineseClause('第七条'), '第七条');
    assert.equal(chineseClause('附件2填表说明三'), '附件2填表说明三');
  });
});
