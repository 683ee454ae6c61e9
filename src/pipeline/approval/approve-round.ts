import { chinaIsoInstant, type Instant } from '#core/calendar/plain-date.ts';
import { type Finding, finding, sentence } from '#core/catalogue/finding.ts';
import { fileIn } from '#core/lifecycle/notices-of.ts';
import {
  type Approval,
  type ApprovalFile,
  approvalFileSchema,
  type Decision,
  signatureFault,
} from '#core/records/approval.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { fileDigests, type Seal, sealOf } from '#pipeline/check/seal.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { chosenNotice, isUnapproved, noticeIdOf, wordsAmong } from '#pipeline/content/chosen-notice.ts';
import { chosenRound, findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { type Held, writing } from '#pipeline/content/writing.ts';

export interface ApproveOptions {
  content: string;
  /** `weihai-craftsman/2024`. */
  round: string;
  /** Which of its notices; absent: the only one not approved yet. */
  notice?: string | undefined;
  decision: Decision;
  /** Why a round that is already approved is approved once more. */
  again: string | undefined;
  now: Instant;
  /** How long to wait for another command, in milliseconds. */
  patience?: number | undefined;
}

export type Approving =
  | { approved: true; file: string; approval: Approval; former: number; notice: string | undefined }
  /** What still has to be mended first; nothing was written. */
  | { approved: false; findings: Finding[] };

/** check → public record → digest → `approval.json`. Refuses while anything in the round is open; a former approval stays in the file. */
export async function approveRound(options: ApproveOptions): Promise<Approving> {
  const fault = signatureFault(options.decision);
  if (fault) throw new Refusal(fault, sentence(finding(fault, { file: '' })));
  const { content, patience } = options;
  return writing(content, { verb: 'approve', patience }, (held) => approving(options, held));
}

async function approving(
  { content, round, notice, decision, again, now }: ApproveOptions,
  held: Held,
): Promise<Approving> {
  const checked = await checkContent(content);
  const chosen = chosenNotice(chosenRound(checked.readable, round), notice, isUnapproved);
  const id = noticeIdOf(chosen.folder);
  const { approval: earlier, roster } = chosen.folder;
  // That something differs from the former approval is the reason for approving again.
  const open = findingsOfRound(checked.findings, round, id).filter(
    ({ code }) =>
      !code.startsWith('review-missing') && (!code.startsWith('approval-') || code === 'approval-altered' || !earlier),
  );
  if (open.length > 0) return { approved: false, findings: open };
  const record = publicRecord(chosen);
  if (!record || !roster) {
    throw new Refusal('nothing-to-approve', `${round} 还没有名单或公示正文。请先导入名单，写好 notice.md。`);
  }
  const seal = sealOf(record, await fileDigests(content, round, record.people));
  if (earlier && again === undefined) throw new Refusal('already-approved', alreadyApproved(earlier.data, seal));
  if (!earlier && again !== undefined) {
    throw new Refusal('not-yet-approved', `${round} 还没有批准过，不需要 --again。请去掉它再试。`);
  }
  const approval: Approval = {
    ...decision,
    approvedAt: chinaIsoInstant(now),
    ...(again !== undefined && { again }),
    digest: seal.digest,
    parts: seal.parts,
    people: seal.people,
  };
  const former = earlier ? [earlier.data.current, ...earlier.data.former] : [];
  const file: ApprovalFile = {
    current: approval,
    former,
    ...(earlier?.data.result && { result: earlier.data.result }),
    ...(earlier?.data.further && { further: earlier.data.further }),
    records: { ...earlier?.data.records, ...seal.records },
  };
  const path = fileIn(chosen.folder, 'approval.json');
  const text = `${JSON.stringify(approvalFileSchema.parse(file), null, 2)}\n`;
  await changeFiles(held, new Map([[path, text]]));
  return { approved: true, file: path, approval, former: former.length, notice: wordsAmong(chosen.folder) };
}

function alreadyApproved({ current }: ApprovalFile, { digest }: Seal): string {
  const before = `这一届已由${current.body}以${current.document}（${current.date}）批准`;
  return digest === current.digest
    ? `${before}，内容没有变化，不需要再批准。`
    : `${before}，之后内容有改动（npm run check 会逐项列出）。确需按现在的内容重新批准的，请加 --again 和原因。`;
}
