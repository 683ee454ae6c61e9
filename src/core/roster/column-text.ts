import type { Programme } from '#core/records/programme.ts';
import { chineseSkillLevel } from '#core/formats/words.ts';
import type { ColumnKey } from './columns.ts';
import { honoursText, listText, patentsText } from './entries.ts';
import { cellOf } from './prose.ts';
import type { PersonRecord } from './record.ts';

/** What stands in a person's cell of a column: the inverse of the importer, so that a table written from it reads back as it was. */
export function columnText(
  key: ColumnKey,
  id: string,
  { candidate, sections }: PersonRecord,
  programme: Programme,
): string {
  if (key.startsWith('text:')) {
    const heading = key.slice('text:'.length);
    const section = sections.find((one) => one.heading === heading);
    return section ? cellOf(section.markdown) : '';
  }
  const { rules } = programme;
  switch (key) {
    case 'id':
      return id;
    case 'skillLevel':
      return candidate.skillLevel === undefined ? '' : chineseSkillLevel[candidate.skillLevel];
    case 'tier':
      return rules.tiers.find((tier) => tier.key === candidate.tier)?.name ?? '';
    case 'route':
      return rules.routes.allowed.find(({ route }) => route === candidate.route)?.name ?? '';
    case 'yearsInTrade':
      return candidate.yearsInTrade === undefined ? '' : String(candidate.yearsInTrade);
    case 'conditions':
      return candidate.conditions.join('、');
    case 'honours':
      return honoursText(candidate.honours);
    case 'patents':
      return patentsText(candidate.patents);
    case 'signatureSkills':
    case 'workMethods':
      return listText(candidate[key]);
    case 'earlierPublicity.opensOn':
      return candidate.earlierPublicity?.opensOn ?? '';
    case 'earlierPublicity.closesOn':
      return candidate.earlierPublicity?.closesOn ?? '';
    case 'photo.credit':
      return candidate.photo?.credit ?? '';
    case 'photo.consent':
      return candidate.photo?.consent ?? '';
    default:
      return ((candidate as Record<string, unknown>)[key] as string | undefined) ?? '';
  }
}
