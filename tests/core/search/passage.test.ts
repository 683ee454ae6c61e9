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
  it('marks a rare character whole, at the end of a text as well', () => {
    assert.deepEqual(passageOf('姓𠮷', ['姓𠮷'], simplified), { before: '', match: '姓𠮷', after: '' });
    assert.equal(passageOf('姓𠮷', [], simplified), undefined);
    assert.equal(passageOf('a𠮷b', ['𠮷'], simplified)?.match, '𠮷');
  });
  it('cuts no character in two, and none off that is whole', () => {
    const odd = passageOf(`甲${'𠮷'.repeat(20)}焊工`, ['焊工'], simplified);
    assert.equal(odd?.before, `…${'𠮷'.repeat(14)}`);
    // Twenty-eight units away lies the middle of a character of two.
    const middle = passageOf(`甲${'𠮷'.repeat(20)}乙焊工丙${'𠮷'.repeat(20)}`, ['焊工'], simplified);
    assert.deepEqual([middle?.before, middle?.after], [`…${'𠮷'.repeat(13)}乙`, `丙${'𠮷'.repeat(13)}…`]);
    const even = passageOf(`甲乙${'𠮷'.repeat(13)}丙焊工丁${'𠮷'.repeat(13)}戊己`, ['焊工'], simplified);
    assert.equal(even?.before, `…乙${'𠮷'.repeat(13)}丙`);
    assert.equal(even?.after, `丁${'𠮷'.repeat(13)}戊…`);
  });
  it('shows both ends of a long run', () => {
    const passage = passageOf(`${'𠮷'.repeat(40)}焊工${'𠮷'.repeat(40)}`, ['焊工'], simplified);
    assert.equal(passage?.before, `…${'𠮷'.repeat(14)}`);
    assert.equal(passage?.after, `${'𠮷'.repeat(14)}…`);
  });
});
