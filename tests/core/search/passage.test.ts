import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passageOf } from '#core/search/passage.ts';
import { simplified } from '#core/search/traditional.ts';

describe('where a text has the words', () => {
  it('shows the words as they stand there', () => {
    assert.deepEqual(passageOf('她归纳汽车衡“先看后压”八点检查法。', ['汽车衡先看'], simplified), {
      before: '她归纳',
      match: '汽车衡“先看',
      after: '后压”八点检查法。',
    });
  });
  it('wants all of them side by side', () => {
    assert.equal(passageOf('先看后压', ['先压'], simplified), undefined);
    assert.equal(passageOf('先看后压', ['先看', '八点'], simplified), undefined);
    assert.ok(passageOf('先看后压，八点检查', ['先看', '八点'], simplified));
  });
  it('cuts no character in two', () => {
    const passage = passageOf(`${'𠮷'.repeat(40)}焊工${'𠮷'.repeat(40)}`, ['焊工'], simplified);
    assert.equal(passage?.before, `…${'𠮷'.repeat(14)}`);
    assert.equal(passage?.after, `${'𠮷'.repeat(14)}…`);
  });
});
