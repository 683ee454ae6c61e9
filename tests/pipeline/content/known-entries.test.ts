import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remembered } from '#pipeline/content/known-entries.ts';

const SCHEMA = {};
const file = (text: string) => ({ path: 'a.md', kind: 'file' as const, size: text.length, bytes: Buffer.from(text) });

describe('what the same bytes of content came to', () => {
  it('is read once, and handed out frozen to everybody', () => {
    let times = 0;
    const read = () => ({ entry: { list: ['王磊'] }, times: (times += 1) });
    const first = remembered(SCHEMA, file('甲'), 'a', read);
    assert.equal(remembered(SCHEMA, file('甲'), 'a', read), first);
    assert.equal(times, 1);
    assert.throws(() => first.entry.list.push('李娜'), TypeError);
  });

  it('is read anew for other bytes, another place and another schema', () => {
    let times = 0;
    const read = () => ({ times: (times += 1) });
    remembered(SCHEMA, file('乙'), 'a', read);
    remembered(SCHEMA, file('丙'), 'a', read);
    remembered(SCHEMA, file('乙'), 'b', read);
    remembered({}, file('乙'), 'a', read);
    assert.equal(times, 4);
  });

  it('freezes nothing that all objects share, whatever a file names', () => {
    remembered(SCHEMA, file('丁'), 'a', () => ({ entry: Object.prototype, list: Array.prototype, date: new Date(0) }));
    assert.ok(!Object.isFrozen(Object.prototype));
    assert.ok(!Object.isFrozen(Array.prototype));
  });
});
