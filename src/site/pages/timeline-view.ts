import type { Candidate } from '#core/candidate/candidate.ts';

export interface TimelineYear {
  year: number;
  items: string[];
}

/** A life in years: what the record itself enters, and the years that honours and patents already carry, the earliest first. */
export function timelineView({
  timeline,
  honours,
  patents,
}: Pick<Candidate, 'timeline' | 'honours' | 'patents'>): TimelineYear[] {
  const items = [
    ...timeline.map(({ year, text }) => ({ year, text })),
    ...honours.flatMap(({ year, name }) => (year === undefined ? [] : [{ year, text: name }])),
    ...patents.flatMap(({ name, number }) => {
      const year = filedIn(number);
      return year === undefined ? [] : [{ year, text: `申请专利“${name}”` }];
    }),
  ];
  const years = [...new Set(items.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => ({ year, items: items.filter((one) => one.year === year).map(({ text }) => text) }));
}

/** The year of filing, which every number since October 2003 begins with (ZC 0006—2003): ZL 2020 2 0000000.1. */
function filedIn(number: string | undefined): number | undefined {
  const digits = /^(?:ZL|CN)?(20\d{2})[1-389]\d{7}(?:\.?[\dX])?$/iu.exec((number ?? '').replace(/\s/gu, ''));
  return digits ? Number(digits[1]) : undefined;
}
