import { finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const district: Rule = {
  name: 'district',
  description:
    '活动列出了区县名称的（programme.md 的 districts），名单上的所属区县只用这些写法，盖章栏的字样不会混进来。',
  check({ programme, folder }) {
    const { districts = [] } = programme.data;
    if (districts.length === 0) return [];
    return folder.people.flatMap((person) =>
      person.data.district === undefined || districts.includes(person.data.district)
        ? []
        : [
            finding('district-unknown', placeOf(person, 'district', person.data.name), {
              district: person.data.district,
              allowed: districts.join('、'),
            }),
          ],
    );
  },
};
