import { finding, type Place } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';
import { isAskedFor } from '#core/records/programme-form.ts';

export const conditions: Rule = {
  name: 'conditions',
  description:
    '至少符合通知所列条件之一，并写明是哪一条（rules.conditions），例如包总工办发〔2023〕2号三“具备下列条件之一者”。',
  check({ programme, folder, forms }) {
    const rule = programme.data.rules.conditions;
    if (!rule) return [];
    const known = rule.oneOf.map(({ key }) => key);
    const args = { allowed: known.join('、'), basis: basis(programme.data, rule.clause) };
    return folder.people
      .filter(({ data }) => isPerson(data))
      .flatMap((person) => {
        const place = (field: string): Place => placeOf(person, field, person.data.name);
        const own = person.data.conditions;
        // 港城's form asks for none: that it is missing is not the office's fault.
        if (own.length === 0 && !isAskedFor('conditions', forms)) return [];
        if (own.length === 0) return [finding('condition-missing', place('conditions'), args)];
        return own.flatMap((key, index) =>
          known.includes(key) ? [] : [finding('condition-unknown', place(`conditions.${index}`), { ...args, key })],
        );
      });
  },
};
