import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { calendarYearSchema, createWorkCalendar, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import { outlookOf, refusalWithOutlook } from '#core/window/outlook.ts';
import { computeWindow, type WindowTerms } from '#core/window/publicity-window.ts';

const year = (name: number) =>
  calendarYearSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../content/calendar/${name}.json`, import.meta.url), 'utf8')),
  );
const until = (last: number): WorkCalendar =>
  createWorkCalendar(Array.from({ length: last - 2017 }, (_, index) => year(2018 + index)));
const terms = (opensOn: string, length = 5, unit: 'working' | 'calendar' = 'working'): WindowTerms => ({
  opensOn: plainDate(opensOn),
  length,
  unit,
});

describe('a window into a year without a notice', () => {
  it('is told the last safe opening day and between which days it will close', () => {
    const calendar = until(2026);
    const asked = terms('2026-12-29');
    const refused = computeWindow(asked, calendar);
    assert.ok(!refused.ok);
    // 29, 30, 31 December are three days; 1 January is off by law. At the earliest 2 and 3 January (Saturday and Sunday, made workdays)
    // are the fourth and fifth; at the latest 30 December to 3 January are off, and 4 to 7 January count.
    assert.equal(
      refusalWithOutlook(refused.refusal, asked, calendar),
      '公示期要用到 2027-01-01，但缺少国务院办公厅关于2027年部分节假日安排的通知（已录入的工作日历到 2026-12-31 为止），那一天是否上班无法断定。请待通知公布后补上 calendar/2027.json，或改用更早的公示首日。公示首日最晚可以定在2026年12月25日（星期五，截止2026年12月31日）；年底几天有时由下一年的通知另行安排，2026年12月21日（星期一，截止2026年12月25日）以前最稳妥。按现在的首日推想，截止最早可能是2027年1月3日（星期日），最晚可能是2027年1月7日（星期四）：仅供安排工作，不得印发。',
    );
  });

  it('closes between the two bounds whatever the notice says, for every end of a year that is known by now', () => {
    for (const last of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]) {
      const [before, whole] = [until(last), until(last + 1)];
      for (let day = 16; day <= 31; day += 1) {
        for (const length of [3, 5, 7, 10, 20]) {
          const asked = terms(`${last}-12-${day}`, length);
          const known = computeWindow(asked, before);
          const actual = computeWindow(asked, whole);
          assert.ok(actual.ok);
          if (known.ok) continue;
          const { earliest = '', latest = '' } = outlookOf(asked, before);
          const { closesOn } = actual.window;
          assert.ok(
            earliest <= closesOn && closesOn <= latest,
            `${last}-12-${day} ${length}: ${earliest} ${closesOn} ${latest}`,
          );
        }
      }
    }
  });

  it('says what it can where nothing is known at all', () => {
    const asked = terms('2026-12-29');
    const empty = createWorkCalendar([]);
    assert.equal(outlookOf(asked, empty).lastSafe, undefined);
    const far = terms('2061-12-29');
    const refused = computeWindow(far, empty);
    assert.ok(!refused.ok);
    assert.equal(refusalWithOutlook(refused.refusal, far, empty), refused.refusal.message);
  });
});
