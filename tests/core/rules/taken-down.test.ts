import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quota } from '#core/rules/quota.ts';
import { takenDown } from '#core/rules/taken-down.ts';
import { aProgramme, aRoster, said } from '#tests/builders.ts';
import { aLife, aTombstone, three } from '../lifecycle/a-life.ts';

describe('a record of somebody taken down', () => {
  const left = three.slice(0, 2);

  it('stands alone: the list and the files know the person no more', () => {
    assert.deepEqual(said(takenDown.check(aLife([], { people: left }, [aTombstone('c003', 3)]))), []);
    assert.deepEqual(said(takenDown.check(aLife([], {}, [aTombstone('c003', 3)]))), [
      '✗ taken-down/c003.json：编号 c003 已经撤下，名册或个人文件里却还有这个人。请运行 npm run takedown -- --person c003，再撤一次。 [taken-down-still-there]',
    ]);
  });

  it('is at odds with a list or a file alone that still has the person', () => {
    const gone = aTombstone('c003', 3);
    for (const given of [
      { people: left, roster: aRoster(three) },
      { people: three, roster: aRoster(left) },
    ]) {
      assert.deepEqual(
        takenDown.check(aLife([], given, [gone])).map(({ code }) => code),
        ['taken-down-still-there'],
      );
    }
    assert.deepEqual(takenDown.check(aLife([], { people: left, roster: undefined }, [gone])), []);
  });

  it('lies in its own round under its own id', () => {
    const wrong = [aTombstone('c003', 3, { round: '2023' }), { ...aTombstone('c003', 3), id: 'c004' }];
    for (const tombstone of wrong) {
      assert.deepEqual(said(takenDown.check(aLife([], { people: left }, [tombstone]))), [
        '✗ taken-down/c003.json：撤下记录里的编号、活动或届次与它所在的位置不一致。撤下记录只由 npm run takedown 写入，请从备份恢复。 [taken-down-misplaced]',
      ]);
    }
  });

  it('still counts for the quota', () => {
    const programme = aProgramme({ quota: { count: 3, kind: 'exactly', clause: '二' } });
    assert.equal(quota.check(aLife([], { programme, people: left })).length, 1);
    assert.deepEqual(quota.check(aLife([], { programme, people: left }, [aTombstone('c003', 3)])), []);
  });
});
