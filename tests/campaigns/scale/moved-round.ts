import { addDays, type PlainDate, plainDate } from '#core/calendar/plain-date.ts';
import { isWorkingDay, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Programme } from '#core/programme/programme.ts';
import { publicityRules, type Round } from '#core/records/round.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import { there } from '#tests/there.ts';
import { type Edition, inCity } from './editions.ts';

/** The texts of a round moved to another year and city; of its dates the window is computed anew. */
export interface MovedRound {
  round: string;
  /** Any other text of it. */
  moved(text: string): string;
  opensOn: PlainDate;
  closesOn: PlainDate;
}

const ORDINALS = ['首批', '第二批', '第三批', '第四批', '第五批', '第六批', '第七批', '第八批', '第九批'];

export function movedRound(
  { template, set, year }: Edition,
  text: string,
  { programme, round, calendar }: { programme: Programme; round: Round; calendar: WorkCalendar },
): MovedRound {
  const from = round.year;
  const moved = (one: string): string => {
    const inYear = one.replace(new RegExp(`(?<![\\d.A-Za-z])${from}(?!\\d)`, 'g'), String(year));
    const counted =
      template.programme === 'jiaozuo-craftsman' ? inYear.replaceAll('首批', ORDINALS[year - 2018] ?? '首批') : inYear;
    return inCity(withoutLeap(counted), set);
  };
  const { opensOn: printed, closesOn: ended } = round.publicity;
  const opensOn = workingDayOn(plainDate(withoutLeap(printed.replace(/^\d{4}/, String(year)))), calendar);
  const rules = there(publicityRules(programme, round));
  const computed = computeWindow({ ...rules, opensOn }, calendar);
  if (!computed.ok) throw new Error(`${template.programme} ${year}: no window from ${opensOn}`);
  const { closesOn } = computed.window;
  const [first, last] = [printed, ended].map((date) => moved(date));
  return {
    round: moved(text)
      .replaceAll(`opensOn: "${first}"`, `opensOn: "${opensOn}"`)
      .replaceAll(`closesOn: "${last}"`, `closesOn: "${closesOn}"`),
    moved,
    opensOn,
    closesOn,
  };
}

/** An earlier publicity of a person lasts as long as the programme asks, and begins and ends on working days. */
export function earlierWindow(
  opens: string,
  closes: string,
  programme: Programme,
  calendar: WorkCalendar,
): [opensOn: PlainDate, closesOn: PlainDate] {
  const opensOn = workingDayOn(plainDate(opens), calendar);
  const stated = workingDayOn(plainDate(closes < opensOn ? opensOn : closes), calendar);
  const { atLeast } = programme.rules.earlierPublicity ?? {};
  const computed = atLeast && computeWindow({ ...atLeast, opensOn }, calendar);
  const needed = computed?.ok ? computed.window.closesOn : stated;
  return [opensOn, needed > stated ? needed : stated];
}

function workingDayOn(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let at = date;
  while (!isWorkingDay(calendar.day(at))) at = addDays(at, 1);
  return at;
}

/** 29 February is in one year of four. */
export function withoutLeap(text: string): string {
  return text.replace(/(?<!\d)(\d{4})-02-29/g, '$1-02-28');
}
