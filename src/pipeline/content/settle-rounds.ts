import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { ProgrammeFolder, RoundFolder } from '#core/records/content.ts';
import { FIRST_NOTICE } from '#core/records/notice.ts';
import type { TreeFile } from './content-tree.ts';

/** Folders while their files are still being read, in the order of the tree. */
export type ProgrammeSoFar = Partial<ProgrammeFolder> & { rounds: RoundFolder[] };
export type RoundSoFar = Partial<RoundFolder> & { people: RoundFolder['people'] };

/** Once every file is read: each round that has its rules goes to its programme, and what a folder cannot be without is named. */
export function settleRounds(
  programmes: ReadonlyMap<string, ProgrammeSoFar>,
  rounds: ReadonlyMap<string, RoundSoFar>,
  tree: readonly TreeFile[],
): Finding[] {
  const findings: Finding[] = [];
  const has = (path: string): boolean => tree.some((file) => file.path === path);
  const missing = (file: string, what: string): void => {
    if (!has(file)) findings.push(finding('file-missing', { file }, { what }));
  };
  missing('site.json', '站点设置');
  for (const id of programmes.keys()) missing(`programmes/${id}/programme.md`, '选树活动的规则');
  for (const [id, round] of rounds) {
    const [programmeId = '', edition = ''] = id.split('/');
    missing(`programmes/${programmeId}/rounds/${edition}/round.md`, '本届的日期、渠道和名额');
    const owner = programmes.get(programmeId);
    for (const { id: notice } of round.later ?? []) {
      const folder = `programmes/${programmeId}/rounds/${edition}/notices/${notice}`;
      missing(`${folder}/notice.md`, '公示的种类、日期和正文');
      if (notice === FIRST_NOTICE || rounds.has(`${id}-${notice}`)) {
        findings.push(finding('notice-id-taken', { file: `${folder}/notice.md` }, { edition: `${edition}-${notice}` }));
      }
    }
    const later = round.later?.filter(({ notice }) => notice !== undefined);
    if (owner?.programme && round.round) {
      owner.rounds.push({
        ...round,
        id,
        edition,
        round: round.round,
        roster: round.roster,
        notice: round.notice,
        later,
        result: round.result,
        acts: round.acts ?? [],
        takenDown: round.takenDown ?? [],
      });
    }
  }
  return findings;
}
