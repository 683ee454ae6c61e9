import { finding } from '#core/catalogue/finding.ts';
import { listedPeople } from '#core/judging/listed.ts';
import { haveSameName, isSameEmployer } from '#core/judging/naming.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const samePersonTwice: Rule = {
  name: 'same-person-twice',
  description: '同一届里一个人只出现一次；同名不同单位的由人确认，因为公示名单以姓名和单位认人。',
  check({ folder }) {
    const people = listedPeople(folder);
    return people.flatMap((person, index) => {
      const where = placeOf(person, 'name', person.data.name);
      return people.slice(0, index).flatMap((other) => {
        if (!haveSameName(person.data, other.data)) return [];
        if (isSameEmployer(person.data, other.data)) return [finding('same-person-twice', where, { other: other.id })];
        return [finding('namesake-in-round', where, { name: other.data.name, employer: other.data.employer })];
      });
    });
  },
};
