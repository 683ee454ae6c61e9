import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';

export const takenDown: Rule = {
  name: 'taken-down',
  description: '撤下的人在名册和个人文件里都不再出现，撤下记录与所在的届次一致。',
  check({ folder }) {
    return folder.takenDown.flatMap(({ id, file, data }): Finding[] => {
      const misplaced = data.id !== id || `${data.programme}/${data.round}` !== folder.id;
      const there =
        folder.people.some((person) => person.id === id) || folder.roster?.data.people.some((row) => row.id === id);
      return [
        ...(misplaced ? [finding('taken-down-misplaced', { file })] : []),
        ...(there ? [finding('taken-down-still-there', { file }, { id })] : []),
      ];
    });
  },
};
