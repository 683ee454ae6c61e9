import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Act } from '#core/acts/act.ts';
import { noticesOf } from '#core/lifecycle/notices-of.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import { type PublicRecord, publicRecord } from '#core/records/public-record.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { fileDigests, sealOf } from '#pipeline/check/seal.ts';
import { ROOT } from '#pipeline/commands/root.ts';

const CONTENT = join(ROOT, 'content');

/**
 * The sample's approvals as if what its people say now had been said when each round was approved: who decided, on which paper and when
 * stays, and of what an act has corrected since the approved value stays too. For the invented people of the sample alone: an office
 * approves anew, with a reason.
 * @returns the files that changed
 */
export async function renewSampleApprovals(): Promise<string[]> {
  const { readable } = await checkContent(CONTENT);
  if (readable?.site.data.sample !== true) throw new Error('only a sample may be approved without anybody');
  const changed: string[] = [];
  for (const { programme, rounds } of readable.programmes) {
    for (const folder of rounds.flatMap(noticesOf)) {
      const present = publicRecord({ programme, folder });
      if (!folder.approval || !present) continue;
      const { data: approved, file } = folder.approval;
      const acts = folder.acts.map(({ data }) => data);
      const people = present.people.map((person) => {
        const before = approved.records[approved.current.people[person.id]?.record ?? ''];
        return {
          ...person,
          record: before ? withoutCorrections(person.id, person.record, before, acts) : person.record,
        };
      });
      const seal = sealOf({ ...present, people }, await fileDigests(CONTENT, folder.id, people));
      const { digest, parts, people: sealed, records } = seal;
      const renewed: ApprovalFile = {
        ...approved,
        current: { ...approved.current, digest, parts, people: sealed },
        records: { ...records, ...recordsOfResults(approved) },
      };
      const text = `${JSON.stringify(renewed, null, 2)}\n`;
      if (text === (await readFile(join(CONTENT, file), 'utf8'))) continue;
      await writeFile(join(CONTENT, file), text);
      changed.push(file);
    }
  }
  return changed;
}

function withoutCorrections(
  id: string,
  present: PublicRecord,
  before: PublicRecord,
  acts: readonly Act[],
): PublicRecord {
  const corrected = acts.flatMap((act) =>
    act.kind === 'correction' && act.of === 'person' && act.person === id ? [act.field] : [],
  );
  const isCorrected = (field: string): boolean =>
    corrected.some((one) => field === one || field.startsWith(`${one}.`) || field === `listed.${one}`);
  return {
    ...Object.fromEntries(Object.entries(present).filter(([field]) => !isCorrected(field))),
    ...Object.fromEntries(Object.entries(before).filter(([field]) => isCorrected(field))),
  };
}

function recordsOfResults({ result, further = {}, records }: ApprovalFile): ApprovalFile['records'] {
  const kept = [result, ...Object.values(further)].flatMap((one) => one?.record ?? []);
  return Object.fromEntries(kept.flatMap((digest) => (records[digest] ? [[digest, records[digest]]] : [])));
}
