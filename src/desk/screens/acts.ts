import { ACT_KINDS, type ActKind, chineseActKind, kindOf, reasonsFor } from '#core/acts/act.ts';
import { chineseReason } from '#core/acts/act-reason.ts';
import { chineseState } from '#core/acts/turn.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Option } from '#core/formats/option.ts';
import { isReviewed, type Reviewable, reviewOf } from '#core/judging/reviewable.ts';
import { actsInOrder } from '#core/lifecycle/life.ts';
import { noticeState, promisedClose } from '#core/lifecycle/notice-state.ts';
import { kindIn, noticeLives } from '#core/lifecycle/notices-of.ts';
import { type Choice, choiceField, longField, textField, ticksField } from '#desk/frame/fields.ts';
import { form, textIn, textsIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { writtenText } from '#desk/frame/written-text.ts';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { correctedField, whatToCorrect } from './correction.ts';
import { lookOrDo } from './look-or-do.ts';

/** 更正与公告: everything that happens to a notice after it is public, a fold over the kinds of acts. */
export const actsScreen: Screen = { path: '/acts', title: '更正与公告', menu: '公示以后', ofRound: true, show, act };

function show(visit: Visit): Promise<Html> {
  const kind = kindAsked(visit);
  return chosenOr(visit, (chosen) => (kind === undefined ? overview(visit, chosen) : actForm(visit, chosen, kind)));
}

function kindAsked({ query }: Visit): ActKind | undefined {
  return ACT_KINDS.find((kind) => kind === query.get('kind'));
}

function overview({ desk }: Visit, { dossier, id }: ChosenRound): Html {
  const now = desk.clock();
  const notices = noticeLives(dossier);
  const states = notices.map((life) => noticeState(life, now).state);
  const round = encodeURIComponent(id);
  const acts = actsInOrder(dossier);
  return html`<ul>
      ${notices.map(
        (life, index) =>
          html`<li>
            ${life.folder.notice?.data.title ?? dossier.folder.round.data.title}：${chineseState[states[index] ?? 'unknown']}，截止${promisedClose(life, now)}
          </li>`,
      )}
    </ul>
    <h2>要办哪一种</h2>
    <ul class="choices">
      ${ACT_KINDS.map((kind) => {
        const { turns, instead, words } = kindOf({ kind });
        if (states.some((state) => turns.includes(state)))
          return html`<li><a href="/acts?round=${round}&kind=${kind}">${words}</a></li>`;
        const other = states.flatMap((state) => instead[state] ?? [])[0];
        return html`<li>
          ${words}<small> 现在办不了。${other === undefined ? '' : other.replace(/（[a-z-]+）/g, '')}</small>
        </li>`;
      })}
    </ul>
    <h2>已经记下的</h2>
    ${acts.length === 0 && html`<p>还没有。</p>`}
    <ul class="choices">
      ${acts.map((entry) => {
        const one: Reviewable = { of: 'act', id: entry.id, entry };
        const seen = isReviewed(one, reviewOf(dossier.folder, one));
        return html`<li>
          <a href="/approval?round=${round}&act=${entry.id}">${entry.data.date} ${chineseActKind[entry.data.kind]}</a>
          ${entry.data.reason} <small>${seen ? '已复核' : '还没有复核，不能发布'}</small>
        </li>`;
      })}
    </ul>`;
}

async function actForm(visit: Visit, chosen: ChosenRound, kind: ActKind): Promise<Html> {
  if (kind === 'correction') {
    const choice = whatToCorrect(visit, chosen);
    if (choice) return choice;
  }
  const { dossier, folder } = chosen;
  const notices = noticeLives(dossier);
  const reasons = reasonsFor(kind).map((code): Choice => ({ value: code, label: chineseReason[code] }));
  return form(visit, {
    sees: [folder],
    submit: `看看会怎样`,
    body: html`<h2>${chineseActKind[kind]}</h2>
      ${
        notices.length > 1 &&
        choiceField(visit, {
          name: 'notice',
          label: '关于哪一份公示',
          choices: notices.map(({ folder: one }) => ({ value: noticeIdOf(one), label: kindIn(one).words })),
          empty: '由内容决定',
        })
      }
      ${kind === 'correction' ? correctedField(visit, chosen) : ownFields(visit, chosen, kind)}
      ${choiceField(visit, { name: 'reason-code', label: '理由的种类', choices: reasons, required: true, ...(reasons.length > 1 && { empty: '请选择' }) })}
      ${longField(visit, { name: 'reason', label: '理由', hint: '对外公布的原话，一句话说清。', rows: 2, required: true })}
      ${textField(visit, { name: 'document', label: '依据的文件', hint: '文号' })}
      ${longField(visit, { name: 'text', label: '公告全文', rows: 5 })}
      <div class="pair">
        ${textField(visit, { name: 'date', label: '何日公布', hint: '不填就是今天', type: 'date' })}
        ${textField(visit, { name: 'time', label: '几点公布', hint: '不填就是现在', type: 'time' })}
      </div>`,
  });
}

/** What a kind asks for itself. */
function ownFields(visit: Visit, chosen: ChosenRound, kind: ActKind): readonly Html[] {
  return Object.entries<Option>(kindOf({ kind }).questions).map(([name, { type, value, help, multiple }]) => {
    const [label = name, ...more] = help.split(/[，；。]/);
    const hint = more.length > 0 ? `${more.join('，')}。` : undefined;
    if (name === 'person') return ticksField(visit, { name, label: '是谁', choices: peopleOf(chosen) });
    if (type === 'boolean') return ticksField(visit, { name, label, hint, choices: [{ value: 'yes', label: '是' }] });
    if (multiple) return longField(visit, { name, label, hint: `${hint ?? ''}一行一个。`, rows: 3 });
    return textField(visit, { name, label, hint, type: value === '日期' ? 'date' : 'text' });
  });
}

function peopleOf({ dossier: { folder } }: ChosenRound): Choice[] {
  const listed = folder.people.map(({ id, data }): Choice => ({
    value: id,
    label: `${data.name}（${data.employer}）`,
  }));
  const order = folder.roster?.data.people.map(({ id }) => id) ?? [];
  return listed.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  const kind = kindAsked(visit);
  if (!chosen || kind === undefined) return { kind: 'go', to: '/acts' };
  const { questions } = kindOf({ kind });
  const own = Object.entries<Option>(questions).map(
    ([name, { type, multiple }]): [string, string | boolean | string[]] => [
      name,
      type === 'boolean'
        ? textIn(sent, name) !== ''
        : multiple
          ? textsIn(sent, name).flatMap((text) => text.split('\n'))
          : textIn(sent, name),
    ],
  );
  const [, person = ''] = (visit.query.get('target') ?? '').split(' ');
  const words = wordsOf({
    round: chosen.id,
    notice: textIn(sent, 'notice'),
    kind,
    ...Object.fromEntries(own),
    ...(kind === 'correction' && {
      person: person === '' ? [] : [person],
      field: visit.query.get('field') ?? '',
      new: textIn(sent, 'new'),
    }),
    'reason-code': textIn(sent, 'reason-code'),
    reason: textIn(sent, 'reason').replaceAll('\n', ''),
    document: textIn(sent, 'document'),
    text: await writtenText(visit.desk, textIn(sent, 'text')),
    date: textIn(sent, 'date'),
    time: textIn(sent, 'time'),
  });
  const labels = {
    'reason-code': '理由的种类',
    reason: '理由',
    document: '依据的文件',
    date: '何日公布',
    time: '几点公布',
    new: '改成',
  };
  return lookOrDo(visit, sent, {
    what: `记下${chineseActKind[kind]}`,
    sees: [chosen.folder],
    run: (more) => runVerb(visit.desk, actCommand, [...words, ...more], labels),
    reply: (ran) => {
      const { file = '' } = ran.json as { file?: string };
      const id = file.replace(/^.*\/|\.md$/g, '');
      const round = encodeURIComponent(chosen.id);
      return told(ran, {
        title: `${chineseActKind[kind]}已经记下`,
        next: [
          { href: `/approval?round=${round}&act=${id}`, label: '出校样，请人复核（复核以后才能发布）' },
          { href: `/acts?round=${round}`, label: '回到更正与公告' },
        ],
      });
    },
  });
}
