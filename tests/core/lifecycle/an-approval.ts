import type { ApprovalFile } from '#core/records/approval.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { sealOf } from '#pipeline/check/seal.ts';
import { there } from '#tests/there.ts';
import { FOLDER } from './a-life.ts';

/** The approval of rounds as they were, the last one in force; each with the instant at which it was given. */
export function anApproval(...given: [dossier: Dossier, approvedAt: string][]): Entry<ApprovalFile> {
  const all = given.map(([dossier, approvedAt], index) => {
    const { records, ...seal } = sealOf(there(publicRecord(dossier)), new Map());
    const decision = {
      body: '澄湖市总工会',
      document: `澄工发〔2024〕${9 + index}号`,
      date: there(dossier.folder.notice).data.published,
    };
    return { records, approval: { ...decision, approver: '甲', reviewer: '乙', approvedAt, ...seal } };
  });
  const [current, ...former] = all.map(({ approval }) => approval).reverse();
  const records = Object.assign({}, ...all.map((one) => one.records)) as ApprovalFile['records'];
  const data: ApprovalFile = { current: there(current), former, records };
  return { id: 'chenghu-craftsman/2024', file: `${FOLDER}/approval.json`, data, lines: {}, sections: [] };
}
