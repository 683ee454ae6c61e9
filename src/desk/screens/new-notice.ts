import { type Html, html } from '#core/formats/html.ts';
import { NOTICE_KINDS, noticeKindOf } from '#core/notices/kind-of.ts';
import { ticksField } from '#desk/frame/fields.ts';
import { form, textsIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import { questionAnswers, questionFields, questionLabels } from '#desk/frame/questions.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { newNoticeCommand, noticeQuestions } from '#pipeline/office/new-notice-command.ts';

/** 再发一份公示: the notices of a round after its first. */
export const newNoticeScreen: Screen = {
  path: '/new-notice',
  title: '再发一份公示',
  menu: '公示以后',
  ofRound: true,
  show,
  act,
};

type Kind = ReturnType<typeof noticeKindOf>;

function kindAsked({ query }: Visit): Kind | undefined {
  const kind = NOTICE_KINDS.find((one) => one === query.get('kind'));
  return kind && noticeKindOf({ kind });
}

/** Asked as ticks beside the names, and so not once more as a list of names. */
const OWN = ['person', 'leave-out'];

function show(visit: Visit): Promise<Html> {
  return chosenOr(visit, (chosen) => {
    const { folder } = chosen.dossier;
    if (!folder.notice || !folder.roster)
      return html`<p>
        这一届还没有第一份公示和名单。先<a href="/import?round=${encodeURIComponent(chosen.id)}">导入名单</a>。
      </p>`;
    const kind = kindAsked(visit);
    return kind ? noticeForm(visit, chosen, kind) : whichKind(chosen);
  });
}

function whichKind({ id }: ChosenRound): Html {
  const round = encodeURIComponent(id);
  return html`<p>一届的第一份公示以后，接着还要发的。</p>
    <ul class="choices">
      ${NOTICE_KINDS.map((kind) => {
        const { words, about } = noticeKindOf({ kind });
        return html`<li><a href="/new-notice?round=${round}&kind=${kind}">${words}</a><small>${about}</small></li>`;
      })}
    </ul>`;
}

function noticeForm(visit: Visit, chosen: ChosenRound, kind: Kind): Promise<Html> {
  const questions = noticeQuestions(chosen.dossier, kind);
  const usual = questions.find(({ flag }) => flag === 'person')?.fallback ?? [];
  const people = chosen.dossier.folder.people.map(({ id, data }) => ({
    value: id,
    label: `${data.name}（${data.employer}）`,
  }));
  return form(visit, {
    sees: [chosen.folder],
    submit: `建立${kind.words}`,
    body: html`<h2>${kind.words}</h2>
      ${questionFields(
        visit,
        questions.filter(({ flag }) => !OWN.includes(flag)),
      )}
      ${ticksField(visit, { name: 'person', label: '名单上的人', choices: people, ticked: usual })}`,
  });
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  const kind = kindAsked(visit);
  if (!chosen || !kind) return { kind: 'go', to: '/new-notice' };
  const questions = noticeQuestions(chosen.dossier, kind);
  const answers = questionAnswers(
    questions.filter(({ flag }) => !OWN.includes(flag)),
    sent,
  );
  const words = wordsOf({ round: chosen.id, kind: kind.kind, ...answers, person: textsIn(sent, 'person') });
  const ran = await runVerb(visit.desk, newNoticeCommand, words, questionLabels(questions));
  const round = encodeURIComponent(chosen.id);
  const { notice = '' } = ran.json as { notice?: string };
  return told(ran, {
    title: `${kind.words}已经建立`,
    next: [{ href: `/approval?round=${round}&notice=${notice}`, label: '出校样，送复核' }],
  });
}
