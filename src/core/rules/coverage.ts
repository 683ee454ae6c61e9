import { finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const coverage: Rule = {
  name: 'coverage',
  description: '媒体报道（round.md 的 coverage）写明是关于谁的，编号是本届名单上的人；同一篇只写一次。',
  check({ folder: { round, people, takenDown } }) {
    const known = new Set([...people, ...takenDown].map(({ id }) => id));
    return round.data.coverage.flatMap(({ person, address }, index, all) => [
      ...(person !== undefined && !known.has(person)
        ? [finding('coverage-person-unknown', placeOf(round, `coverage.${index}.person`), { id: person })]
        : []),
      ...(all.findIndex((one) => one.address === address && one.person === person) < index
        ? [finding('coverage-twice', placeOf(round, `coverage.${index}.address`))]
        : []),
    ]);
  },
};
