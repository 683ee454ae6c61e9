import { addDays, type PlainDate, plainDate } from './date-arithmetic.ts';

/**
 * The days of the old calendar and the solar term that are statutory holidays: 春节 (正月初一), 清明, 端午 (五月初五), 中秋 (八月十五), and how many
 * days the month before 春节 (腊月) has. Chinese calendar as GB/T 33661-2017 defines it. ICU 78 puts 春节 of 2027 a day late and that of 2030 a
 * day early; elsewhere it agrees (tests/core/calendar/lunar-days.test.ts).
 */
const ROWS: readonly (readonly [
  spring: string,
  qingming: string,
  dragonBoat: string,
  midAutumn: string,
  lastMonth: number,
])[] = [
  ['2008-02-07', '04-04', '06-08', '09-14', 30],
  ['2009-01-26', '04-04', '05-28', '10-03', 30],
  ['2010-02-14', '04-05', '06-16', '09-22', 30],
  ['2011-02-03', '04-05', '06-06', '09-12', 30],
  ['2012-01-23', '04-04', '06-23', '09-30', 29],
  ['2013-02-10', '04-04', '06-12', '09-19', 29],
  ['2014-01-31', '04-05', '06-02', '09-08', 30],
  ['2015-02-19', '04-05', '06-20', '09-27', 30],
  ['2016-02-08', '04-04', '06-09', '09-15', 29],
  ['2017-01-28', '04-04', '05-30', '10-04', 30],
  ['2018-02-16', '04-05', '06-18', '09-24', 30],
  ['2019-02-05', '04-05', '06-07', '09-13', 30],
  ['2020-01-25', '04-04', '06-25', '10-01', 30],
  ['2021-02-12', '04-04', '06-14', '09-21', 30],
  ['2022-02-01', '04-05', '06-03', '09-10', 29],
  ['2023-01-22', '04-05', '06-22', '09-29', 30],
  ['2024-02-10', '04-04', '06-10', '09-17', 30],
  ['2025-01-29', '04-04', '05-31', '10-06', 29],
  ['2026-02-17', '04-05', '06-19', '09-25', 29],
  ['2027-02-06', '04-05', '06-09', '09-15', 29],
  ['2028-01-26', '04-04', '05-28', '10-03', 29],
  ['2029-02-13', '04-04', '06-16', '09-22', 29],
  ['2030-02-03', '04-05', '06-05', '09-12', 30],
  ['2031-01-23', '04-05', '06-24', '10-01', 29],
  ['2032-02-11', '04-04', '06-12', '09-19', 29],
  ['2033-01-31', '04-04', '06-01', '09-08', 30],
  ['2034-02-19', '04-05', '06-20', '09-27', 30],
  ['2035-02-08', '04-05', '06-10', '09-16', 30],
  ['2036-01-28', '04-04', '05-30', '10-04', 30],
  ['2037-02-15', '04-04', '06-18', '09-24', 30],
  ['2038-02-04', '04-05', '06-07', '09-13', 30],
  ['2039-01-24', '04-05', '05-27', '10-02', 29],
  ['2040-02-12', '04-04', '06-14', '09-20', 29],
  ['2041-02-01', '04-04', '06-03', '09-10', 29],
  ['2042-01-22', '04-04', '06-22', '09-28', 30],
  ['2043-02-10', '04-05', '06-11', '09-17', 30],
  ['2044-01-30', '04-04', '05-31', '10-05', 30],
  ['2045-02-17', '04-04', '06-19', '09-25', 30],
  ['2046-02-06', '04-04', '06-08', '09-15', 30],
  ['2047-01-26', '04-05', '05-29', '10-04', 30],
  ['2048-02-14', '04-04', '06-15', '09-22', 30],
  ['2049-02-02', '04-04', '06-04', '09-11', 29],
  ['2050-01-23', '04-04', '06-23', '09-30', 29],
  ['2051-02-11', '04-05', '06-13', '09-19', 29],
  ['2052-02-01', '04-04', '06-01', '09-07', 30],
  ['2053-02-19', '04-04', '06-20', '09-26', 30],
  ['2054-02-08', '04-04', '06-10', '09-16', 30],
  ['2055-01-28', '04-05', '05-30', '10-05', 30],
  ['2056-02-15', '04-04', '06-17', '09-24', 29],
  ['2057-02-04', '04-04', '06-06', '09-13', 30],
  ['2058-01-24', '04-04', '06-25', '10-02', 29],
  ['2059-02-12', '04-05', '06-14', '09-21', 29],
  ['2060-02-02', '04-04', '06-03', '09-09', 29],
];

export interface LunarDays {
  /** 正月初一. */
  springFestival: PlainDate;
  /** 除夕. */
  newYearsEve: PlainDate;
  qingming: PlainDate;
  dragonBoat: PlainDate;
  midAutumn: PlainDate;
  /** Days of the 腊月 that ends with `newYearsEve`. */
  lastMonth: number;
}

/** `undefined` outside 2008 to 2060. */
export function lunarDays(year: number): LunarDays | undefined {
  const row = ROWS[year - 2008];
  if (!row) return undefined;
  const [spring, qingming, dragonBoat, midAutumn, lastMonth] = row;
  const springFestival = plainDate(spring);
  return {
    springFestival,
    newYearsEve: addDays(springFestival, -1),
    qingming: plainDate(`${year}-${qingming}`),
    dragonBoat: plainDate(`${year}-${dragonBoat}`),
    midAutumn: plainDate(`${year}-${midAutumn}`),
    lastMonth,
  };
}

/** The day that a notice names by the old calendar behind a date: 除夕, 腊月二十八, 正月初七; `undefined` where the words are no such day. */
export function lunarDay(words: string, year: number): PlainDate | undefined {
  const days = lunarDays(year);
  const parts =
    /^(?:农历)?(除夕|清明|端午|中秋|(腊|正|五|八)月(初|十|二十|廿|三十)([一二三四五六七八九十]?))节?(?:当日)?$/.exec(
      words,
    );
  if (!days || !parts) return undefined;
  const [, name = '', month, ten = '', one = ''] = parts;
  if (name === '除夕') return days.newYearsEve;
  if (name === '清明') return days.qingming;
  if (name === '端午') return days.dragonBoat;
  if (name === '中秋') return days.midAutumn;
  const number = (TENS[ten] ?? 0) + (one === '' ? 0 : ONES.indexOf(one) + 1);
  if (number < 1 || number > 30) return undefined;
  if (month === '正') return addDays(days.springFestival, number - 1);
  if (month === '腊') return addDays(days.newYearsEve, number - days.lastMonth);
  return month === '五' ? addDays(days.dragonBoat, number - 5) : addDays(days.midAutumn, number - 15);
}

const TENS: Readonly<Record<string, number>> = { 初: 0, 十: 10, 二十: 20, 廿: 20, 三十: 30 };
const ONES = '一二三四五六七八九十';
