import { chinesePlace, type Finding, inReadingOrder, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { acceptCommand } from '#pipeline/approval/accept-command.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';

/** 检查: what is wrong with a round, and the warnings somebody may let stand. */
export const checkScreen: Screen = { path: '/check', title: '检查', menu: '名单', ofRound: true, show, act };

function show(visit: Visit): Promise<Html> {
  return chosenOr(visit, (chosen) => findingsPage(visit, chosen));
}

async function findingsPage(visit: Visit, { id, folder, dossier }: ChosenRound): Promise<Html> {
  const { desk, query } = visit;
  const open = inReadingOrder(findingsOfRound((await desk.checked()).findings, id));
  const code = query.get('code');
  if (code !== null) {
    const person = query.get('person') ?? '';
    const meant = open.filter((one) => one.code === code && one.level === 'warning' && personOf(one) === person);
    return html`<h2>保留这一条提醒</h2>
      <ul class="findings">
        ${meant.map((one) => html`<li>${sentence(one)}</li>`)}
      </ul>
      ${await form(visit, {
        sees: [folder],
        submit: '记下，保留',
        body: html`${textField(visit, { name: 'reason', label: '为什么可以保留', required: true })}
        ${textField(visit, { name: 'by', label: '谁看过并决定保留', required: true })}`,
      })}`;
  }
  if (open.length === 0) return html`<p>没有发现问题。</p>`;
  const names = new Map(dossier.folder.people.map(({ id: person, data }) => [person, data.name]));
  return html`<p>
      共 ${open.filter(({ level }) => level === 'error').length}
      处错误、${open.filter(({ level }) => level === 'warning').length}
      条提醒。错误要改正；提醒要么改正，要么写明谁看过、为什么保留。
    </p>
    <ul class="findings">
      ${open.map((one) => {
        return html`<li class="${one.level}">
          <b>${one.level === 'error' ? '错误' : '提醒'}</b> ${names.get(one.where.person ?? '')} ${sentence(one)}
          <small>${chinesePlace(one.where)} ${one.code}</small>
          ${one.level === 'warning' && html`<a href="${acceptAddress(id, one)}">看过了，保留</a>`}
        </li>`;
      })}
    </ul>`;
}

/** Where somebody may let a warning stand. */
export function acceptAddress(round: string, one: Finding): string {
  const person = personOf(one);
  return `/check?${new URLSearchParams({ round, code: one.code, ...(person !== '' && { person }) }).toString()}`;
}

/** A warning is one person's where it stands in the person's own file: one about the list names somebody too. */
function personOf({ where }: Finding): string {
  return where.file.includes('/candidates/') ? (where.person ?? '') : '';
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  if (!chosen) return { kind: 'go', to: '/check' };
  const { query, desk } = visit;
  const words = wordsOf({
    round: chosen.id,
    code: query.get('code') ?? '',
    person: query.get('person') ?? '',
    reason: textIn(sent, 'reason'),
    by: textIn(sent, 'by'),
  });
  const ran = await runVerb(desk, acceptCommand, words, { reason: '为什么可以保留', by: '谁看过并决定保留' });
  return told(ran, {
    title: '已记下，这一条保留',
    next: [{ href: `/check?round=${encodeURIComponent(chosen.id)}`, label: '回到检查' }],
  });
}
