import { finding } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { chineseSkillLevel, SKILL_LEVELS } from '#core/formats/words.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const skillLevel: Rule = {
  name: 'skill-level',
  description:
    '技能等级达到通知的要求（rules.skillLevel），例如威人社函〔2024〕36号一“具有高级技师以上职业资格或职业技能等级”。',
  check({ programme, folder }) {
    const rule = programme.data.rules.skillLevel;
    if (!rule) return [];
    const general = rule.strength === 'general';
    const args = { required: chineseSkillLevel[rule.atLeast], basis: basis(programme.data, rule.clause) };
    return folder.people
      .filter(({ data }) => isPerson(data))
      .flatMap((person) => {
        const where = placeOf(person, 'skillLevel', person.data.name);
        const level = person.data.skillLevel;
        if (level === undefined) {
          return [finding(general ? 'skill-level-missing-general' : 'skill-level-missing', where, args)];
        }
        if (SKILL_LEVELS.indexOf(level) >= SKILL_LEVELS.indexOf(rule.atLeast)) return [];
        const below = { ...args, level: chineseSkillLevel[level] };
        return [finding(general ? 'skill-level-below-general' : 'skill-level-below', where, below)];
      });
  },
};
