import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, plainDate } from '#core/calendar/plain-date.ts';
import { type ApprovalFile, approvalFileSchema } from '#core/records/approval.ts';
import { fileRecord, publicRecord } from '#core/records/public-record.ts';
import { recordDigest, sealOf } from '#pipeline/check/seal.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { there } from '#tests/there.ts';
import { folderOf } from './editions.ts';

/** Approves every round that has no approval yet, as the office's own commands would have. */
export async function approveRounds(content: string): Promise<void> {
  const { readable, findings } = await readContent(content);
  const faults = findings.filter(({ level }) => level === 'error');
  if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 5)));
  for (const { programme, rounds } of there(readable).programmes) {
    for (const folder of rounds) {
      const file = join(folderOf(content, programme.id, folder.edition), 'approval.json');
      if (existsSync(file)) continue;
      const seal = sealOf(there(publicRecord({ programme, folder })), new Map());
      const date = addDays(plainDate(there(folder.notice).data.published), -1);
      const { records, ...sealed } = seal;
      const approval: unknown = {
        current: {
          body: programme.data.organisers[0],
          document: `示例〔${folder.round.data.year}〕9号`,
          date,
          approver: '示例批准人',
          reviewer: '示例复核人',
          approvedAt: `${date}T10:00:00+08:00`,
          ...sealed,
        },
        former: [],
        records,
        ...resultOf(folder.result, records),
      };
      approvalFileSchema.parse(approval);
      await writeFile(file, `${JSON.stringify(approval, null, 2)}\n`);
    }
  }
}

type Folder = NonNullable<Awaited<ReturnType<typeof readContent>>['readable']>['programmes'][number]['rounds'][number];

function resultOf(result: Folder['result'], records: ApprovalFile['records']): Partial<Record<string, unknown>> {
  if (!result) return {};
  const record = fileRecord(result);
  const digest = recordDigest(record);
  return {
    records: { ...records, [digest]: record },
    result: { record: digest, announcedAt: `${result.data.published}T00:00:00+08:00` },
  };
}
