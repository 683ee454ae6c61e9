import { finding } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const yearsInTrade: Rule = {
  name: 'years-in-trade',
  description:
    '从事本工种的年数达到通知的要求（rules.yearsInTrade），例如连工发〔2019〕33号三“从事本工种（专业）五年以上”。',
  check({ programme, folder }) {
    const rule = programme.data.rules.yearsInTrade;
    if (!rule) return [];
    const args = { required: rule.atLeast, basis: basis(programme.data, rule.clause) };
    return folder.people
      .filter(({ data }) => isPerson(data))
      .flatMap((person) => {
        const where = placeOf(person, 'yearsInTrade', person.data.name);
        const years = person.data.yearsInTrade;
        if (years === undefined) return [finding('years-missing', where, args)];
        return years < rule.atLeast ? [finding('years-below', where, { ...args, years })] : [];
      });
  },
};
