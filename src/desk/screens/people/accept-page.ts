import { chinesePlace, type Finding, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import type { Reply, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { acceptCommand } from '#pipeline/approval/accept-command.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';

/** The way to 已知悉 of a warning. */
export function acceptLink(_: Visit, round: string, one: Finding): Html {
  const person = personOf(one);
  const query = new URLSearchParams({ round, accept: one.code, ...(person !== undefined && { who: person }) });
  return html`<a href="/people?${query.toString()}">看过，可以保留…</a>`;
}

/** The id of whom a warning is about, where it is about somebody. */
function personOf({ where }: Finding): string | undefined {
  return /\/candidates\/([^/]+)\.md$/u.exec(where.file)?.[1];
}

/** The warnings of a round that stand, all or of one code and person. */
export async function warningsOf(visit: Visit, { id }: ChosenRound): Promise<Finding[]> {
  const { findings } = await visit.desk.checked();
  return findingsOfRound(findings, id).filter(({ level }) => level === 'warning');
}

export async function acceptPage(visit: Visit, chosen: ChosenRound): Promise<Html> {
  const { query } = visit;
  const [code, who] = [query.get('accept'), query.get('who') ?? undefined];
  const found = (await warningsOf(visit, chosen)).filter((one) => one.code === code && personOf(one) === who);
  const back = html`<p><a href="/people?round=${encodeURIComponent(chosen.id)}">回名单</a></p>`;
  if (found.length === 0)
    return html`${back}
      <p>这条提醒已经没有了。</p>`;
  return html`${back}
    <h2>已知悉</h2>
    <ul class="findings">
      ${found.map((one) => html`<li class="warning">${sentence(one)}<small>${chinesePlace(one.where)} ${one.code}</small></li>`)}
    </ul>
    <p>看过、确认没有错的提醒，可以写明原因保留下来；原因和姓名记进这一届的文件，批准时看得到。</p>
    ${await form(visit, {
      sees: [chosen.folder],
      submit: '记下，保留',
      body: html`<input type="hidden" name="step" value="accept" />
        ${textField(visit, { name: 'reason', label: '为什么可以保留', required: true })}
        ${textField(visit, { name: 'by', label: '谁看过并决定保留', required: true })}`,
    })}`;
}

export async function accepted(visit: Visit, { id }: ChosenRound, sent: FormData): Promise<Reply> {
  const { query, desk } = visit;
  const words = wordsOf({
    round: id,
    code: query.get('accept') ?? '',
    person: query.get('who') ?? undefined,
    reason: textIn(sent, 'reason'),
    by: textIn(sent, 'by'),
  });
  const ran = await runVerb(desk, acceptCommand, words, { reason: '为什么可以保留', by: '谁看过并决定保留' });
  const at = encodeURIComponent(id);
  return told(ran, { title: '提醒已经记下，保留', next: [{ href: `/people?round=${at}`, label: '回名单' }] });
}
