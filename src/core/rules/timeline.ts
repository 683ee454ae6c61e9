import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

export const timeline: Rule = {
  name: 'timeline',
  description: '经历的年份不晚于公示之年，不写出生，不重复荣誉已经带出的年份。',
  check({ folder }) {
    const now = Number(folder.round.data.publicity.opensOn.slice(0, 4));
    return folder.people.flatMap((person) =>
      person.data.timeline.flatMap(({ year, text }, index): Finding[] => {
        const where = (part: string): Place => placeOf(person, `timeline.${index}.${part}`, person.data.name);
        const twice = person.data.honours.find((honour) => honour.year === year && text.includes(honour.name));
        return [
          ...(year > now ? [finding('timeline-ahead', where('year'), { year, now })] : []),
          ...(BIRTH.test(text) ? [finding('timeline-birth', where('text'))] : []),
          ...(twice ? [finding('timeline-twice', where('text'), { what: twice.name })] : []),
        ];
      }),
    );
  },
};

/** 新产品诞生, 出生产线 are no births. */
const BIRTH = /出生(?!产)|(?:^|[，、；])生于|降生/u;
