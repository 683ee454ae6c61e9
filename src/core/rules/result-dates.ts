import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { DAY_END } from '#core/window/publicity-window.ts';
import { resultsOf } from '../lifecycle/results.ts';

export const resultDates: Rule = {
  name: 'result-dates',
  description: '公示期满之后才决定人选，决定之后才公布结果，各活动的程序都是公示在先、命名在后。',
  check({ folder }) {
    return resultsOf(folder).flatMap((result) => judge(result, folder));
  },
};

function judge(result: Entry<ResultAnnouncement>, { round }: Dossier['folder']): Finding[] {
  const { conferredOn, published } = result.data;
  const { closesOn, closingTime = DAY_END } = round.data.publicity;
  // A window that ends at 17:00 leaves an evening; one that ends at 24:00 does not.
  const early = conferredOn < closesOn || (conferredOn === closesOn && closingTime === DAY_END);
  return [
    ...(early ? [finding('result-too-early', placeOf(result, 'conferredOn'), { conferredOn, closesOn })] : []),
    ...(published < conferredOn
      ? [finding('result-published-early', placeOf(result, 'published'), { published, conferredOn })]
      : []),
  ];
}
