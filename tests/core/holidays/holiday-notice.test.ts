import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { finding, sentence } from '#core/catalogue/finding.ts';
import { calendarOfNotice } from '#core/holidays/calendar-of-notice.ts';
import { judgeNotice } from '#core/holidays/judge-notice.ts';
import { readHolidayNotice, type UnderstoodNotice } from '#core/holidays/read-notice.ts';
import { NOTICES } from './notices.ts';

interface CalendarFile {
  document: { date: string; number?: string; address: string };
}

function read(text: string): UnderstoodNotice {
  const notice = readHolidayNotice(text);
  assert.ok('year' in notice, 'no year');
  return notice;
}

/** The sentences of all faults, each behind its holiday. */
function faults(text: string): string[] {
  return judgeNotice(read(text)).map(
    ({ code, holiday, args }) => `${holiday ?? ''}：${sentence(finding(code, { file: '' }, args))} [${code}]`,
  );
}

const of2026 = (from: string, to: string): string => {
  const text = NOTICES[2026] ?? '';
  assert.equal(text.split(from).length, 2, from);
  return text.replace(from, to);
};

describe('the text of a State Council notice', () => {
  it('gives exactly the file of its year', () => {
    for (const [year, text] of Object.entries(NOTICES)) {
      const file = readFileSync(new URL(`../../../content/calendar/${year}.json`, import.meta.url), 'utf8');
      const { document } = JSON.parse(file) as CalendarFile;
      const notice = read(text);
      assert.deepEqual(faults(text), []);
      assert.equal(notice.signed, document.date);
      const address = document.address;
      const made = calendarOfNotice(notice, { signed: plainDate(notice.signed ?? ''), address });
      assert.equal(`${JSON.stringify(made, null, 2)}\n`, file, year);
    }
  });

  it('may be pasted without line breaks, with half-width signs or with spaces', () => {
    const days = read(NOTICES[2026] ?? '').holidays;
    const flat = (NOTICES[2026] ?? '').replaceAll('\n', '');
    assert.deepEqual(read(flat).holidays, days);
    assert.deepEqual(faults(flat), []);
    const half = (NOTICES[2026] ?? '').replaceAll('（', ' (').replaceAll('）', ') ').replaceAll('：', ': ');
    assert.deepEqual(read(half).holidays, days);
    assert.deepEqual(read((NOTICES[2026] ?? '').replaceAll('\n', '\r\n\r\n')).holidays, days);
  });

  it('takes no encouragement for a day off, and shows that it did not', () => {
    assert.deepEqual(read(NOTICES[2024] ?? '').asides, [
      '鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息',
    ]);
  });

  it('is refused where a statutory day is missing', () => {
    assert.deepEqual(
      faults(
        of2026(
          '2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天',
          '2月17日（周二）至23日（周一）放假调休，共7天',
        ),
      ),
      [
        '春节：2026年2月16日（星期一）是《全国年节及纪念日放假办法》（2024年修订）规定的春节假日，这里没有放假。请对照国务院办公厅的通知原文。 [holiday-notice-statutory]',
      ],
    );
    assert.deepEqual(faults(of2026('　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n', '')), [
      '端午节：没有读到端午节的安排；端午节是《全国年节及纪念日放假办法》（2024年修订）规定的节日。请对照国务院办公厅的通知原文，把全文复制进来。 [holiday-notice-holiday-missing]',
    ]);
    // Until 2024 除夕 was no statutory day, and 5月2日 none.
    assert.deepEqual(faults(NOTICES[2024] ?? ''), []);
  });

  it('is refused where a make-up workday is no weekend', () => {
    assert.deepEqual(faults(of2026('5月9日（周六）上班', '5月8日（周五）上班')), [
      '劳动节：2026年5月8日（星期五）写成上班日，但它不是周末，本来就上班。请对照国务院办公厅的通知原文。 [holiday-notice-workday]',
    ]);
    assert.deepEqual(faults(of2026('10月10日（周六）上班', '10月4日（周日）上班')), [
      '国庆节：2026年10月4日（星期日）既放假又上班。请对照国务院办公厅的通知原文。 [holiday-notice-both]',
      '国庆节：2026年10月4日（星期日）写了两次。请对照国务院办公厅的通知原文。 [holiday-notice-twice]',
    ]);
  });

  it('is refused where a range contradicts its count, its end or its weekday', () => {
    assert.deepEqual(faults(of2026('至5日（周二）放假调休，共5天', '至5日（周二）放假调休，共4天')), [
      '劳动节：写的是共4天，起止日期数出来是5天。请对照国务院办公厅的通知原文。 [holiday-notice-count]',
    ]);
    assert.deepEqual(faults(of2026('9月25日（周五）至27日（周日）', '9月25日（周四）至27日（周日）')), [
      '中秋节：9月25日写的是周四，那一天是星期五。请对照国务院办公厅的通知原文，也请核对年份。 [holiday-notice-weekday]',
    ]);
    assert.deepEqual(faults(of2026('农历正月初七', '农历正月初八')), [
      '春节：2月23日写的是正月初八，按农历正月初八是2月24日。请对照国务院办公厅的通知原文，也请核对年份。 [holiday-notice-lunar]',
    ]);
    assert.match(
      faults(of2026('6月19日（周五）至21日（周日）', '6月21日（周日）至19日（周五）'))[0] ?? '',
      /从 2026-06-21 到 2026-06-19 不成一段/,
    );
    assert.match(
      faults(of2026('4月4日（周六）至6日', '4月31日（周六）至6日'))[0] ?? '',
      /“4月31日（周六）”不是读得懂的、存在的日期/,
    );
  });

  it('is refused where a sentence about a day is not understood as a whole', () => {
    assert.deepEqual(
      faults(of2026('9月20日（周日）、10月10日（周六）上班', '9月20日（周日）、10月10日（周六）上班半天')),
      [
        '国庆节：这一句没有读懂：“9月20日（周日）、10月10日（周六）上班半天”。应当像“1月1日（周四）至3日（周六）放假调休，共3天”或“1月4日（周日）上班”。请对照国务院办公厅的通知原文；确是这样写的，请联系开发者，不要改动原文。 [holiday-notice-unread]',
      ],
    );
    assert.match(
      faults(of2026('1月4日（周日）上班', '12月28日（周日）上班')).join('\n'),
      /没有写年份，分不清是当年还是上一年的12月/,
    );
  });

  it('of another year than its weekdays is found out', () => {
    assert.match(
      faults((NOTICES[2026] ?? '').replace('关于2026年', '关于2027年'))[0] ?? '',
      /1月1日写的是周四，那一天是星期五/,
    );
    assert.deepEqual(readHolidayNotice('放假通知'), {
      faults: [{ code: 'holiday-notice-untitled', holiday: undefined, args: {} }],
    });
  });
});
