import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACT_KINDS, actId, actSchema, readActId, reasonsFor } from '#core/acts/act.ts';
import { chineseReason, TAKEDOWN_REASONS } from '#core/acts/act-reason.ts';
import { actsInOrder } from '#core/lifecycle/life.ts';
import { aLife, anAct } from '#tests/core/lifecycle/a-life.ts';

describe('the reasons', () => {
  it('begin with the four that struck out candidates in 2005', () => {
    const four = ['身份不实', '事迹不突出', '受过处分', '发生安全事故'];
    assert.deepEqual(Object.values(chineseReason).slice(0, 4), four);
    for (const kind of ['withdraw-candidate', 'revoke'] as const) {
      assert.deepEqual(
        reasonsFor(kind)
          .slice(0, 4)
          .map((code) => chineseReason[code]),
        four,
      );
    }
  });

  it('are there for every act and for a takedown, each in words of its own', () => {
    for (const kind of ACT_KINDS) assert.ok(reasonsFor(kind).length > 0, kind);
    assert.ok(TAKEDOWN_REASONS.length > 0);
    const words = Object.values(chineseReason);
    assert.equal(new Set(words).size, words.length);
  });
});

describe('the record of an act', () => {
  const common = { date: '2024-09-12', reason: '据实办理。' };
  const refused = (record: object) => {
    const parsed = actSchema.safeParse({ ...common, ...record });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };

  it('has the fields of its kind and no others', () => {
    const extension = { kind: 'extension', reasonCode: 'outage', oldClosesOn: '2024-09-18', newClosesOn: '2024-09-19' };
    assert.deepEqual(refused(extension), []);
    assert.deepEqual(refused({ ...extension, newClosesOn: undefined }), ['newClosesOn']);
    assert.equal(actSchema.safeParse({ ...common, ...extension, person: 'c001' }).success, false);
    assert.equal(actSchema.safeParse({ ...common, ...extension, kind: 'edit' }).success, false);
  });

  it('gives a reason that fits its kind', () => {
    assert.deepEqual(refused({ kind: 'withdraw-notice', reasonCode: 'procedure-faulty' }), []);
    assert.deepEqual(refused({ kind: 'withdraw-notice', reasonCode: 'slip' }), ['reasonCode']);
    assert.deepEqual(refused({ kind: 'withdraw-notice', reasonCode: 'procedure-faulty', reason: '' }), ['reason']);
  });

  it('appears at a time of day, which 24:00 is not', () => {
    const act = { kind: 'withdraw-notice', reasonCode: 'procedure-faulty' };
    assert.deepEqual(refused({ ...act, publishedTime: '09:30' }), []);
    assert.deepEqual(refused({ ...act, publishedTime: '24:00' }), ['publishedTime']);
  });

  it('of a correction says whom it concerns, and changes something', () => {
    const slip = { kind: 'correction', reasonCode: 'slip', field: 'name' };
    assert.deepEqual(refused({ ...slip, of: 'person', person: 'c001', old: '甲', new: '乙' }), []);
    assert.deepEqual(refused({ ...slip, of: 'person', old: '甲', new: '乙' }), ['person']);
    assert.deepEqual(refused({ ...slip, of: 'notice', person: 'c001', old: '甲', new: '乙' }), ['person']);
    assert.deepEqual(refused({ ...slip, of: 'notice', old: '甲', new: '甲' }), ['new']);
    assert.deepEqual(refused({ ...slip, of: 'notice' }), ['new']);
    assert.deepEqual(refused({ ...slip, of: 'notice', withheld: true }), []);
    assert.deepEqual(refused({ ...slip, of: 'notice', withheld: true, old: '甲' }), ['new']);
    assert.deepEqual(refused({ ...slip, of: 'notice', field: '../round', old: '甲', new: '乙' }), ['field']);
  });

  it('of a revocation names people or the whole decision', () => {
    const revoke = { kind: 'revoke', reasonCode: 'unlawful' };
    assert.deepEqual(refused({ ...revoke, people: ['c001'] }), []);
    assert.deepEqual(refused({ ...revoke, whole: true }), []);
    assert.deepEqual(refused(revoke), ['people']);
    assert.deepEqual(refused({ ...revoke, people: ['c001'], whole: true }), ['people']);
  });
});

describe('the name of an act', () => {
  const of = {
    date: anAct('extension', '2024-09-12', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-19' }).data.date,
  };

  it('is its day and its kind, with a number from the second on', () => {
    const kind = 're-publicity' as const;
    assert.equal(actId({ ...of, kind }), '2024-09-12-re-publicity');
    assert.equal(actId({ ...of, kind }, ['2024-09-12-re-publicity']), '2024-09-12-re-publicity-2');
    assert.equal(
      actId({ ...of, kind }, ['2024-09-12-re-publicity', '2024-09-12-re-publicity-2']),
      '2024-09-12-re-publicity-3',
    );
  });

  it('can be read back, for every kind', () => {
    for (const kind of ACT_KINDS) {
      assert.deepEqual(readActId(`2024-09-12-${kind}`), { date: '2024-09-12', kind, number: 1 });
      assert.deepEqual(readActId(`2024-09-12-${kind}-12`), { date: '2024-09-12', kind, number: 12 });
    }
    for (const id of [
      'extension',
      '2024-09-12',
      '2024-09-12-edit',
      '2024-09-12-extension-1',
      '2024-09-12-extension-x',
    ]) {
      assert.equal(readActId(id), undefined, id);
    }
  });

  it('orders what is published in the same minute', () => {
    const withdraw = (n: number, at = '2024-09-12 10:00') => {
      const act = anAct('withdraw-candidate', at, { person: 'c001' });
      return n === 1 ? act : { ...act, id: `${act.id}-${n}` };
    };
    const suspension = anAct('suspension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18' });
    const list = [withdraw(10), suspension, withdraw(2), withdraw(9, '2024-09-12 09:00'), withdraw(1)];
    assert.deepEqual(
      actsInOrder(aLife(list)).map(({ id }) => id.slice(11)),
      ['withdraw-candidate-9', 'suspension', 'withdraw-candidate', 'withdraw-candidate-2', 'withdraw-candidate-10'],
    );
  });
});
