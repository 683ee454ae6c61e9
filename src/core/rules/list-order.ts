import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { isInPreparation } from '#core/judging/listed.ts';
import type { Rule } from '#core/judging/rule.ts';
import { fileIn } from '#core/lifecycle/notices-of.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const listOrder: Rule = {
  name: 'list-order',
  description: '名单 roster.json 与个人文件一一对应、一字不差，次序以主办单位审定的名单为准。',
  check(dossier) {
    const { folder } = dossier;
    if (isInPreparation(folder)) return [];
    const { roster } = folder;
    if (!roster) {
      return [finding('roster-missing', { file: fileIn(folder, 'roster.json') })];
    }
    return [...rows(dossier, roster), ...unlisted(dossier)];
  },
};

function rows({ folder }: Dossier, roster: NonNullable<Dossier['folder']['roster']>): Finding[] {
  return roster.data.people.flatMap(({ id, name, employer }, index) => {
    const place = (field: string): Place => placeOf(roster, `people.${index}.${field}`, name);
    if (roster.data.people.findIndex((row) => row.id === id) < index) {
      return [finding('roster-id-twice', place('id'), { id })];
    }
    const person = folder.people.find((one) => one.id === id);
    if (!person) return [finding('roster-person-without-file', place('id'), { id })];
    return [
      ...(person.data.name === name
        ? []
        : [finding('roster-name-differs', place('name'), { listed: name, own: person.data.name, id })]),
      ...(person.data.employer === employer
        ? []
        : [finding('roster-employer-differs', place('employer'), { listed: employer, own: person.data.employer, id })]),
    ];
  });
}

function unlisted({ folder }: Dossier): Finding[] {
  const ids = new Set(folder.roster?.data.people.map(({ id }) => id));
  return folder.people
    .filter(({ id }) => !ids.has(id))
    .map((person) => finding('roster-person-missing', { file: person.file, person: person.data.name }));
}
