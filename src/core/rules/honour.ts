import { finding } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { chineseHonourLevel, honourLevelSchema } from '#core/formats/words.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

const LEVELS = honourLevelSchema.options;

export const honour: Rule = {
  name: 'honour',
  description:
    '至少有一项达到通知要求级别的荣誉（rules.honour），例如威海工匠通知一、（二）5“市级及以上层次的技能类奖项或称号”。',
  check({ programme, folder }) {
    const rule = programme.data.rules.honour;
    if (!rule) return [];
    const least = LEVELS.indexOf(rule.atLeast);
    const args = {
      required: chineseHonourLevel[rule.atLeast],
      allowed: LEVELS.slice(least).join('、'),
      basis: basis(programme.data, rule.clause),
    };
    return folder.people
      .filter(
        ({ data }) =>
          isPerson(data) && !data.honours.some(({ level }) => level !== undefined && LEVELS.indexOf(level) >= least),
      )
      .map((person) => {
        const unlevelled = person.data.honours.some(({ level }) => level === undefined);
        const where = placeOf(person, 'honours', person.data.name);
        return finding(unlevelled ? 'honour-level-missing' : 'honour-below', where, args);
      });
  },
};
