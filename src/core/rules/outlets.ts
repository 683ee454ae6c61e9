import { finding } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const outlets: Rule = {
  name: 'outlets',
  description:
    '通知点名的公示媒体和所在单位都在本届的公示渠道里（rules.outlets），例如威人社函〔2024〕36号三、（四）“网站和所在单位同时公示”。',
  check({ programme, folder: { round } }) {
    const { required, atEmployer, clause } = programme.data.rules.outlets;
    const own = round.data.outlets.map(({ name }) => unmarked(name));
    const where = placeOf(round, 'outlets');
    const rests = basis(programme.data, clause);
    return [
      ...required
        .filter((name) => !own.includes(unmarked(name)))
        .map((name) => finding('outlet-missing', where, { name, basis: rests })),
      ...(atEmployer && !own.some((name) => name.includes('单位'))
        ? [finding('outlet-employer-missing', where, { basis: rests })]
        : []),
    ];
  },
};

/** 《威海日报》 and 威海日报 are one newspaper. */
function unmarked(name: string): string {
  return name.replace(/[《》“”\s]/gu, '');
}
