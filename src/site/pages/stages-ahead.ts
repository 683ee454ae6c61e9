import type { PublicRound } from '#site/publication.ts';

/** What follows the publicity, in the programme's own names of stages: `市委人才工作领导小组研究`, `市政府公布`. */
export function stagesAfter({ kind, programme }: Pick<PublicRound, 'kind' | 'programme'>): string[] {
  const { stages, conferringAuthority } = programme.data;
  const after = kind.next(stages);
  return after.length > 0 ? after : [`${conferringAuthority.join('、')}公布`];
}
