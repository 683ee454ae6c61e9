import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { checkPrintedWindow, type PrintedWindow } from '#core/window/printed-window.ts';
import { readCalendar } from '#pipeline/content/read-calendar.ts';

let calendar: WorkCalendar;
before(async () => {
  calendar = await readCalendar('content');
});

function check(opens: string, closes: string, length: number, terms: Partial<PrintedWindow> = {}) {
  const printed = {
    opensOn: plainDate(opens),
    closesOn: plainDate(closes),
    length,
    unit: 'working',
    ...terms,
  } as const;
  const { findings, ...verdict } = checkPrintedWindow(printed, calendar, { file: 'round.md' });
  return { ...verdict, findings: findings.map((one) => `${one.code}: ${sentence(one)}`) };
}

describe('printed dates of a window', () => {
  it('that agree raise nothing', () => {
    assert.deepEqual(check('2024-09-11', '2024-09-18', 5, { published: plainDate('2024-09-10') }), {
      verdict: 'agrees',
      expected: '2024-09-18',
      count: 5,
      findings: [],
    });
  });

  it('that leave out the holiday disagree, with the days that do not count', () => {
    assert.deepEqual(check('2024-09-11', '2024-09-20', 5), {
      verdict: 'disagrees',
      expected: '2024-09-18',
      count: 7,
      findings: [
        'window-disagrees: 公示截止写的是 2024-09-20，自 2024-09-11 起5个工作日应为 2024-09-18（09-15、09-16、09-17 中秋节放假不计）。请改为 2024-09-18，或核对公示首日与天数。',
      ],
    });
  });

  it('that fit only when counting from the next day say so and ask for it in writing', () => {
    assert.deepEqual(check('2026-11-20', '2026-11-27', 5), {
      verdict: 'agrees-from-next-day',
      expected: '2026-11-26',
      count: 6,
      findings: [
        'counts-from-next-day: 公示截止 2026-11-27 只有从 2026-11-20 的次日起算才合5个工作日。如确系次日起算，请写明 countsFrom: "next-day"；否则请改截止日期。',
      ],
    });
    assert.deepEqual(check('2026-11-20', '2026-11-27', 5, { countsFrom: 'next-day' }), {
      verdict: 'agrees-from-next-day',
      expected: '2026-11-27',
      count: 6,
      findings: [],
    });
  });

  it('that close before they open are told so', () => {
    const { verdict, findings } = check('2024-09-11', '2023-09-18', 5);
    assert.equal(verdict, 'disagrees');
    assert.deepEqual(findings, [
      'closes-before-opening: 公示截止 2023-09-18 早于公示首日 2024-09-11。请核对两个日期的年、月、日。',
    ]);
  });

  it('that open on a holiday are told the first working day', () => {
    assert.deepEqual(check('2023-04-05', '2023-04-12', 5).findings, [
      'opens-on-rest-day: 公示首日 2023-04-05 是清明节放假，不计入工作日，实际从 2023-04-06 起算。建议把公示首日改为 2023-04-06。',
    ]);
  });

  it('that close on a weekend in calendar days are allowed and warned about', () => {
    assert.deepEqual(check('2023-09-06', '2023-09-10', 5, { unit: 'calendar' }), {
      verdict: 'agrees',
      expected: '2023-09-10',
      count: 5,
      findings: ['closes-on-rest-day: 公示截止 2023-09-10 是周末，当天无人接听来电。建议截止日安排在工作日。'],
    });
  });

  it('that open on a weekend in calendar days are allowed and warned about', () => {
    assert.deepEqual(check('2026-11-28', '2026-12-02', 5, { unit: 'calendar' }), {
      verdict: 'agrees',
      expected: '2026-12-02',
      count: 5,
      findings: ['opens-on-rest-day: 公示首日 2026-11-28 是周末，当天无人接听来电。建议公示首日安排在工作日。'],
    });
  });

  it('that went up after the opening day gave the public fewer days than promised', () => {
    assert.deepEqual(check('2024-09-11', '2024-09-18', 5, { published: plainDate('2024-09-12') }).findings, [
      'published-after-opening: 公示 2024-09-12 才发布，晚于公示首日 2024-09-11，公众看到的时间少于承诺。请把公示首日改到发布之日或其后，并重算截止日期。',
    ]);
  });

  it('that fit the other unit only point at it', () => {
    const { verdict, findings } = check('2024-09-12', '2024-09-18', 7);
    assert.equal(verdict, 'disagrees');
    assert.equal(
      findings.at(-1),
      'fits-other-unit: 2024-09-12 至 2024-09-18 不合7个工作日，却正好是7天。请核对通知写的是“工作日”还是“天”。',
    );
  });

  it('that need an unpublished calendar have no verdict', () => {
    const { verdict, expected, findings } = check('2026-12-28', '2027-01-04', 5);
    assert.equal(verdict, 'unknown');
    assert.equal(expected, undefined);
    assert.match(findings[0] ?? '', /^calendar-unknown: .*2027年/);
  });
});
