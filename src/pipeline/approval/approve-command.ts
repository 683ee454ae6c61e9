import type { Instant } from '#core/calendar/plain-date.ts';
import { fingerprint } from '#core/formats/digest.ts';
import type { Decision, Signature } from '#core/records/approval.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOTICE, NOW, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { approveReview, type Reviewing } from './approve-review.ts';
import { approveRound, type Approving } from './approve-round.ts';
import { asksForOne, chosenReview, ONE_OF } from './chosen-review.ts';

const options = {
  ...ROUND,
  ...NOTICE,
  ...ONE_OF,
  body: { type: 'string', value: '机关', help: '批准机关，例如 市总工会' },
  document: { type: 'string', value: '文号', help: '批准文件的文号，例如 威工发〔2026〕7号' },
  date: { type: 'string', value: '日期', help: '批准文件的日期' },
  approver: { type: 'string', value: '姓名', help: '批准人' },
  office: { type: 'string', value: '处室', help: '批准人所在的处室或职务，与批准文件一起公布；姓名默认不公布' },
  reviewer: { type: 'string', value: '姓名', help: '复核人，须是另一个人' },
  'sole-reason': { type: 'string', value: '原因', help: '没有复核人时，写明为什么只有一人办理' },
  again: { type: 'string', value: '原因', help: '已经批准过、内容有改动时，写明重新批准的原因；原来的批准留在文件里' },
  ...NOW,
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run approve`. */
export const approveCommand = defineCommand({
  verb: 'approve',
  summary:
    '记录批准：谁、凭哪个文件、批准了哪些内容。不写 --act、--result、--further、--takedown 就是一届名单；写了就是公示以后的一份更正等事项、结果、撤下。之后任何改动都会被 check 指出。',
  options,
  examples: [
    'npm run approve -- --round weihai-craftsman/2024 --body 市总工会 --document 威工发〔2026〕7号 --date 2026-11-20 --approver 张三 --reviewer 李四',
    'npm run approve -- --round weihai-craftsman/2024 --act 延长公示 --approver 张三 --reviewer 李四',
  ],
  run: approve,
});

async function approve(given: Asked, clock: () => Instant): Promise<Outcome> {
  if (asksForOne(given)) return review(given, clock);
  const decision = decisionOf(given);
  const round = given.required('round');
  const result = await approveRound({
    content: contentOf(given),
    round,
    notice: given.text('notice'),
    decision,
    again: given.line('again'),
    now: given.instant('now') ?? clock(),
    patience: patienceOf(given),
  });
  return result.approved ? approved(round, result) : refused(round, result.findings);
}

function decisionOf(given: Asked): Decision {
  const date = given.date('date');
  const wanted = (['round', 'body', 'document', 'date', 'approver'] as const).filter((name) => !given.text(name));
  const [body, document, approver] = (['body', 'document', 'approver'] as const).map((name) => given.line(name));
  if (wanted.length > 0 || !body || !document || !date || !approver) {
    const named = wanted.map((name) => `--${name}（${MEANINGS[name]}）`).join('、');
    throw new UsageError(`缺少 ${named}。请补上。`);
  }
  return { body, document, date, ...signatureOf(given) };
}

function signatureOf(given: Asked): Signature {
  const [approver, office] = [given.line('approver'), given.line('office')];
  const [reviewer, soleReason] = [given.line('reviewer'), given.line('sole-reason')];
  if (approver === undefined) throw new UsageError('缺少 --approver（批准人）。请补上。');
  if (reviewer === undefined && soleReason === undefined) {
    throw new UsageError('缺少 --reviewer（复核人）。批准要有两个人；确实只有一人的，请用 --sole-reason 写明原因。');
  }
  return {
    approver,
    ...(office !== undefined && { office }),
    ...(reviewer !== undefined && { reviewer }),
    ...(soleReason !== undefined && { soleReason }),
  };
}

/** One act, result or takedown. The document it rests on stands in its own record. */
async function review(given: Asked, clock: () => Instant): Promise<Outcome> {
  const round = given.required('round');
  const foreign = (['body', 'document', 'date'] as const).find((flag) => given.states(flag));
  if (foreign !== undefined) {
    throw new UsageError(
      `--${foreign} 只用于批准一届名单；公示以后的事项凭哪个文件，写在办理时的 --document 里。请去掉。`,
    );
  }
  const result = await approveReview({
    content: contentOf(given),
    round,
    choose: (folder) => chosenReview(given, folder),
    signature: signatureOf(given),
    again: given.line('again'),
    now: given.instant('now') ?? clock(),
    patience: patienceOf(given),
  });
  if (result.reviewed) return reviewed(round, result);
  return {
    exit: 1,
    json: { approved: false, round, findings: reportJson(result.findings) },
    text: `${reportText(result.findings)}没有批准：请先改正上面的错误。什么也没有写入。\n`,
  };
}

function reviewed(round: string, { file, review: one, what }: Extract<Reviewing, { reviewed: true }>): Outcome {
  const { of, id, digest, approver, reviewer, soleReason, reviewedAt } = one;
  return {
    exit: 0,
    json: { approved: true, round, file, of, id, digest, fingerprint: fingerprint(digest), reviewedAt },
    text: [
      `已批准 ${round}：${what}。`,
      signedBy(approver, reviewer, soleReason),
      `指纹 ${fingerprint(digest)}，应与校样上的相同。`,
      `写入 ${file}。接下来：重新生成并发布网站（npm run build、npm run publish）。`,
      '',
    ].join('\n'),
  };
}

function signedBy(approver: string, reviewer: string | undefined, soleReason: string | undefined): string {
  return reviewer === undefined
    ? `批准人 ${approver}（一人办理：${soleReason}）`
    : `批准人 ${approver}，复核人 ${reviewer}`;
}

const MEANINGS = {
  round: '哪一届',
  body: '批准机关',
  document: '文号',
  date: '批准文件的日期',
  approver: '批准人',
};

function approved(round: string, { file, approval, former, notice }: Extract<Approving, { approved: true }>): Outcome {
  const { body, document, date, approver, reviewer, soleReason, digest, people } = approval;
  const count = Object.keys(people).length;
  return {
    exit: 0,
    json: {
      approved: true,
      round,
      ...(notice !== undefined && { notice }),
      file,
      people: count,
      digest,
      fingerprint: fingerprint(digest),
      approvedAt: approval.approvedAt,
      former,
    },
    text: [
      `已批准 ${round}${notice === undefined ? '' : ` 的${notice}`}：${count} 人，${body} ${document}（${date}）。`,
      signedBy(approver, reviewer, soleReason),
      `指纹 ${fingerprint(digest)}`,
      `摘要 ${digest}`,
      `写入 ${file}${former > 0 ? `，以前的 ${former} 次批准保留在文件里` : ''}。从现在起，批准过的内容如有改动，npm run check 会逐项指出。`,
      '',
    ].join('\n'),
  };
}

function refused(round: string, findings: Extract<Approving, { approved: false }>['findings']): Outcome {
  return {
    exit: 1,
    json: { approved: false, round, findings: reportJson(findings) },
    text: `${reportText(findings)}没有批准 ${round}：请先改正上面的错误；提醒要么改正，要么写明谁看过、为什么保留（npm run accept）。什么也没有写入。\n`,
  };
}
