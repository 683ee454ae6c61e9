import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actSchema } from '#core/acts/act.ts';
import { presentRecord, targetsOf } from '#core/lifecycle/correctable.ts';
import {
  corrected,
  type Correction,
  correctionsOf,
  isText,
  recordFields,
  withheldFields,
} from '#core/lifecycle/corrected.ts';
import { there } from '#tests/there.ts';
import { aLife, anAct, announced, at, first, second, three } from './a-life.ts';

const correction = (rest: object): { data: Correction } => ({
  data: actSchema.parse({
    kind: 'correction',
    date: '2024-09-12',
    reasonCode: 'slip',
    reason: '据实办理。',
    of: 'person',
    person: first,
    ...rest,
  }) as Correction,
});

describe('a record after its corrections', () => {
  const record = { name: '骆清川', 'listed.name': '骆清川', trade: '焊工', 'texts.0.text': '带徒五人。荣获市奖。' };
  const after = (...rest: object[]): Readonly<Record<string, string>> => corrected(record, rest.map(correction));

  it('has the new value where the old one stood, in the list as well for a name', () => {
    assert.deepEqual(after({ field: 'trade', old: '焊工', new: '钳工' }), { ...record, trade: '钳工' });
    assert.deepEqual(after({ field: 'name', old: '骆清川', new: '骆青川' }), {
      ...record,
      name: '骆青川',
      'listed.name': '骆青川',
    });
  });

  it('is as it was where something else stood', () => {
    assert.deepEqual(after({ field: 'trade', old: '电工', new: '钳工' }), record);
    assert.deepEqual(after({ field: 'texts.0', old: '带徒六人', new: '带徒七人' }), record);
    assert.deepEqual(after({ field: 'texts.3', old: '甲', new: '乙' }), record);
  });

  it('has a field more, or less', () => {
    assert.deepEqual(after({ field: 'mentoring', new: '带徒五人。' }), { ...record, mentoring: '带徒五人。' });
    const { trade, ...without } = record;
    assert.ok(trade);
    assert.deepEqual(after({ field: 'trade', old: '焊工' }), without);
    assert.deepEqual(Object.keys(after({ field: 'trade', old: '焊工' })).includes('trade'), false);
  });

  it('has a passage of its text replaced or taken out where it stands once', () => {
    assert.equal(after({ field: 'texts.0', old: '五人', new: '六人' })['texts.0.text'], '带徒六人。荣获市奖。');
    assert.equal(after({ field: 'texts.0', old: '荣获市奖。' })['texts.0.text'], '带徒五人。');
    assert.equal(after({ field: 'texts.0', new: '乙' })['texts.0.text'], record['texts.0.text']);
    assert.equal(after({ field: 'texts.0', old: '。', new: '，' })['texts.0.text'], record['texts.0.text']);
    assert.equal(after({ field: 'texts.0', old: '五人', new: '$&人' })['texts.0.text'], '带徒$&人。荣获市奖。');
  });

  it('has them one after the other', () => {
    const [one, two] = [
      { field: 'trade', old: '焊工', new: '钳工' },
      { field: 'trade', old: '钳工', new: '电工' },
    ];
    assert.equal(after(one, two)['trade'], '电工');
    assert.equal(after(two, one)['trade'], '钳工');
  });
});

describe('the fields a correction is about', () => {
  it('are those of the record, and of the list for a person’s name and employer', () => {
    const fields = (rest: object): string[] => recordFields(correction(rest).data);
    assert.deepEqual(fields({ field: 'name', new: '甲' }), ['name', 'listed.name']);
    assert.deepEqual(fields({ field: 'employer', new: '甲' }), ['employer', 'listed.employer']);
    assert.deepEqual(fields({ field: 'trade', new: '甲' }), ['trade']);
    assert.deepEqual(fields({ of: 'round', person: undefined, field: 'name', new: '甲' }), ['name']);
    assert.deepEqual(fields({ field: 'texts.12', new: '甲' }), ['texts.12.text']);
    assert.deepEqual(fields({ field: 'texts.0.heading', new: '甲' }), ['texts.0.heading']);
    assert.deepEqual(['texts.0.text', 'texts.0.heading', 'texts.x.text', 'a.texts.0.text'].map(isText), [
      ...[true, false, false, false],
    ]);
  });

  it('are free where a value was withheld', () => {
    const free = withheldFields([
      correction({ field: 'name', withheld: true }),
      correction({ field: 'trade', old: '甲', new: '乙' }),
    ]);
    assert.deepEqual([...free], ['name', 'listed.name']);
  });
});

describe('the corrections of a record', () => {
  const of = (when: string, rest: object) =>
    anAct('correction', when, { field: 'title', old: '甲', new: '乙', ...rest });
  const acts = [
    of('2024-09-14 10:00', { of: 'person', person: first }),
    of('2024-09-12 10:00', { of: 'person', person: first }),
    of('2024-09-13 10:00', { of: 'person', person: second }),
    of('2024-09-12 11:00', { of: 'notice' }),
    anAct('withdraw-candidate', '2024-09-12 12:00', { person: first }),
  ];
  const { folder } = aLife(acts);
  const found = (...rest: [target: Parameters<typeof correctionsOf>[1], after?: number]): string[] =>
    correctionsOf(folder, ...rest).map(({ data }) => `${data.date} ${data.publishedTime}`);

  it('are its own, in order, and those after an instant where one is given', () => {
    const own = { of: 'person', person: first } as const;
    assert.deepEqual(found(own), ['2024-09-12 10:00', '2024-09-14 10:00']);
    assert.deepEqual(found({ of: 'notice' }), ['2024-09-12 11:00']);
    assert.deepEqual(found({ of: 'round' }), []);
    assert.deepEqual(found(own, at('2024-09-12 09:59')), ['2024-09-12 10:00', '2024-09-14 10:00']);
    assert.deepEqual(found(own, at('2024-09-12 10:00')), ['2024-09-14 10:00']);
  });
});

describe('what can be corrected', () => {
  it('is everybody, the notice, the round, the list and the result', () => {
    const { folder } = aLife([], { result: announced });
    const targets = targetsOf(folder);
    assert.deepEqual(targets, [
      ...three.map(({ id }) => ({ of: 'person', person: id })),
      ...['notice', 'round', 'list', 'result'].map((of) => ({ of })),
    ]);
    assert.deepEqual(
      targets.map((target) => presentRecord(folder, target)?.file.split('/').at(-1)),
      [`${first}.md`, `${second}.md`, `${there(three[2]).id}.md`, 'notice.md', 'round.md', 'roster.json', 'result.md'],
    );
    const row = presentRecord(folder, { of: 'person', person: second })?.record;
    assert.deepEqual(
      [row?.['name'], row?.['listed.name'], row?.['listed.employer']],
      [there(three[1]).data.name, there(three[1]).data.name, there(three[1]).data.employer],
    );
  });

  it('is nothing where there is no file', () => {
    const { folder } = aLife([], { notice: undefined, roster: undefined });
    assert.equal(presentRecord(folder, { of: 'person', person: 'zz9' }), undefined);
    for (const kind of ['notice', 'list', 'result'] as const)
      assert.equal(presentRecord(folder, { of: kind }), undefined);
    const person = presentRecord(folder, { of: 'person', person: first })?.record;
    assert.equal(person?.['listed.name'], undefined);
    assert.ok(person?.['name']);
  });
});
