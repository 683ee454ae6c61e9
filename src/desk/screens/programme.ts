import { type Html, html } from '#core/formats/html.ts';
import { idSchema } from '#core/formats/words.ts';
import type { ProgrammeFolder } from '#core/records/content.ts';
import { noticeWords } from '#core/records/notice-words.ts';
import { longField, textField, ticksField, typed } from '#desk/frame/fields.ts';
import { addressOf, form, textIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import { pageOf } from '#desk/frame/page-of.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { writtenText } from '#desk/frame/written-text.ts';
import { newProgrammeCommand } from '#pipeline/office/programme/new-programme-command.ts';
import { joined, type Part, type Step } from '#pipeline/office/programme/step.ts';
import { programmeSteps } from '#pipeline/office/programme/steps.ts';

/** 活动: its notice on one side, what it states on the other; every rule is a sentence of the notice. */
export const programmeScreen: Screen = {
  path: '/programmes',
  title: '活动',
  menu: '筹备',
  show,
  act,
  maxBytes: 2_000_000,
};

async function show(visit: Visit): Promise<Html> {
  const { readable } = await visit.desk.checked();
  const id = (visit.query.get('id') ?? '').trim();
  const programmes = readable?.programmes ?? [];
  const there = programmes.find((one) => one.id === id);
  const wrong = id !== '' && !idSchema.safeParse(id).success;
  if (id === '' || wrong) return programmeList(visit, programmes, wrong);
  const notice = typed(visit, 'notice');
  const steps = there ? programmeSteps.filter(({ flag }) => flag !== 'name') : programmeSteps;
  return form(visit, {
    sees: [`programmes/${id}`],
    submit: there ? '补进活动' : '建立活动',
    body: html`<h2>${there?.programme.data.name ?? `新的活动 ${id}`}</h2>
      ${
        there &&
        html`<p>这里补充通知里还没有录入的条款；没有展开的各项不动。</p>
          ${ticksField(visit, { name: 'replace', label: '已经写明的条款', choices: [{ value: 'yes', label: '以这次填的为准，改写' }] })}`
      }
      <div class="beside">
        <section>
          ${longField(visit, {
            name: 'notice',
            label: '通知的全文',
            hint: '从标题到落款粘贴在这里。右边每一条的原话都要在里面逐字找到。',
            rows: 30,
            required: true,
          })}
        </section>
        <section>
          <p>
            没有写明的不填。原话请从左边照抄；条款不填，由程序按原话所在的地方写出。同一类有几项的，填好一行按“再加几行”。
          </p>
          ${steps.map((step) => stepFields(visit, there ? { ...step, optional: true } : step, notice))}
        </section>
      </div>`,
  });
}

function programmeList({ query }: Visit, programmes: readonly ProgrammeFolder[], wrong: boolean): Html {
  return html`<h2>已有的活动</h2>
    <ul class="choices">
      ${programmes.map(
        ({ id, programme }) =>
          html`<li>
            <a href="/programmes?id=${id}">${programme.data.name}</a>
            <small>${id}，依据${programme.data.source.title}。点开可以补充条款</small>
          </li>`,
      )}
    </ul>
    <h2>按通知另立一个</h2>
    ${wrong && html`<p>编号只能用小写英文字母、数字和短横线，例如 taishan-craftsman。</p>`}
    <form method="get" action="/programmes">
      ${textField(pageOf(query), {
        name: 'id',
        label: '活动的编号',
        hint: '成为网址的一部分，用小写英文字母和短横线，例如 taishan-craftsman',
        required: true,
      })}
      <p class="buttons"><button class="main">下一步</button></p>
    </form>`;
}

/** Empty rows behind what was filled in, where there may be several. */
const SPARE = 2;

function stepFields(visit: Visit, step: Step, notice: string): Html {
  const { flag, title, about, many, optional, parts } = step;
  const filled = rowsOf(
    (name) => typed(visit, name),
    step,
    (name) => visit.draft?.fields[name] !== undefined,
  );
  const count = many ? Math.max(1, filled.length) + (visit.draft ? SPARE : 0) : 1;
  const fields = html`<fieldset class="field step">
    <legend>${title}</legend>
    ${about !== undefined && html`<p class="hint">${about}</p>`}
    ${Array.from(
      { length: count },
      (_, row) =>
        html`<div class="pair">
          ${parts.map((part, index) => {
            const name = nameOf(flag, row, index);
            const value = typed(visit, name);
            const missing = part.role === 'quote' && value !== '' && notice !== '' && !noticeWords(notice).has(value);
            return html`<p class="part">
              <label for="f-${name}"
                >${parts.length === 1 ? html`<span class="vh">${title}</span>` : part.words ? part.name.replace(/（.*）$/u, '') : part.name}</label
              >
              ${
                part.role === 'quote'
                  ? html`<textarea id="f-${name}" name="${name}" rows="2" data-quote>${value}</textarea>`
                  : partInput(part, name, value)
              }
              ${missing && html`<small>通知里没有逐字找到这句话</small>`}
            </p>`;
          })}
        </div>`,
    )}
    ${many && html`<p><button name="_more" value="${flag}" formnovalidate>再加几行</button></p>`}
  </fieldset>`;
  // What a notice seldom says is out of the way until it is needed.
  if (optional !== true && step.when === undefined) return fields;
  return html`<details ${filled.length > 0 && html`open`}>
    <summary>${title}<small>（通知里写了才填）</small></summary>
    ${fields}
  </details>`;
}

/** What is one of a few words is chosen; the words need not stand in its name then. */
function partInput({ words, fallback, optional, example = '' }: Part, name: string, value: string): Html {
  if (words === undefined)
    return html`<input id="f-${name}" name="${name}" value="${value}" placeholder="${example}" />`;
  const open = fallback === undefined || optional === true;
  return html`<select id="f-${name}" name="${name}">
    ${open ? html`<option value="">请选择</option>` : html`<option value="">${fallback}</option>`}
    ${words
      .filter((word) => open || word !== fallback)
      .map((word) => html`<option value="${word}" ${word === value && html`selected`}>${word}</option>`)}
  </select>`;
}

function nameOf(flag: string, row: number, part: number): string {
  return `${flag}.${row}.${part}`;
}

/** The rows of a step in which anything stands. */
function rowsOf(
  value: (name: string) => string,
  { flag, parts }: Step,
  isThere: (name: string) => boolean,
): string[][] {
  const rows: string[][] = [];
  for (let row = 0; row < 200 && isThere(nameOf(flag, row, 0)); row += 1) {
    const texts = parts.map((_, part) =>
      value(nameOf(flag, row, part))
        .replace(/\s*\n\s*/g, '')
        .trim(),
    );
    if (texts.some((text) => text !== '')) rows.push(texts);
  }
  return rows;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  if (textIn(sent, '_more') !== '') return { kind: 'go', to: addressOf(visit), keepDraft: true };
  const id = visit.query.get('id') ?? '';
  const bar = [...sent].find(([, value]) => typeof value === 'string' && /[｜|]/.test(value));
  if (bar && bar[0] !== 'notice') return again('各栏里不能有竖线（｜）：命令用它分开各段。请换一个写法。');
  const answers = Object.fromEntries(
    programmeSteps.map((step) => [
      step.flag,
      rowsOf(
        (name) => textIn(sent, name),
        step,
        (name) => sent.has(name),
      ).map(joined),
    ]),
  );
  const { readable } = await visit.desk.checked();
  const extend = readable?.programmes.some((one) => one.id === id) ?? false;
  const notice = await writtenText(visit.desk, textIn(sent, 'notice'));
  const labels = Object.fromEntries(programmeSteps.map(({ flag, title }) => [flag, title]));
  const ran = await runVerb(
    visit.desk,
    newProgrammeCommand,
    wordsOf({ id, notice, extend, replace: extend && textIn(sent, 'replace') !== '', ...answers }),
    labels,
  );
  return told(ran, {
    title: extend ? '已经补进活动' : '活动已经建立',
    next: [
      { href: `/new-round?programme=${encodeURIComponent(id)}`, label: '建一届' },
      { href: '/programmes', label: '看各个活动' },
    ],
  });
}
