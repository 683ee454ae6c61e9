import type { Finding } from '#core/catalogue/finding.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Column, ColumnKey } from '#core/roster/columns.ts';
import { clerkWords } from '#desk/frame/clerk-words.ts';
import { choiceField, longField, textField, typed } from '#desk/frame/fields.ts';
import { button, form } from '#desk/frame/form.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { acceptAddress } from '#desk/screens/check.ts';
import { editCommand } from '#pipeline/intake/edit/edit-command.ts';
import { planEdit, type PlannedEdit } from '#pipeline/intake/edit/edit-round.ts';
import { personShown } from './listed.ts';
import { preview } from './preview.ts';

/** One person, field by field over the table of fields, with what the rules say beside each. */
export async function personPage(visit: Visit, chosen: ChosenRound, who: string): Promise<Html> {
  const { desk } = visit;
  const { id: round, folder } = chosen;
  const shown = await personShown(visit, chosen, who);
  if (!shown)
    return html`<p class="fault">
      名单里没有这个人，可能刚被移出。<a href="/people?round=${encodeURIComponent(round)}">回名单</a>
    </p>`;
  const { id, columns, texts, programme, approved } = shown;
  const cells = new Map(columns.map(({ key }) => [key, typed(visit, fieldName(key), texts.get(key))] as const));
  // What stands there has been judged; what is typed is tried.
  const planned = visit.draft && (await planEdit({ content: desk.content, round, person: { id, cells } }));
  const judged = planned ?? { findings: [], judged: id === undefined ? [] : (await desk.checked()).findings };
  const own = ownFindings(judged, id ?? planned?.person?.id);
  const beside = (column: Column): Html => {
    const said = own.filter((one) => isAbout(one, column));
    return html`<ul class="findings" data-rule="${column.key}">
      ${said.map((one) => findingLine(one, round))}
    </ul>`;
  };
  const rest = own.filter((one) => !columns.some((column) => isAbout(one, column)));
  const record = planned?.record ?? shown.record;
  const person = shown.record?.candidate;
  const face = person?.photo ? `/photos/face?round=${encodeURIComponent(round)}&person=${who}` : undefined;
  const title = person ? `${person.name}（${person.employer}）` : '增加一个人';
  return html`<p><a href="/people?round=${encodeURIComponent(round)}">回名单</a></p>
    <h2>${title}</h2>
    ${
      approved &&
      html`<p class="note">
        这一届已经批准。公示还没有发布的，改了要重新批准；已经公示的，请到“更正与公告”办更正，不要在这里改。
      </p>`
    }
    <ul class="findings" data-rule="rest">
      ${rest.map((one) => findingLine(one, round))}
    </ul>
    ${await form(visit, {
      sees: [folder],
      submit: person ? '记下改动' : '加进名单',
      body: html`<input type="hidden" name="step" value="person" />
        ${columns.map((column) => html`<div class="question">${fieldOf(visit, column, texts)} ${beside(column)}</div>`)}`,
    })}
    ${
      record &&
      html`<h2>网页上会有的内容，手机的宽度</h2>
        <div data-rule="preview">${preview(record, programme, face)}</div>`
    }
    ${
      person &&
      !approved &&
      html`<h2>移出名单</h2>
        ${button({ ...visit, query: listQuery(round) }, `把${person.name}移出名单`, 'remove', who)}`
    }`;
}

export function fieldName(key: ColumnKey): string {
  return `set.${key}`;
}

function fieldOf(
  visit: Visit,
  { key, header, help, choices, required }: Column,
  present: ReadonlyMap<ColumnKey, string>,
): Html {
  const value = present.get(key) ?? '';
  const field = { name: fieldName(key), label: header, hint: help, value, ...(required && { required: true }) };
  const isKnown = choices?.includes(value) ?? false;
  if (choices && (isKnown || value === ''))
    return choiceField(visit, {
      ...field,
      empty: '（空着）',
      choices: choices.map((one) => ({ value: one, label: one })),
    });
  const rows = key.startsWith('text:') ? 8 : value.split('\n').length + (LISTS.has(key) || value.length > 40 ? 2 : 0);
  return rows > 1 ? longField(visit, { ...field, rows }) : textField(visit, field);
}

const LISTS: ReadonlySet<string> = new Set([
  'honours',
  'signatureSkills',
  'workMethods',
  'patents',
  'summary',
  'mentoring',
]);

/** What is said of this person, by the reader of cells and by every rule. */
function ownFindings(
  { findings, judged }: Pick<PlannedEdit, 'findings' | 'judged'>,
  id: string | undefined,
): Finding[] {
  const file = `/candidates/${id ?? ''}.md`;
  return [
    ...findings.filter(({ code }) => code !== 'import-change-after-approval'),
    ...judged.filter(({ where }) => where.file.endsWith(file)),
  ];
}

/** A reader names a column by its head, a rule by the field's own key: `honours.1.year`. */
function isAbout({ where: { field = '' }, args }: Finding, { key, header }: Column): boolean {
  const heading = key.startsWith('text:') ? key.slice('text:'.length) : undefined;
  const owner = key.split('.')[0] ?? '';
  return (
    field === header ||
    field === key ||
    field.split('.')[0] === owner ||
    (heading !== undefined && args['heading'] === heading)
  );
}

function findingLine(one: Finding, round: string): Html {
  return html`<li class="${one.level}">
    <b>${one.level === 'error' ? '错误' : '提醒'}</b>
    ${formWords(one)}
    <small>${one.code}</small>
    ${one.level === 'warning' && html`<a href="${acceptAddress(round, one)}">看过了，保留</a>`}
  </li>`;
}

/** A sentence for somebody who has the field before him, not the sheet or the file. */
function formWords(one: Finding): string {
  return clerkWords(sentence(one), editCommand.options, {})
    .replace('重新导入', '再提交')
    .replace(/请用“## [^”]*”作标题，在下面写上。/u, '请在这里写上。');
}

function listQuery(round: string): URLSearchParams {
  return new URLSearchParams({ round });
}
