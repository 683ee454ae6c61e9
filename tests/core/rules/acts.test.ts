import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import { acts } from '#core/rules/acts.ts';
import { aRound, said } from '#tests/builders.ts';
import { aLife, anAct, announced, FOLDER } from '../lifecycle/a-life.ts';

const check = (list: Entry<Act>[], given: Parameters<typeof aLife>[1] = {}) => said(acts.check(aLife(list, given)));

const suspension = anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' });

describe('an act', () => {
  it('is named after its day and its kind', () => {
    const act = anAct('withdraw-notice', '2024-09-12 10:00');
    const renamed = { ...act, id: '2024-09-13-withdraw-notice', file: `${FOLDER}/acts/2024-09-13-withdraw-notice.md` };
    assert.deepEqual(check([renamed]), [
      '✗ acts/2024-09-13-withdraw-notice.md：文件名与里面写的日期、种类不一致。请改名为 2024-09-12-withdraw-notice.md。 [act-name-differs]',
    ]);
  });

  it('of a second on the same day carries a number', () => {
    const one = anAct('withdraw-candidate', '2024-09-12 10:00', { person: 'c001' });
    const two = anAct('withdraw-candidate', '2024-09-12 11:00', { person: 'c002' });
    assert.deepEqual(check([one, { ...two, id: '2024-09-12-withdraw-candidate-2' }]), []);
  });

  it('has nothing to act on before the notice is public', () => {
    assert.deepEqual(check([anAct('withdraw-notice', '2024-09-09 10:00')]), [
      '✗ acts/2024-09-09-withdraw-notice.md「date」：公示还没有发布，不用办理更正等手续。请直接改内容，再重新批准（npm run approve -- --again）。 [act-before-publication]',
    ]);
  });

  it('has nothing to act on once the notice is withdrawn', () => {
    const late = anAct('extension', '2024-09-13 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
    assert.deepEqual(check([anAct('withdraw-notice', '2024-09-12 10:00'), late]), [
      '✗ acts/2024-09-13-extension.md「date」：公示已经撤销，之后不能再办理任何事项。请删去这一份，另发新的公示。 [act-after-withdrawal]',
    ]);
  });

  it('out of its turn is told what to do instead', () => {
    const late = anAct('extension', '2024-09-19 00:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
    assert.deepEqual(check([late]), [
      '✗ acts/2024-09-19-extension.md「kind」：现在的状态是“公示期满、等待结果”，不能办理“延长公示”。公示期已满，要让公众重新有时间提出意见，请用重新公示（re-publicity）。 [act-out-of-turn]',
    ]);
    assert.deepEqual(check([anAct('revoke', '2024-09-19 00:00', { whole: true })]), [
      '✗ acts/2024-09-19-revoke.md「kind」：现在的状态是“公示期满、等待结果”，不能办理“撤销称号”。称号还没有授予，请用取消候选资格（withdraw-candidate）。 [act-out-of-turn]',
    ]);
  });
});

describe('an extension', () => {
  const extension = (oldClosesOn: string, newClosesOn: string) =>
    check([anAct('extension', '2024-09-12 10:00', { oldClosesOn, newClosesOn })]);

  it('really extends', () => {
    assert.deepEqual(extension('2024-09-18', '2024-09-19'), []);
    for (const day of ['2024-09-18', '2024-09-14']) {
      assert.deepEqual(extension('2024-09-18', day), [
        `✗ acts/2024-09-12-extension.md「newClosesOn」：延长后的截止日 ${day} 不晚于现在的截止日 2024-09-18。公示期只能延长，不能缩短；请写一个更晚的日期。 [extension-not-longer]`,
      ]);
    }
  });

  it('states the close it moves', () => {
    assert.deepEqual(extension('2024-09-17', '2024-09-19'), [
      '✗ acts/2024-09-12-extension.md「oldClosesOn」：原截止日写的是 2024-09-17，当时的截止日是 2024-09-18。请改为 2024-09-18。 [act-old-close-differs]',
    ]);
  });

  it('ends on a working day', () => {
    assert.deepEqual(extension('2024-09-18', '2024-09-21'), [
      '✗ acts/2024-09-12-extension.md「newClosesOn」：延长后的截止日 2024-09-21 是周末，不是工作日。请改为 2024-09-23。 [act-day-rests]',
    ]);
    assert.deepEqual(extension('2024-09-18', '2024-10-03'), [
      '✗ acts/2024-09-12-extension.md「newClosesOn」：延长后的截止日 2024-10-03 是国庆节放假，不是工作日。请改为 2024-10-08。 [act-day-rests]',
    ]);
  });

  it('past the known calendar is refused, naming the notice that is missing', () => {
    const [found] = extension('2024-09-18', '2025-01-06');
    assert.match(found ?? '', /缺少国务院办公厅关于2025年部分节假日安排的通知.*\[calendar-unknown\]$/);
  });
});

describe('a resumption', () => {
  const resumption = (resumesOn: string, newClosesOn: string, when = '2024-09-20 15:00') =>
    check([suspension, anAct('resumption', when, { resumesOn, oldClosesOn: '2024-09-18', newClosesOn })]);

  it('leaves the days that were left', () => {
    assert.deepEqual(resumption('2024-09-23', '2024-09-26'), []);
    assert.deepEqual(resumption('2024-09-23', '2024-09-25'), [
      '✗ acts/2024-09-20-resumption.md「newClosesOn」：还剩4个工作日，自 2024-09-23 恢复应截止于 2024-09-26，写的是 2024-09-25。请改为 2024-09-26；已经发布的，请用延长（extension）办到 2024-09-26。 [resumption-close-differs]',
    ]);
  });

  it('is public before the day begins', () => {
    const refusal = (published: string, resumesOn: string, earliest: string) =>
      `✗ acts/2024-09-20-resumption.md「resumesOn」：恢复在 ${published} 才公布，${resumesOn} 公众没有满一天，不能计算。恢复之日请改为 ${earliest} 或以后。 [resumption-backdated]`;
    assert.deepEqual(resumption('2024-09-19', '2024-09-24'), [refusal('2024-09-20 15:00', '2024-09-19', '2024-09-21')]);
    assert.deepEqual(resumption('2024-09-20', '2024-09-25'), [refusal('2024-09-20 15:00', '2024-09-20', '2024-09-21')]);
    assert.deepEqual(resumption('2024-09-19', '2024-09-24', '2024-09-20 00:00'), [
      refusal('2024-09-20 00:00', '2024-09-19', '2024-09-20'),
    ]);
    assert.deepEqual(resumption('2024-09-20', '2024-09-25', '2024-09-20 00:00'), []);
  });

  it('is made once', () => {
    const rest = { resumesOn: '2024-09-23', oldClosesOn: '2024-09-18', newClosesOn: '2024-09-26' };
    const first = anAct('resumption', '2024-09-19 10:00', rest);
    const again = anAct('resumption', '2024-09-20 10:00', { ...rest, oldClosesOn: '2024-09-26' });
    assert.deepEqual(check([suspension, first, again]), [
      '✗ acts/2024-09-20-resumption.md「kind」：已经公布从 2024-09-23 起恢复公示，不能再办一次。请删去这一份；要推迟恢复，等恢复以后再中止。 [resumption-twice]',
    ]);
  });

  it('begins on a working day', () => {
    assert.deepEqual(resumption('2024-09-21', '2024-09-26'), [
      '✗ acts/2024-09-20-resumption.md「resumesOn」：恢复之日 2024-09-21 是周末，不是工作日。请改为 2024-09-23。 [act-day-rests]',
    ]);
  });
});

describe('重新公示', () => {
  const again = (opensOn: string, closesOn: string, when = '2024-09-20 10:00', before: Entry<Act>[] = []) =>
    check([...before, anAct('re-publicity', when, { title: '重新公示', opensOn, closesOn })]);

  it('is a complete window by the rules of the programme', () => {
    assert.deepEqual(again('2024-09-23', '2024-09-27'), []);
    assert.deepEqual(again('2024-09-23', '2024-09-26'), [
      '✗ acts/2024-09-20-re-publicity.md「closesOn」：公示截止写的是 2024-09-26，自 2024-09-23 起5个工作日应为 2024-09-27。请改为 2024-09-27，或核对公示首日与天数。 [window-disagrees]',
    ]);
  });

  it('does not begin before it is public', () => {
    assert.deepEqual(again('2024-09-19', '2024-09-25'), [
      '✗ acts/2024-09-20-re-publicity.md「opensOn」：公示 2024-09-20 才发布，晚于公示首日 2024-09-19，公众看到的时间少于承诺。请把公示首日改到发布之日或其后，并重算截止日期。 [published-after-opening]',
    ]);
  });

  it('is public before the hour at which its first day ends', () => {
    const round = aRound({ publicity: { closingTime: '17:00' } });
    const again = (time: string) =>
      check(
        [
          anAct('re-publicity', `2024-09-20 ${time}`, {
            title: '重新公示',
            opensOn: '2024-09-20',
            closesOn: '2024-09-26',
          }),
        ],
        {
          round,
        },
      );
    assert.deepEqual(again('16:59'), []);
    assert.deepEqual(again('17:00'), [
      '✗ acts/2024-09-20-re-publicity.md「opensOn」：公示 2024-09-20 17:00 才发布，晚于公示首日 2024-09-20，公众看到的时间少于承诺。请把公示首日改到发布之日或其后，并重算截止日期。 [published-after-opening]',
    ]);
  });

  it('does not end before the day people rely on', () => {
    const long = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-27' });
    assert.deepEqual(again('2024-09-14', '2024-09-23', '2024-09-13 10:00', [long]), [
      '✗ acts/2024-09-13-re-publicity.md「closesOn」：重新公示截止 2024-09-23，早于原公示的截止日 2024-09-27，会缩短公众原有的时间。请推迟重新公示的日期。 [re-publicity-closes-earlier]',
    ]);
  });
});

describe('an act about people', () => {
  it('names somebody of the list', () => {
    assert.deepEqual(check([anAct('withdraw-candidate', '2024-09-12 10:00', { person: 'zz9' })]), [
      '✗ acts/2024-09-12-withdraw-candidate.md「person」：公示名单里没有编号 zz9。请核对。 [act-person-unknown]',
    ]);
  });

  it('withdraws nobody twice', () => {
    const one = anAct('withdraw-candidate', '2024-09-12 10:00', { person: 'c001' });
    const two = anAct('withdraw-candidate', '2024-09-13 10:00', { person: 'c001' });
    assert.deepEqual(check([one, two]), [
      '✗ acts/2024-09-13-withdraw-candidate.md「person」：编号 c001 的候选资格已经取消过。请删去重复的一份。 [act-person-already-withdrawn]',
    ]);
  });

  it('revokes only what was conferred, and that once', () => {
    const result = {
      ...announced,
      data: { ...announced.data, conferred: [{ tier: 'craftsman', people: ['c001', 'c002'] }] },
    };
    const one = anAct('revoke', '2024-10-20 10:00', { people: ['c001', 'c003'] });
    assert.deepEqual(check([one], { result }), [
      '✗ acts/2024-10-20-revoke.md「people.1」：编号 c003 不在命名名单里，没有称号可以撤销。请核对。 [revoke-not-conferred]',
    ]);
    const first = anAct('revoke', '2024-10-20 10:00', { people: ['c001'] });
    const second = anAct('revoke', '2024-10-21 10:00', { people: ['c002', 'c001'] });
    assert.deepEqual(check([first, second], { result }), [
      '✗ acts/2024-10-21-revoke.md「people.1」：编号 c001 的称号已经撤销过。请删去重复的一处。 [revoke-twice]',
    ]);
    const whole = anAct('revoke', '2024-10-22 10:00', { whole: true });
    const again = anAct('revoke', '2024-10-23 10:00', { whole: true });
    assert.deepEqual(check([first, whole, again], { result }), [
      '✗ acts/2024-10-23-revoke.md「whole」：整个决定已经撤销过。请删去重复的一份。 [revoke-whole-twice]',
    ]);
  });
});

describe('a date that a later holiday notice made wrong', () => {
  // As if Saturday 28 September had been a workday when the extension was published, and a day off by a notice after it.
  const round = aRound({ publicity: { opensOn: '2024-09-20', closesOn: '2024-09-26' } });
  const wrong = anAct('extension', '2024-09-23 10:00', { oldClosesOn: '2024-09-26', newClosesOn: '2024-09-28' });

  it('is made good by another extension, not by rewriting the act', () => {
    assert.equal(check([wrong], { round })[0]?.slice(-16), ' [act-day-rests]');
    const good = anAct('extension', '2024-09-24 10:00', { oldClosesOn: '2024-09-28', newClosesOn: '2024-09-29' });
    assert.deepEqual(check([wrong, good], { round }), []);
  });
});
