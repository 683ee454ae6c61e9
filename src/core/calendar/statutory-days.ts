import { addDays, type PlainDate, plainDate } from './date-arithmetic.ts';
import { lunarDays } from './lunar-days.ts';

/** A holiday of all citizens with the days that are off by law, whatever a year's notice arranges around them. */
export interface StatutoryHoliday {
  name: string;
  days: PlainDate[];
  /** The longest run of days off that a notice has given it, 2008 to 2026, days of a neighbouring holiday included. */
  longest: number;
}

/**
 * 全国年节及纪念日放假办法. As revised in 2024 (国务院令第795号, from 2025): 13 days, with 除夕 and 5月2日. As revised in 2013 (令第644号, from 2014):
 * 11 days, 春节 from 初一. As revised in 2007 (令第513号, from 2008): 11 days, 春节 from 除夕. `undefined` outside 2008 to 2060.
 */
export function statutoryHolidays(year: number): StatutoryHoliday[] | undefined {
  const lunar = lunarDays(year);
  if (!lunar) return undefined;
  const { springFestival, newYearsEve, qingming, dragonBoat, midAutumn } = lunar;
  const eve = year >= 2025 || year < 2014;
  return [
    { name: '元旦', days: [plainDate(`${year}-01-01`)], longest: 3 },
    {
      name: '春节',
      days: run(eve ? newYearsEve : springFestival, year >= 2025 ? 4 : 3),
      longest: 10,
    },
    { name: '清明节', days: [qingming], longest: 3 },
    { name: '劳动节', days: run(plainDate(`${year}-05-01`), year >= 2025 ? 2 : 1), longest: 5 },
    { name: '端午节', days: [dragonBoat], longest: 3 },
    { name: '中秋节', days: [midAutumn], longest: 3 },
    { name: '国庆节', days: run(plainDate(`${year}-10-01`), 3), longest: 8 },
  ];
}

/** The decree a year's statutory days follow from. */
export function statutoryDecree(year: number): string {
  const revision = year >= 2025 ? '2024年修订' : year >= 2014 ? '2013年修订' : '2007年修订';
  return `《全国年节及纪念日放假办法》（${revision}）`;
}

function run(from: PlainDate, length: number): PlainDate[] {
  return Array.from({ length }, (_, days) => addDays(from, days));
}
