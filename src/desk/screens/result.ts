import { chineseState } from '#core/acts/turn.ts';
import { type Html, html } from '#core/formats/html.ts';
import { decidedFolder } from '#core/lifecycle/decided.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import { longField, textField, ticksField, typed } from '#desk/frame/fields.ts';
import { form, textIn, textsIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { writtenText } from '#desk/frame/written-text.ts';
import { resultCommand } from '#pipeline/acts/result-command.ts';
import { chinesePersonState } from '#pipeline/approval/person-words.ts';
import { lookOrDo } from './look-or-do.ts';

/** 结果. */
export const resultScreen: Screen = { path: '/result', title: '结果', menu: '公示以后', ofRound: true, show, act };

function show(visit: Visit): Promise<Html> {
  return chosenOr(visit, (chosen) => resultForm(visit, chosen));
}

async function resultForm(visit: Visit, chosen: ChosenRound): Promise<Html> {
  const { dossier, folder } = chosen;
  const now = visit.desk.clock();
  const further = dossier.folder.result !== undefined;
  const states = noticeLives(dossier).map((life) => chineseState[noticeState(life, now).state]);
  return html`<p>
      这一届${states.join('、')}。${further && html`结果已经公布过；这里办的是<b>补充公布</b>，只写这一次命名（或不予命名）的人。`}
    </p>
    ${await form(visit, {
      sees: [folder],
      submit: '看看会怎样',
      body: html`<div class="pair">
          ${textField(visit, { name: 'document', label: '决定的文号', required: true })}
          ${textField(visit, { name: 'date', label: '决定的日期', type: 'date', required: true })}
        </div>
        ${longField(visit, { name: 'authority', label: '作出决定的机关', hint: '一行一个', rows: 2, required: true, value: dossier.programme.data.conferringAuthority.join('\n') })}
        <div class="pair">
          ${textField(visit, { name: 'published', label: '何日公布', hint: '不填就是今天', type: 'date' })}
          ${textField(visit, { name: 'time', label: '几点公布', hint: '不填就是现在', type: 'time' })}
        </div>
        <h2>名单</h2>
        ${peopleTable(visit, chosen, further)}
        <h2>异议</h2>
        <div class="pair">
          ${textField(visit, { name: 'received', label: '收到几件', type: 'number' })}
          ${textField(visit, { name: 'verified', label: '核实几件', type: 'number' })}
          ${textField(visit, { name: 'affected', label: '涉及几人', type: 'number' })}
        </div>
        ${textField(visit, { name: 'title', label: '公告的标题', hint: '不填由程序起草' })}
        ${textField(visit, { name: 'title-until', label: '称号有期限的，最后一天', type: 'date' })}
        ${longField(visit, { name: 'text', label: '公告全文', hint: '不填由程序起草', rows: 5 })}
        ${further && ticksField(visit, { name: 'further', label: '补充公布', choices: [{ value: 'yes', label: '是补充公布' }], ticked: ['yes'] })}`,
    })}`;
}

/** Everybody of the list, and what becomes of each. */
function peopleTable(visit: Visit, { dossier }: ChosenRound, further: boolean): Html {
  const decided = { ...dossier, folder: decidedFolder(dossier.folder) };
  const people = visiblePeople(decided, visit.desk.clock());
  if (people.length === 0) return html`<p>还没有公示的名单。</p>`;
  const { tiers } = dossier.programme.data.rules;
  const openTiers = dossier.folder.round.data.openTiers !== undefined;
  const choices = [
    ...(further ? [{ value: '', label: '这一次不涉及' }] : [{ value: '', label: openTiers ? '按结果确定' : '命名' }]),
    ...(openTiers || further
      ? tiers.map(({ key, name }) => ({ value: `tier ${key}`, label: `命名为${name}` }))
      : [{ value: 'moved', label: '递补命名' }]),
    { value: 'out', label: '未命名' },
  ];
  return html`<p>
      没有另外选择的人${further ? '与这一次无关' : '按名单次序全部命名；后备人选要选“递补命名”才命名'}。未命名的理由可以不写。
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">次序</th>
          <th scope="col">姓名、单位</th>
          <th scope="col">办理</th>
          <th scope="col">理由</th>
        </tr>
      </thead>
      <tbody>
        ${people.map(({ id, position, person, state }) => {
          const free = state.state === 'candidate' || state.state === 'shortlisted' || further;
          return html`<tr>
            <td>${position}</td>
            <th scope="row">${person ? `${person.data.name}（${person.data.employer}）` : '（已撤下）'}</th>
            ${
              person && free
                ? html`<td>
                      <select name="fate-${id}" aria-label="${person.data.name}的办理">
                        ${choices.map(({ value, label }) => html`<option value="${value}" ${typed(visit, `fate-${id}`) === value && html`selected`}>${label}</option>`)}
                      </select>
                    </td>
                    <td>
                      <input
                        name="why-${id}"
                        aria-label="${person.data.name}未命名的理由"
                        value="${typed(visit, `why-${id}`)}"
                      />
                    </td>`
                : html`<td colspan="2">${chinesePersonState(state, dossier.programme.data)}</td>`
            }
          </tr>`;
        })}
      </tbody>
    </table>`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  if (!chosen) return { kind: 'go', to: '/result' };
  const fates = [...sent].flatMap(([name, value]) =>
    name.startsWith('fate-') && typeof value === 'string' && value !== '' ? [{ id: name.slice(5), fate: value }] : [],
  );
  const out = fates
    .filter(({ fate }) => fate === 'out')
    .map(({ id }) => [id, textIn(sent, `why-${id}`)].filter(Boolean).join('='));
  const confer = fates.flatMap(({ id, fate }) =>
    fate === 'moved' ? [id] : fate.startsWith('tier ') ? [`${fate.slice(5)}=${id}`] : [],
  );
  const counts = ['received', 'verified', 'affected'].map((name) => textIn(sent, name));
  const words = wordsOf({
    round: chosen.id,
    document: textIn(sent, 'document'),
    authority: textsIn(sent, 'authority').flatMap((text) => text.split('\n').map((line) => line.trim())),
    date: textIn(sent, 'date'),
    published: textIn(sent, 'published'),
    time: textIn(sent, 'time'),
    'not-conferred': out,
    confer,
    further: textIn(sent, 'further') !== '',
    objections: counts.some((count) => count !== '')
      ? counts.map((count) => (count === '' ? '0' : count)).join(',')
      : '',
    title: textIn(sent, 'title'),
    'title-until': textIn(sent, 'title-until'),
    text: await writtenText(visit.desk, textIn(sent, 'text')),
  });
  const labels = {
    document: '决定的文号',
    authority: '作出决定的机关',
    date: '决定的日期',
    published: '何日公布',
    time: '几点公布',
    'not-conferred': '未命名',
    objections: '异议',
  };
  return lookOrDo(visit, sent, {
    what: '写出结果',
    sees: [chosen.folder],
    run: (more) => runVerb(visit.desk, resultCommand, [...words, ...more], labels),
    reply: (ran) => {
      const { file = 'result.md' } = ran.json as { file?: string };
      const id = file.replace(/^.*\/|\.md$/g, '');
      const round = encodeURIComponent(chosen.id);
      return told(ran, {
        title: '结果已经写出',
        next: [{ href: `/approval?round=${round}&result=${id}`, label: '出校样，请人复核（复核以后才能发布）' }],
      });
    },
  });
}
