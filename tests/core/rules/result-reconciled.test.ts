import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import { withoutExplained } from '#core/lifecycle/explained.ts';
import type { Entry } from '#core/records/content.ts';
import { resultNames } from '#core/rules/result-names.ts';
import { resultReconciled } from '#core/rules/result-reconciled.ts';
import { aResult, aRound, said } from '#tests/builders.ts';
import { aLife, anAct, announced, aTombstone, three } from '../lifecycle/a-life.ts';

const check = (list: Entry<Act>[], given: Parameters<typeof aLife>[1] = { result: announced }) =>
  said(resultReconciled.check(aLife(list, given)));

describe('a result', () => {
  it('in order has nothing against it, and none has nothing to reconcile', () => {
    assert.deepEqual(check([]), []);
    assert.deepEqual(check([], {}), []);
  });

  it('waits for the close that an extension has moved', () => {
    const extension = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-10-16' });
    assert.deepEqual(check([extension]), [
      '✗ result.md「published」：结果 2024-10-16 公布，而公示期经延长、恢复或重新公示后到 2024-10-16 才满。请在期满之后公布。 [result-before-close]',
    ]);
    const shorter = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-10-15' });
    assert.deepEqual(check([shorter]), []);
  });

  it('waits for the end of 重新公示', () => {
    const again = anAct('re-publicity', '2024-10-09 10:00', {
      title: '重新公示',
      opensOn: '2024-10-10',
      closesOn: '2024-10-16',
    });
    assert.equal(check([again])[0]?.slice(-22), ' [result-before-close]');
  });

  it('is not published in the morning of a day whose window ends at 17:00', () => {
    const round = aRound({ publicity: { closingTime: '17:00' } });
    const morning = aResult(three, { conferredOn: '2024-09-18', published: '2024-09-18', publishedTime: '09:00' });
    assert.equal(check([], { result: morning, round })[0]?.slice(-22), ' [result-before-close]');
    const evening = aResult(three, { conferredOn: '2024-09-18', published: '2024-09-18', publishedTime: '17:00' });
    assert.deepEqual(check([], { result: evening, round }), []);
  });

  it('does not come out of a suspended or a withdrawn notice', () => {
    assert.deepEqual(check([anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' })]), [
      '✗ result.md「published」：公示还在中止，没有满期，不能公布结果。请先恢复公示。 [result-while-suspended]',
    ]);
    assert.deepEqual(check([anAct('withdraw-notice', '2024-09-12 08:00')]), [
      '✗ result.md「published」：公示已经撤销，不能据此公布结果。请删去 result.md。 [result-after-withdrawal]',
    ]);
  });

  it('names nobody who was withdrawn, neither as conferred nor as left out', () => {
    const withdraw = anAct('withdraw-candidate', '2024-09-12 10:00', { person: 'c002' });
    assert.deepEqual(check([withdraw]), [
      '✗ result.md「conferred.0.people.1」：编号 c002 的候选资格已于 2024-09-12 取消，不能再出现在结果里。请删去这一处。 [result-names-withdrawn]',
    ]);
    const others = three.filter(({ id }) => id !== 'c002');
    const result = aResult(others, { notConferred: [{ person: 'c002', reason: '取消资格' }] });
    assert.equal(check([withdraw], { result })[0]?.startsWith('✗ result.md「notConferred.0.person」'), true);
  });

  it('accounts for a withdrawn candidate by the act alone', () => {
    const withdraw = anAct('withdraw-candidate', '2024-09-12 10:00', { person: 'c002' });
    const result = aResult(three.filter(({ id }) => id !== 'c002'));
    const life = aLife([withdraw], { result });
    assert.deepEqual(
      resultNames.check(life).map(({ code }) => code),
      ['result-person-missing'],
    );
    assert.deepEqual(withoutExplained(life, resultNames.check(life)), []);
    const without = aLife([], { result });
    assert.equal(withoutExplained(without, resultNames.check(without)).length, 1);
  });

  it('may name by id who was taken down', () => {
    const life = aLife([], { people: three.slice(0, 2), result: announced }, [aTombstone('c003', 3)]);
    assert.deepEqual(withoutExplained(life, resultNames.check(life)), []);
  });

  it('is public within twenty working days of the decision', () => {
    // From Wednesday 16 October: 17, 18, 21–25, 28 October – 1 November, 4–8, 11–13 November are twenty.
    const published = (day: string) => check([], { result: aResult(three, { published: day }) });
    assert.deepEqual(published('2024-11-13'), []);
    assert.deepEqual(published('2024-11-14'), [
      '△ result.md「published」：决定于 2024-10-16 作出，2024-11-14 才公布，超过20个工作日（2024-11-13）。政府信息应当在形成之日起20个工作日内公开（政府信息公开条例第二十六条）。 [result-published-late]',
    ]);
  });
});
