import type { Instant } from '#core/calendar/plain-date.ts';
import { fingerprint } from '#core/formats/digest.ts';
import type { Decision } from '#core/records/approval.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOTICE, NOW, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { approveRound, type Approving } from './approve-round.ts';

const options = {
  ...ROUND,
  ...NOTICE,
  body: { type: 'string', value: '机关', help: '批准机关，例如 市总工会' },
  document: { type: 'string', value: '文号', help: '批准文件的文号，例如 威工发〔2026〕7号' },
  date: { type: 'string', value: '日期', help: '批准文件的日期' },
  approver: { type: 'string', value: '姓名', help: '批准人' },
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
    '记录一届名单的批准：谁、凭哪个文件、批准了哪些内容。之后任何改动都会被 check 指出。有错误或未处理的提醒时不批准。',
  options,
  examples: [
    'npm run approve -- --round weihai-craftsman/2024 --body 市总工会 --document 威工发〔2026〕7号 --date 2026-11-20 --approver 张三 --reviewer 李四',
  ],
  run: approve,
});

async function approve(given: Asked, clock: () => Instant): Promise<Outcome> {
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
  const reviewer = given.line('reviewer');
  const soleReason = given.line('sole-reason');
  if (reviewer === undefined && soleReason === undefined) {
    throw new UsageError('缺少 --reviewer（复核人）。批准要有两个人；确实只有一人的，请用 --sole-reason 写明原因。');
  }
  return {
    body,
    document,
    date,
    approver,
    ...(reviewer !== undefined && { reviewer }),
    ...(soleReason !== undefined && { soleReason }),
  };
}

const MEANINGS = {
  round: '哪一届',
  body: '批准机关',
  document: '文号',
  date: '批准文件的日期',
  approver: '批准人',
};

function approved(round: string, { file, approval, former }: Extract<Approving, { approved: true }>): Outcome {
  const { body, document, date, approver, reviewer, soleReason, digest, people } = approval;
  const count = Object.keys(people).length;
  return {
    exit: 0,
    json: {
      approved: true,
      round,
      file,
      people: count,
      digest,
      fingerprint: fingerprint(digest),
      approvedAt: approval.approvedAt,
      former,
    },
    text: [
      `已批准 ${round}：${count} 人，${body} ${document}（${date}）。`,
      reviewer === undefined
        ? `批准人 ${approver}（一人办理：${soleReason}）`
        : `批准人 ${approver}，复核人 ${reviewer}`,
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
    text: `${reportText(findings)}没有批准 ${round}：请先改正上面的错误；提醒要么改正，要么在 round.md 的 accepted 里写明理由。什么也没有写入。\n`,
  };
}
