import { type Html, html } from '#core/formats/html.ts';
import { longField, textField, ticksField } from '#desk/frame/fields.ts';
import { addressOf, form, textIn } from '#desk/frame/form.ts';
import { faultOf, told } from '#desk/frame/outcome.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { type Ran, runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { writtenText } from '#desk/frame/written-text.ts';
import { calendarCommand } from '#pipeline/office/calendar-command.ts';

/** 放假安排: a year's days off from the pasted notice, read back day by day, confirmed by two. */
export const calendarScreen: Screen = { path: '/calendar', title: '放假安排', menu: '筹备', show, act };

async function show(visit: Visit): Promise<Html> {
  const { readable } = await visit.desk.checked();
  const years = (readable?.calendarYears ?? []).map(({ data }) => data.year).toSorted((a, b) => b - a);
  return html`<p>
      已有${years.length === 0 ? '的：还没有' : ` ${years.join('、')} 年的`}。国务院办公厅的通知公布以后，把全文粘贴在这里；没有录入的年份，公示期推算不出来。
    </p>
    ${await form(visit, {
      sees: ['calendar'],
      submit: '读一读，给我核对',
      body: html`${longField(visit, { name: 'notice', label: '通知的全文', hint: '从标题到落款。', rows: 16, required: true })}
      ${textField(visit, { name: 'date', label: '落款日期', hint: '通知里写着的不用填。', type: 'date' })}
      ${ticksField(visit, { name: 'again', label: '已经有这一年的', choices: [{ value: 'yes', label: '以这份通知为准，改写' }] })}`,
    })}`;
}

const LABELS = {
  from: '通知的全文',
  address: '通知的网址',
  by: '录入人',
  reviewer: '复核人',
  date: '落款日期',
  again: '以这份通知为准，改写',
};

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const { desk } = visit;
  const from = await writtenText(desk, textIn(sent, 'notice'));
  const confirmed = { address: textIn(sent, 'address'), by: textIn(sent, 'by'), reviewer: textIn(sent, 'reviewer') };
  const words = wordsOf({ from, date: textIn(sent, 'date'), again: textIn(sent, 'again') !== '', ...confirmed });
  const ran = await runVerb(desk, calendarCommand, ['add', ...words], LABELS);
  if (sent.has('by') && ran.exit !== 2) {
    return told(ran, {
      title: '放假安排已经录入',
      next: [
        { href: '/', label: '回到首页' },
        { href: '/new-round', label: '建一届' },
      ],
    });
  }
  // Read, and nothing wrong with it: two people compare it with the paper.
  if (ran.exit === 2 && ran.refused === undefined) return readBack(visit, sent, ran);
  return { kind: 'again', fault: faultOf(ran) };
}

async function readBack(visit: Visit, sent: FormData, ran: Ran): Promise<Reply> {
  const carried = ['notice', 'date', 'again'].map(
    (name) => html`<input type="hidden" name="${name}" value="${textIn(sent, name)}" />`,
  );
  return {
    kind: 'page',
    body: html`<p>读到的是这样。请两个人各自拿着通知的原文，逐日核对。</p>
      <pre class="note">${ran.text.split('\n请由两个人')[0]}</pre>
      ${await form(visit, {
        sees: ['calendar'],
        submit: '核对无误，录入',
        grave: true,
        body: html`${carried}
          ${textField(visit, { name: 'address', label: '通知在中国政府网上的网址', hint: '从浏览器的地址栏复制。', type: 'url', required: true })}
          <div class="pair">
            ${textField(visit, { name: 'by', label: '录入人', required: true })}
            ${textField(visit, { name: 'reviewer', label: '复核人', hint: '另一个人。', required: true })}
          </div>`,
      })}
      <p><a href="${addressOf(visit)}">不对，回去改</a></p>`,
  };
}
