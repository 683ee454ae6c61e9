import { lunarDays } from '#core/calendar/lunar-days.ts';
import { addDays, chineseDate, chineseMonthDay, chineseWeekday, type PlainDate } from '#core/calendar/plain-date.ts';
import { statutoryDecree, statutoryHolidays } from '#core/calendar/statutory-days.ts';
import type { UnderstoodHoliday, UnderstoodNotice } from '#core/holidays/read-notice.ts';

/** What was understood of a notice, beside the law and the old calendar: to be compared with the paper, line by line. */
export function noticeTable(notice: UnderstoodNotice, signed: PlainDate | undefined): string {
  const { year, number, holidays, asides } = notice;
  const lunar = lunarDays(year);
  const statutory = statutoryHolidays(year) ?? [];
  const notes = [number, signed && chineseDate(signed)].filter((one) => one !== undefined);
  const days = holidays.reduce((sum, { daysOff }) => sum + daysOff.length, 0);
  const work = holidays.reduce((sum, { makeUpWorkdays }) => sum + makeUpWorkdays.length, 0);
  const dated = (date: PlainDate): string => `${chineseMonthDay(date)}（${chineseWeekday(date)}）`;
  return [
    `国务院办公厅关于${year}年部分节假日安排的通知${notes.length > 0 ? `（${notes.join('，')}）` : ''}`,
    '读到的安排：',
    ...holidays.flatMap((holiday) => [
      `  ${holiday.name}　放假${spans(holiday.daysOff, year)}，共${holiday.daysOff.length}天${workdays(holiday)}`,
      ...statutory
        .filter(({ name }) => holiday.name.split('、').includes(name))
        .map(({ name, days: own }) => `    法定${name}：${own.map(dated).join('、')}`),
    ]),
    `合计放假${days}天，调休上班${work}天。法定的日子据${statutoryDecree(year)}。`,
    ...(lunar
      ? [
          `农历：正月初一 ${dated(lunar.springFestival)}，清明 ${dated(lunar.qingming)}，五月初五 ${dated(lunar.dragonBoat)}，八月十五 ${dated(lunar.midAutumn)}。`,
        ]
      : []),
    ...(asides.length > 0 ? [`没有当作放假的话：${asides.map((one) => `“${one}”`).join('、')}`] : []),
    '',
  ].join('\n');
}

function workdays({ makeUpWorkdays }: UnderstoodHoliday): string {
  if (makeUpWorkdays.length === 0) return '';
  return `；${makeUpWorkdays.map((date) => `${chineseMonthDay(date)}（${chineseWeekday(date)}）`).join('、')}上班`;
}

/** Unbroken runs; a day of another year says so. */
function spans(days: readonly PlainDate[], year: number): string {
  const runs: [PlainDate, PlainDate][] = [];
  for (const date of days) {
    const last = runs.at(-1);
    if (last && addDays(last[1], 1) === date) last[1] = date;
    else runs.push([date, date]);
  }
  const dated = (date: PlainDate): string =>
    `${date.startsWith(String(year)) ? '' : `${date.slice(0, 4)}年`}${chineseMonthDay(date)}（${chineseWeekday(date)}）`;
  return runs.map(([from, to]) => (from === to ? dated(from) : `${dated(from)}至${dated(to)}`)).join('、');
}
