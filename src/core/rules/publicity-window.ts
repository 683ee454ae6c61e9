import { addDays, type PlainDate, yearOf } from '#core/calendar/plain-date.ts';
import { type WorkCalendar, yearsWithoutOverlay } from '#core/calendar/work-calendar.ts';
import { type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';
import { statedTerms } from '#core/records/round.ts';
import { checkPrintedWindow } from '#core/window/printed-window.ts';
import { chineseLength } from '#core/window/publicity-window.ts';

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
