import { chinesePlace, type Finding, inReadingOrder, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Programme } from '#core/programme/programme.ts';
import { meaningWords } from '#core/roster/form-labels.ts';
import { clerkWords } from '#desk/frame/clerk-words.ts';
import { choiceField, textField } from '#desk/frame/fields.ts';
import { button, form } from '#desk/frame/form.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { type Fate, FATES, type Listed } from '#pipeline/intake/envelope/envelope-file.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { changeText, columnLines, countsText } from '#pipeline/intake/import-text.ts';
import type { ImportSession } from '#pipeline/intake/session/session-folder.ts';
import type { SessionPlan } from '#pipeline/intake/session/session-plan.ts';
import { isAsked } from '#pipeline/intake/session/session-questions.ts';
import { answerLines } from './answers.ts';
import { fieldKey, memoryOf } from './batches.ts';
import { cellFields } from './cell-fields.ts';
import { questionFields } from './question-fields.ts';

/** The plan of a batch: what was read, what is asked, what is wrong and can be mended here, what would be written. */
export async function planPage(
  visit: Visit,
  session: ImportSession,
  plan: SessionPlan,
  sees: readonly string[],
): Promise<Html> {
  const { planned, questions, judged } = plan;
  const programme = planned.round.programme.data;
  const shown = planned.findings.filter((one) => !isAsked(one) && !IN_ONE_LINE.has(one.code));
  const inCells = new Set(planned.cells.flatMap(({ findings }) => findings));
  const rest = shown.filter((one) => !inCells.has(one) && !planned.unknown.includes(String(one.args['head'])));
  const errors = rest.filter(({ level }) => level === 'error');
  const open = planned.cells.filter(({ findings }) => findings.some(({ level }) => level === 'error')).length;
  return html`<p class="summary">
      ${countsText(planned)}${
        plan.ready
          ? '可以写入。'
          : questions.length + open + errors.length > 0
            ? `还有 ${questions.length} 个问题、${open} 格要改、${errors.length} 处别的错误。`
            : '与现在的名单一样，没有要写入的。'
      }
    </p>
    ${photoProgress(visit, session, plan)} ${await asking(visit, session, plan, programme, sees)}
    ${
      rest.length > 0 &&
      html`<h2>${errors.length > 0 ? '还要改正和核对的' : '请核对'}</h2>
        ${findings(rest)}`
    }
    ${people(plan)}
    ${
      judged.length > 0 &&
      html`<details ${judged.some(({ level }) => level === 'error') && html`open`}>
        <summary>写入以后，按全部规则检查还有 ${judged.length} 条（写入以后在“名单与个人”里改）</summary>
        ${findings(judged)}
      </details>`
    }
    <h2>读了哪些列</h2>
    <ul>
      ${columnLines(planned.columns).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${files(visit, planned.envelope)}`;
}

/** What the lines about the columns say of all of them at once. */
const IN_ONE_LINE: ReadonlySet<string> = new Set(['import-column-private', 'import-column-checked-only']);

/** Questions, faulty cells and unknown heads in one form. */
async function asking(
  visit: Visit,
  session: ImportSession,
  { questions, planned }: SessionPlan,
  programme: Programme,
  sees: readonly string[],
): Promise<Html> {
  const { cells, unknown } = planned;
  const unordered = planned.findings.some(({ code }) => code === 'import-order-unstated');
  const part = (title: string, parts: readonly Html[]): Html | undefined =>
    parts.length === 0
      ? undefined
      : html`<h2>${title}</h2>
          ${parts}`;
  if (questions.length + cells.length + unknown.length === 0 && !unordered) return html``;
  const means = [...meaningWords(programme).keys()].map((value) => ({ value, label: value }));
  return form(visit, {
    sees,
    submit: '记下，再看计划',
    body: html`<input type="hidden" name="step" value="answers" />
      <input type="hidden" name="revision" value="${session.state.revision}" />
      ${part('请回答', [
        ...senderOfAll(visit, questions),
        ...questions.map((question) => html`<div class="question">${questionFields(visit, question, programme)}</div>`),
      ])}
      ${part(
        '可以在这里改的格',
        cells.map((cell) => cellFields(visit, cell)),
      )}
      ${part(
        '不认识的列',
        unknown.map((label) =>
          choiceField(visit, {
            name: `head.${fieldKey(label)}`,
            label: `“${label}”是什么？`,
            choices: means,
            empty: '不读这一列',
          }),
        ),
      )}
      ${
        unordered &&
        textField(visit, {
          name: 'orderedBy',
          label: '名单怎样排序',
          hint: '表里没有写。例如 排名不分先后、按姓氏笔画排序；不填就写“按汇总表次序排列”。',
        })
      }`,
  });
}

/** Sixty forms from one office are one answer. */
function senderOfAll(visit: Visit, questions: SessionPlan['questions']): Html[] {
  const count = questions.filter(({ about }) => about === 'body').length;
  if (count < 2) return [];
  const field = {
    name: 'fromAll',
    label: `这 ${count} 份都是一个推荐单位报来的`,
    hint: '是的，只在这里写一次它的全称；不是的，逐份写在下面。',
  };
  return [html`<div class="card">${textField(visit, field)}</div>`];
}

/** What was answered already, each to be taken back. */
export async function answeredPart(visit: Visit, session: ImportSession): Promise<Html> {
  const lines = answerLines(session.state.answers);
  if (lines.length === 0) return html``;
  const back = await form(
    { ...visit, draft: undefined },
    {
      sees: [],
      submit: '收回选中的回答',
      body: html`<input type="hidden" name="step" value="take-back" />
        <input type="hidden" name="revision" value="${session.state.revision}" />
        ${lines.map(
          ({ key, words }, index) =>
            html`<p class="tick">
              <input type="checkbox" id="f-back-${index}" name="back" value="${key}" />
              <label for="f-back-${index}">${words}</label>
            </p>`,
        )}`,
    },
  );
  return html`<details>
    <summary>已经回答的 ${lines.length} 项</summary>
    ${back}
  </details>`;
}

function photoProgress(visit: Visit, session: ImportSession, { planned }: SessionPlan): Html | undefined {
  if (planned.photos.waiting.length === 0) return undefined;
  const { done, of } = memoryOf(visit.desk, session.id).photos.progress;
  return html`<p class="note" role="status" data-progress="/import/progress?batch=${session.id}">
    照片还在处理：<progress max="${of}" value="${done}"></progress>
    <span>${done}/${of}</span>。可以先看计划、回答问题；写入时会等它们办完。
  </p>`;
}

function findings(all: readonly Finding[]): Html {
  const { options } = importCommand;
  return html`<ul class="findings">
    ${inReadingOrder(all).map(
      (one) =>
        html`<li class="${one.level}">
          <b>${one.level === 'error' ? '错误' : '提醒'}</b> ${clerkWords(sentence(one), options, {})}
          <small>${chinesePlace(one.where)} ${one.code}</small>
        </li>`,
    )}
  </ul>`;
}

function people({ planned: { plan, photos } }: SessionPlan): Html {
  const states = { new: '新增', changed: '改动', unchanged: '未变' };
  const pictures = { new: '新照片', changed: '换照片', unchanged: '有照片', removed: '去掉照片' };
  if (plan.people.length === 0) return html``;
  return html`<h2>人选</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">次序</th>
          <th scope="col">姓名</th>
          <th scope="col">工作单位</th>
          <th scope="col">照片</th>
          <th scope="col">改动</th>
        </tr>
      </thead>
      <tbody>
        ${plan.people.map(({ id, state, record: { candidate }, changes }, index) => {
          const photo = photos.changes.get(id);
          return html`<tr>
            <td>${index + 1}</td>
            <th scope="row">${candidate.name}</th>
            <td>${candidate.employer}</td>
            <td>${photo === undefined ? '没有' : pictures[photo]}</td>
            <td>
              ${states[state]}
              ${
                changes.length > 0 &&
                html`<ul>
                  ${changes.map((one) => html`<li>${changeText(one)}</li>`)}
                </ul>`
              }
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${
      plan.gone.length > 0 &&
      html`<p>名单中消失：${plan.gone.map(({ name, employer }) => `${name}（${employer}）`).join('、')}。</p>`
    }
    ${plan.reordered && html`<p>名单次序有变。</p>`}`;
}

/** Every file with what became of it. */
function files(visit: Visit, listed: readonly Listed[]): Html {
  const order: Fate[] = ['ask', 'read', 'photo', 'video', 'unused'];
  const rows = order.flatMap((fate) => listed.filter((one) => one.fate === fate));
  return html`<h2>每个文件怎样处理（${listed.length} 个）</h2>
    <table class="files">
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">怎样处理</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ file, fate, reason }) =>
            html`<tr>
              <th scope="row">${file}</th>
              <td>${FATES[fate]}</td>
              <td>
                ${clerkWords(reason, importCommand.options, {})}
                ${(fate === 'ask' || fate === 'read') && button(visit, `不要 ${file}`, 'leave', file)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
