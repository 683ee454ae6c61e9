import { chineseReason, TAKEDOWN_REASONS } from '#core/acts/act-reason.ts';
import { type Html, html } from '#core/formats/html.ts';
import { choiceField, textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import { pageOf } from '#desk/frame/page-of.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { lookOrDo } from './look-or-do.ts';

/** 撤下个人: goes at once, and is reviewed afterwards. */
export const takedownScreen: Screen = { path: '/takedown', title: '撤下个人', menu: '公示以后', show, act };

async function show(visit: Visit): Promise<Html> {
  const { desk, query } = visit;
  const name = (query.get('name') ?? '').trim();
  const { readable } = await desk.checked();
  const people = (readable?.programmes ?? []).flatMap(({ rounds }) =>
    rounds.flatMap(({ id: round, round: { data }, people: all }) =>
      all.map(({ id, data: person }) => ({ id, round, title: data.title, person })),
    ),
  );
  const search = html`<form method="get" action="/takedown">
    ${textField(pageOf(query), { name: 'name', label: '姓名，或个人页面网址里的编号', required: true })}
    <p class="buttons"><button>查找</button></p>
  </form>`;
  const found = name === '' ? [] : people.filter(({ id, person }) => id === name || person.name.includes(name));
  const chosen = people.find(({ id }) => id === query.get('person'));
  if (!chosen) {
    return html`<p>撤下以后，个人页面、照片、名单里的一行都不再展示，原网址只有一句中性的话。这一步先办，事后复核。</p>
      ${search} ${name !== '' && found.length === 0 && html`<p>没有找到“${name}”。</p>`}
      <ul class="choices">
        ${found.map(({ id, person, title }) => html`<li><a href="/takedown?person=${id}">${person.name}（${person.employer}）</a><small>${title}，编号 ${id}</small></li>`)}
      </ul>`;
  }
  const { id, person, title, round } = chosen;
  return html`<p><b>${person.name}</b>（${person.employer}），${title}，编号 ${id}。</p>
    ${await form(visit, {
      sees: [`programmes/${round.replace('/', '/rounds/')}`],
      submit: '看看会改动什么',
      body: choiceField(visit, {
        name: 'reason-code',
        label: '为什么撤下',
        choices: TAKEDOWN_REASONS.map((code) => ({ value: code, label: chineseReason[code] })),
        required: true,
        empty: '请选择',
      }),
    })}`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const person = visit.query.get('person') ?? '';
  const { readable } = await visit.desk.checked();
  const round =
    (readable?.programmes ?? [])
      .flatMap(({ rounds }) => rounds)
      .find(({ people }) => people.some(({ id }) => id === person))?.id ?? '';
  const words = wordsOf({ person, 'reason-code': textIn(sent, 'reason-code') });
  return lookOrDo(visit, sent, {
    what: '撤下',
    sees: [`programmes/${round.replace('/', '/rounds/')}`],
    run: (more) =>
      runVerb(visit.desk, takedownCommand, [...words, ...more], { person: '姓名或编号', 'reason-code': '为什么撤下' }),
    reply: (ran) =>
      told(ran, {
        title: '已经撤下',
        next: [
          { href: '/publish', label: '马上重新生成并发布网站，撤下才生效' },
          { href: `/approval?round=${encodeURIComponent(round)}&takedown=${person}`, label: '事后复核' },
        ],
      }),
  });
}
