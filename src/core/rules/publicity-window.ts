import { addDays, chinaInstant, chinaTime, type PlainDate, yearOf } from '#core/calendar/plain-date.ts';
import { type WorkCalendar, workingDayFrom, yearsWithoutOverlay } from '#core/calendar/work-calendar.ts';
import { type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { publicityRules, statedTerms } from '#core/records/round.ts';
import { checkPrintedWindow } from '#core/window/printed-window.ts';
import { chineseLength, computeWindow, DAY_BEGIN, DAY_END } from '#core/window/publicity-window.ts';

export const publicityWindow: Rule = {
  name: 'publicity-window',
  description: '印出来的公示首日和截止日与按通知天数（rules.publicity）、国务院办公厅放假通知逐日数出来的一致。',
  check(dossier) {
    const { programme, folder, calendar } = dossier;
    const { opensOn, closesOn } = folder.round.data.publicity;
    const terms = statedTerms(programme.data, folder.round.data);
    if (!terms) {
      const args = { basis: basis(programme.data, programme.data.rules.publicity.clause) };
      return [finding('window-length-missing', placeOf(folder.round, 'publicity'), args)];
    }
    const published = folder.notice?.data.published;
    const printed = { opensOn, closesOn, ...terms, ...(published && { published }) };
    const { findings } = checkPrintedWindow(printed, calendar, { file: folder.round.file });
    const placed = findings.map((one) => ({
      ...one,
      where: placeOf(folder.round, FIELDS[one.code] ?? 'publicity.closesOn'),
    }));
    return [
      ...restated(dossier),
      ...firstDayCut(dossier),
      ...placed,
      ...(terms.unit === 'working'
        ? [...nearTheEnd(closesOn, calendar, dossier), ...withoutOverlay(opensOn, closesOn, dossier)]
        : []),
    ];
  },
};

const FIELDS: Partial<Record<FindingCode, string>> = {
  'published-after-opening': 'publicity.opensOn',
  'opens-on-rest-day': 'publicity.opensOn',
};

/** Where the programme states a length, the round may only repeat it. */
function restated({ programme, folder }: Dossier): Finding[] {
  const rule = programme.data.rules.publicity;
  const { length, unit } = folder.round.data.publicity;
  if (!rule.stated || ((length ?? rule.length) === rule.length && (unit ?? rule.unit) === rule.unit)) return [];
  const args = {
    own: chineseLength(length ?? rule.length, unit ?? rule.unit),
    required: chineseLength(rule.length, rule.unit),
    basis: basis(programme.data, rule.clause),
  };
  const field = length !== undefined && length !== rule.length ? 'publicity.length' : 'publicity.unit';
  return [finding('window-length-restated', placeOf(folder.round, field), args)];
}

/**
 * A first day that began late was not the public's as a whole. An act of suspension counts its own day to the days that are made up for;
 * a notice that goes up at half past three is no better.
 */
function firstDayCut({ programme, folder, calendar }: Dossier): Finding[] {
  const { round, notice } = folder;
  const rules = publicityRules(programme.data, round.data);
  const { opensOn, closesOn } = round.data.publicity;
  const read = rules && computeWindow({ opensOn, ...rules }, calendar);
  if (!read?.ok) return [];
  const { window } = read;
  const published = notice && publishedAt(notice.data);
  const from = Math.max(window.opens, published ?? window.opens);
  const first = window.days.find(({ date }) => date === opensOn);
  const ends = opensOn === closesOn ? window.closes : chinaInstant(opensOn, DAY_END);
  if (first?.ordinal === undefined || from === chinaInstant(opensOn, DAY_BEGIN) || from >= ends) return [];
  const minutes = Math.round((ends - from) / 60_000);
  const late = published !== undefined && published > window.opens;
  const args = {
    opensOn,
    from: chinaTime(from),
    why: late ? `公示 ${chinaTime(from)} 才发布` : `openingTime 写的是 ${window.openingTime}`,
    whole: window.length - 1,
    unit: window.unit === 'working' ? '工作日' : '自然日',
    hours: minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`,
    promised: chineseLength(window.length, window.unit),
    next:
      (window.unit === 'working' ? workingDayFrom(addDays(opensOn, 1), calendar) : undefined) ?? addDays(opensOn, 1),
  };
  return [finding('first-day-cut', placeOf(round, late ? 'publicity.opensOn' : 'publicity.openingTime'), args)];
}

/** 2018-12-29 … 31 and 2022-12-31 were ruled by the next year's notice. */
function nearTheEnd(closesOn: PlainDate, calendar: WorkCalendar, { folder }: Dossier): Finding[] {
  if (calendar.day(closesOn).kind === 'unknown') return [];
  const unknown = [1, 2, 3, 4]
    .map((days) => addDays(closesOn, days))
    .find((day) => calendar.day(day).kind === 'unknown');
  if (!unknown) return [];
  return [
    finding('window-near-calendar-end', placeOf(folder.round, 'publicity.closesOn'), {
      closesOn,
      year: yearOf(unknown),
    }),
  ];
}

/** A city that moved its days in one year may have done so in another: Shanghai in 2018 and again in 2019. */
function withoutOverlay(opensOn: PlainDate, closesOn: PlainDate, { folder, calendar }: Dossier): Finding[] {
  const years = yearsWithoutOverlay(opensOn, closesOn, calendar);
  if (years.length === 0) return [];
  const { region = '', years: others = [] } = calendar.overlay ?? {};
  const args = { region, years: years.join('、'), others: others.join('、') };
  return [finding('regional-year-missing', placeOf(folder.round, 'publicity.opensOn'), args)];
}
