import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { calendarOf } from '#core/records/content.ts';
import { readPage } from '#pipeline/build/built-page.ts';
import { inspectFacts } from '#pipeline/build/inspect-facts.ts';
import { aContent, aPerson } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const NOW = there(parseInstant('2024-09-12T09:00:00+08:00'));
const content = aContent({ rounds: [{ people: [aPerson('p1'), aPerson('p2', { name: '王二' })] }] });
const [programme] = content.programmes;
const folder = there(there(programme).rounds[0]);
const life = { programme: there(programme).programme, folder, calendar: calendarOf(content, undefined) };

/** Codes of what is said of a notice page with these words beside a list of the right length. */
function said(words: string, list = '2人，按姓氏笔画排序'): string[] {
  const address = `${folder.id}/notice/`;
  const page = readPage(address, `<!doctype html><title>公示</title><main><p>${list}</p>${words}</main>`);
  return inspectFacts(life, content, new Map([[address, page]]), NOW).map(({ code }) => code);
}

describe('a finished page of a round', () => {
  it('may say the dates, the deadline, the channels and the count of the content', () => {
    const right =
      '公示期2024年9月11日（星期三）至9月18日，<b><span>2024年9月18日（星期三）</span><span>24:00</span>截止</b>，截止 2024年9月18日' +
      '<a href="tel:+86-6310000000">拨打</a><a href="mailto:office@example.org?subject=x">写邮件</a>';
    assert.deepEqual(said(right), []);
  });
  it('is stopped by a date that stands nowhere in the content', () => {
    assert.deepEqual(said('2024年9月25日'), ['date-unknown']);
  });
  it('is stopped by a weekday that is not the date’s', () => {
    assert.deepEqual(said('2024年9月18日（星期四）'), ['weekday-wrong']);
  });
  it('is stopped by a deadline that was never promised, or at another hour', () => {
    assert.deepEqual(said('截止2024年9月17日（星期二）24:00'), ['deadline-differs']);
    assert.deepEqual(said('截止2024年9月18日（星期三）17:00'), ['deadline-differs']);
    assert.deepEqual(said('<b>2024年9月17日（星期二） <span>24:00</span></b>截止'), ['deadline-differs']);
    assert.deepEqual(said('2024年9月18日（星期三）17:00截止'), ['deadline-differs']);
  });
  it('is stopped by a telephone or mailbox that was not declared', () => {
    assert.deepEqual(said('<a href="tel:+86-6310000001">拨打</a>'), ['channel-unknown']);
    assert.deepEqual(said('<a href="mailto:other@example.org">写邮件</a>'), ['channel-unknown']);
  });
  it('is stopped by a list of another length than it says', () => {
    assert.deepEqual(said('', '3人，按姓氏笔画排序'), ['count-differs']);
  });
});
