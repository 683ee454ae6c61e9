import { type Finding, finding } from '#core/catalogue/finding.ts';
import { ownTexts, squeezed } from '#core/judging/own-texts.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const quote: Rule = {
  name: 'quote',
  description: '引语与本人材料里的原话一字不差。',
  check({ folder }) {
    return folder.people.flatMap((person): Finding[] => {
      const said = person.data.quote?.text;
      if (said === undefined || ownTexts(person).some((text) => text.includes(squeezed(said)))) return [];
      return [finding('quote-not-in-texts', placeOf(person, 'quote.text', person.data.name), { quote: said })];
    });
  },
};
