import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticeSequence } from '#core/rules/notice-sequence.ts';
import { aNotice, aResult, said } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { anAct } from '../lifecycle/a-life.ts';
import { added, again, aSequence, final, later, six } from '../lifecycle/a-sequence.ts';

const check = (...given: Parameters<typeof aSequence>) => said(noticeSequence.check(aSequence(...given)));

/** The final notice otherwise. */
const finalOn = (published: string, opensOn: string, closesOn: string, listed = six.slice(0, 2)) =>
  later('final', listed, { kind: 'candidates', published, publicity: { opensOn, closesOn } });

describe('the notices of a round', () => {
  it('that follow one another are in order', () => {
    assert.deepEqual(check([final]), []);
    assert.deepEqual(check([final, added]), []);
  });

  it('begin with the candidates or a shortlist', () => {
    assert.deepEqual(check([], [], { notice: aNotice({ kind: 'supplementary' }) }), [
      '✗ notice.md「kind」：增补公示（kind）不能是一届的第一份公示。第一份写 candidates（拟命名）或 shortlist（入围）。 [notice-kind-first]',
    ]);
  });

  it('come in an order that makes sense', () => {
    const shortlist = later('more', six.slice(0, 2), {
      kind: 'shortlist',
      published: '2024-10-21',
      publicity: { opensOn: '2024-10-22', closesOn: '2024-10-28' },
    });
    assert.deepEqual(check([final, shortlist]), [
      '✗ notices/more/notice.md「kind」：入围公示不能接在拟命名公示之后。请核对 kind 和发布日期（published）。 [notice-kind-behind]',
    ]);
  });

  it('leave each window whole before the next list', () => {
    assert.deepEqual(check([finalOn('2024-09-18', '2024-09-19', '2024-09-25')]), [
      '✗ notices/final/notice.md「published」：入围公示到 2024-09-18 才满，这时不能发布拟命名公示。请把发布日期（published）改到期满以后。 [notice-before-close]',
    ]);
    assert.deepEqual(check([finalOn('2024-09-19', '2024-09-19', '2024-09-25')]), []);
    const dates = { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' };
    const extended = anAct('extension', '2024-09-12 10:00', dates);
    assert.deepEqual(check([finalOn('2024-09-19', '2024-09-19', '2024-09-25')], [extended]), [
      '✗ notices/final/notice.md「published」：入围公示到 2024-09-20 才满，这时不能发布拟命名公示。请把发布日期（published）改到期满以后。 [notice-before-close]',
    ]);
  });

  it('never shorten a window that was promised', () => {
    const shorter = later('again', [there(six[0])], {
      kind: 're-publicity',
      published: '2024-10-08',
      publicity: { opensOn: '2024-10-08', closesOn: '2024-10-12' },
    });
    assert.deepEqual(check([{ ...final, id: 'a' }, shorter]), [
      '✗ notices/again/notice.md「publicity.closesOn」：重新公示截止 2024-10-12，早于原公示的截止日 2024-10-14，会缩短公众原有的时间。请推迟重新公示的日期。 [re-publicity-closes-earlier]',
    ]);
    assert.deepEqual(check([final, again]), []);
  });

  it('list nobody who was withdrawn, and add nobody who is there', () => {
    const withdrawn = anAct('withdraw-candidate', '2024-09-12 10:00', { person: there(six[1]).id });
    assert.deepEqual(check([final], [withdrawn]), [
      '✗ notices/final/roster.json「people.1.id」（庾川）：编号 c002 已经取消候选资格或退出，不能再列入拟命名公示的名单。请从这份名单里移出。 [notice-names-withdrawn]',
    ]);
    const twice = { ...added, roster: final.roster && { ...final.roster, file: there(added.roster).file } };
    assert.deepEqual(check([final, twice]).slice(1), [
      '✗ notices/added/roster.json「people.1.id」（庾川）：编号 c002 已经在此前的名单上公示，不能再列入增补公示。增补名单只写新增的人。 [notice-person-again]',
    ]);
  });

  it('ask about a candidate who was not on the shortlist', () => {
    assert.deepEqual(check([finalOn('2024-10-08', '2024-10-09', '2024-10-14', [there(six[0]), there(six[5])])]), [
      '△ notices/final/roster.json「people.1.id」（郗川）：编号 c006 没有在入围名单上公示过，却列入拟命名公示。请核对；确有理由的，请在 round.md 的 accepted 中写明。 [notice-not-shortlisted]',
    ]);
  });

  it('end with the decision, which rests on candidates', () => {
    const result = aResult(six.slice(0, 2), { published: '2024-10-08', conferredOn: '2024-10-07' });
    assert.deepEqual(check([final], [], { result }), [
      '✗ notices/final/notice.md「published」：结果已在 2024-10-08 公布，之后不能再发布拟命名公示。请核对 published；结果以后的事请用更正或撤销称号。 [notice-after-result]',
    ]);
    assert.deepEqual(check([], [], { result: aResult(six.slice(0, 4)) }), [
      '✗ result.md「conferred」：只有入围公示，还没有公示过拟命名的人选，不能公布结果。请先发布拟命名公示（npm run new-notice）。 [result-on-shortlist]',
    ]);
  });

  it('are named by the acts about them', () => {
    const act = anAct('extension', '2024-10-10 10:00', {
      oldClosesOn: '2024-10-14',
      newClosesOn: '2024-10-16',
      notice: 'finale',
    });
    assert.deepEqual(check([final], [act]), [
      '✗ acts/2024-10-10-extension.md「notice」：这一届没有“finale”这份公示。请改为下列之一：first、final。 [act-notice-unknown]',
    ]);
  });
});
