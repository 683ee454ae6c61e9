import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { WORDING_SLIPS } from '#core/text/wording-slips.ts';

export const wording: Rule = {
  name: 'wording',
  description: '公示、结果、公告和人选材料里没有《咬文嚼字》等列出的常见别字和写错的固定说法。',
  check({ folder }: Dossier) {
    const { notice, result, further = [], acts, people } = folder;
    return [
      ...[notice, result, ...further].flatMap((entry) => (entry ? inEntry(entry, entry.data.title) : [])),
      ...acts.flatMap((entry) => inEntry(entry, entry.data.reason)),
      ...people.flatMap((entry) => inEntry(entry, entry.data.summary ?? '', entry.data.name)),
    ];
  },
};

/** @param line what of the file's data is printed, beside its body */
function inEntry(entry: Entry<object>, line: string, person?: string): Finding[] {
  const first = placeOf(entry, '', person);
  return [
    ...slipsIn(line).map((args) => finding('wording-slip', first, args)),
    ...entry.sections.flatMap((section) =>
      slipsIn([section.heading ?? '', section.text].join('\n')).map((args) =>
        finding('wording-slip', { ...first, line: section.line }, args),
      ),
    ),
  ];
}

function slipsIn(text: string): { wrong: string; right: string; source: string }[] {
  return WORDING_SLIPS.filter(({ wrong }) => text.includes(wrong)).map((slip) => ({ ...slip }));
}
