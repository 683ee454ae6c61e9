import type { Programme } from '#core/programme/programme.ts';

/** What follows the publicity, in the programme's own names of stages: `市委人才工作领导小组研究`, `市政府公布`. */
export function stagesAfterPublicity({ stages, conferringAuthority }: Programme): string[] {
  const after = stages.slice(stages.findIndex(({ kind }) => kind === 'publicity') + 1).map(({ name }) => name);
  return after.length > 0 ? after : [`${conferringAuthority.join('、')}公布`];
}
