import { z } from 'zod';
import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { fingerprint } from '#core/formats/digest.ts';
import { type Html, html } from '#core/formats/html.ts';
import { longField, textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { again, faultOf, told } from '#desk/frame/outcome.ts';
import { chosenOr, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { proofCommand } from '#pipeline/approval/proof-command.ts';
import { itemIn, queryOf, wordsFor } from './signed-items.ts';
import { dropSubmission, submissionOf } from './submission.ts';

/**
 * The second person's step, at an address of its own: from the paper, never from the screen. The fingerprint is shown nowhere here, so
 * that who types it has had the sheet before him.
 */
export const reviewScreen: Screen = { path: '/review', title: '复核', show, act };

function show(visit: Visit): Promise<Html> {
  return chosenOr(visit, async (chosen) => {
    const item = itemIn(visit.query, chosen);
    const submission = item && (await submissionOf(visit.desk.state, chosen.id, item));
    if (!item || !submission)
      return html`<p>
        还没有送审。请先到<a href="/approval?round=${encodeURIComponent(chosen.id)}">校样与批准</a>填好送审。
      </p>`;
    const { fields, at } = submission;
    return html`<p>
        ${item.title}，由 ${fields.approver}
        于${chineseFullDate(chinaDate(at))}${chinaTime(at)}送审${fields.document !== '' && `，依据 ${fields.document}`}。
      </p>
      <p>
        请复核人照着<strong>打印出来的校样</strong>逐项核对，再把校样上印的指纹输入下面。指纹对得上，才说明校样和将要公布的是同一份。
      </p>
      ${await form(visit, {
        sees: [chosen.folder],
        submit: '批准',
        grave: true,
        body: html`${textField(visit, { name: 'fingerprint', label: '校样上的指纹', hint: '五组，每组四个字母或数字，空格可以不打。', required: true })}
          ${textField(visit, { name: 'reviewer', label: '复核人的姓名', hint: '本人填写，须是批准人以外的另一个人。', mark: false })}
          <details>
            <summary>确实只有一个人办理</summary>
            ${longField(visit, { name: 'sole-reason', label: '为什么只有一人办理', hint: '会印在公布的网页上。', rows: 2 })}
          </details>`,
      })}
      <p><a href="/approval?${queryOf(chosen.id, item)}">不对，退回去</a></p>`;
  });
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const { desk } = visit;
  const chosen = await chosenRoundOf(visit);
  const item = chosen && itemIn(visit.query, chosen);
  const submission = item && (await submissionOf(desk.state, chosen.id, item));
  if (!submission) return { kind: 'go', to: '/approval' };
  const [reviewer, soleReason] = [textIn(sent, 'reviewer'), textIn(sent, 'sole-reason').replaceAll('\n', '')];
  if (reviewer === '' && soleReason === '') return again('请复核人填写自己的姓名。确实只有一个人办理的，请写明原因。');
  if (reviewer !== '' && soleReason !== '') return again('有复核人的，不用写一人办理的原因。请去掉一项。');
  const out = desk.state.path('uploads', 'review.html');
  const proof = await runVerb(desk, proofCommand, wordsOf({ round: chosen.id, ...wordsFor(item), out }));
  if (proof.exit !== 0) return { kind: 'again', fault: faultOf(proof) };
  const { digest } = z.object({ digest: z.string() }).parse(proof.json);
  if (digest !== submission.digest) {
    return again('送审以后内容又改动过，手里的校样已经不是这一份。请退回去重新出校样，再核对。');
  }
  if (plain(textIn(sent, 'fingerprint')) !== plain(fingerprint(digest))) {
    return again(
      '输入的指纹与送审的内容对不上。请照校样再核对一遍：可能打错了，也可能手里的校样是以前的一份。什么也没有写入。',
    );
  }
  const { fields } = submission;
  const ran = await runVerb(
    desk,
    approveCommand,
    wordsOf({ round: chosen.id, ...wordsFor(item), ...fields, reviewer, 'sole-reason': soleReason }),
    {
      approver: '批准人',
      reviewer: '复核人',
      body: '批准机关',
      document: '文号',
      date: '批准文件的日期',
      'sole-reason': '为什么只有一人办理',
      again: '重新批准的原因',
    },
  );
  if (ran.exit === 0) await dropSubmission(desk.state, chosen.id, item);
  return told(ran, {
    title: `已批准：${item.title}`,
    next: [
      { href: '/publish', label: '生成并发布网站' },
      { href: '/', label: '回到首页' },
    ],
  });
}

/** Full width and spaces come with an input method. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '');
}
