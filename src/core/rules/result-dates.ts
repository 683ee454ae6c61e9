import { finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';
import { DAY_END } from '#core/window/publicity-window.ts';

export const resultDates: Rule = {
  name: 'result-dates',
  description: '公示期满之后才决定人选，决定之后才公布结果，各活动的程序都是公示在先、命名在后。',
  check({ folder: { result, round } }) {
    if (!result) return [];
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
  },
};
