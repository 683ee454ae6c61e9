import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { faultOf } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { proofCommand } from '#pipeline/approval/proof-command.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { itemIn, itemsOf, queryOf, type SignedItem, wordsFor } from './signed-items.ts';
import { type Submission, submissionOf, submit } from './submission.ts';

/** 校样与批准: what is to be signed, its proof, and the hand-over to the second person. */
export const approvalScreen: Screen = {
  path: '/approval',
  title: '校样与批准',
  menu: '把关',
  ofRound: true,
  show,
  act,
};

/** The proof that was handed over, as it is printed. */
export const sheetScreen: Screen = {
  path: '/sheet',
  title: '校样',
  show: async (visit) => {
    const chosen = await chosenRoundOf(visit);
    const item = chosen && itemIn(visit.query, chosen);
    const submission = item && (await submissionOf(visit.desk.state, chosen.id, item));
    if (!submission) return html`<p>还没有出校样。请先到<a href="/approval">校样与批准</a>填好送审。</p>`;
    const bytes = new TextEncoder().encode((await visit.desk.state.read(...submission.sheet)) ?? '');
    const name = visit.query.has('save') ? `送审包 ${chosen.id.replace('/', ' ')} ${item.title}.html` : undefined;
    return { kind: 'file', bytes, type: 'text/html; charset=utf-8', sheet: true, ...(name !== undefined && { name }) };
  },
};

function show(visit: Visit): Promise<Html> {
  return chosenOr(visit, (chosen) => {
    const item = itemIn(visit.query, chosen);
    return item ? oneItem(visit, chosen, item) : overview(chosen);
  });
}

function overview(chosen: ChosenRound): Html {
  const items = itemsOf(chosen);
  return html`<p>每一份都要两个人：一个人填写送审，另一个人照校样核对、输入指纹和自己的姓名。</p>
    <ul class="choices">
      ${items.map(
        (item) =>
          html`<li>
            <a href="/approval?${queryOf(chosen.id, item)}">${item.title}</a>
            <small>${item.signed ? `${item.signed}` : '还没有批准'}</small>
          </li>`,
      )}
    </ul>`;
}

async function oneItem(visit: Visit, chosen: ChosenRound, item: SignedItem): Promise<Html> {
  const submission = await submissionOf(visit.desk.state, chosen.id, item);
  const { findings } = await visit.desk.checked();
  const own = findingsOfRound(findings, chosen.id, item.notice);
  const differs = item.notice === undefined ? [] : own.filter(({ code }) => code.startsWith('approval-'));
  const open =
    item.notice === undefined
      ? []
      : own.filter(({ code }) => !code.startsWith('approval-') && !code.startsWith('review-missing'));
  return html`<h2>${item.title}</h2>
    ${item.signed !== undefined && html`<p>${item.signed}。</p>`}
    ${
      differs.length > 0 &&
      html`<h3>批准以后改动过的地方</h3>
        <ul class="findings">
          ${differs.map((one) => html`<li>${sentence(one).replace(/（--again）/g, '')}</li>`)}
        </ul>`
    }
    ${
      open.length > 0 &&
      html`<h3>批准以前还要处理</h3>
        <ul class="findings">
          ${open.map((one) => html`<li class="${one.level}"><b>${one.level === 'error' ? '错误' : '提醒'}</b> ${sentence(one)}</li>`)}
        </ul>`
    }
    ${submission && handedOver(chosen, item, submission)}
    ${
      item.settled && differs.length === 0
        ? html`<details>
            <summary>内容要改、要重新批准时才用</summary>
            ${await submitForm(visit, chosen, item)}
          </details>`
        : await submitForm(visit, chosen, item)
    }`;
}

function handedOver(chosen: ChosenRound, item: SignedItem, { at, fields }: Submission): Html {
  const query = queryOf(chosen.id, item);
  return html`<section class="note">
    <p>${chineseFullDate(chinaDate(at))}${chinaTime(at)}由 ${fields.approver} 送审，等复核人。</p>
    <ul>
      <li><a href="/sheet?${query}" target="_blank">打开校样，打印出来签字</a></li>
      <li><a href="/sheet?${query}&save=1">把校样存成一个文件（送审包），交给另一台电脑上的复核人看</a></li>
      <li><a href="/review?${query}">复核人看过以后，在这里输入指纹和姓名</a></li>
    </ul>
  </section>`;
}

function submitForm(visit: Visit, chosen: ChosenRound, item: SignedItem): Promise<Html> {
  return form(visit, {
    sees: [chosen.folder],
    submit: '出校样，送复核',
    body: html`<h3>送审</h3>
      ${
        item.notice !== undefined &&
        html`${textField(visit, { name: 'body', label: '批准机关', hint: '例如 市总工会', required: true })}
          <div class="pair">
            ${textField(visit, { name: 'document', label: '批准文件的文号', required: true })}
            ${textField(visit, { name: 'date', label: '批准文件的日期', type: 'date', required: true })}
          </div>`
      }
      ${textField(visit, { name: 'approver', label: '批准人', required: true })}
      ${textField(visit, { name: 'office', label: '批准人的处室或职务', hint: '与批准文件一起公布；姓名默认不公布。' })}
      ${item.signed !== undefined && textField(visit, { name: 'again', label: '重新批准的原因', required: true })}`,
  });
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  const item = chosen && itemIn(visit.query, chosen);
  if (!item) return { kind: 'go', to: '/approval' };
  const fields = Object.fromEntries(
    ['body', 'document', 'date', 'approver', 'office', 'again'].map((name) => [name, textIn(sent, name)]),
  );
  const missing = Object.entries({
    body: '批准机关',
    document: '文号',
    date: '批准文件的日期',
    approver: '批准人',
    again: '重新批准的原因',
  }).filter(
    ([name]) =>
      fields[name] === '' &&
      (name === 'approver' || (name === 'again' ? item.signed !== undefined : item.notice !== undefined)),
  );
  if (missing.length > 0)
    return { kind: 'again', fault: html`<p>请填写${missing.map(([, label]) => label).join('、')}。</p>` };
  const { state, clock } = visit.desk;
  return submit(state, chosen.id, item, fields, clock(), async (out) => {
    const ran = await runVerb(visit.desk, proofCommand, wordsOf({ round: chosen.id, ...wordsFor(item), out }));
    return ran.exit === 0 ? ran : { fault: faultOf(ran) };
  });
}
