import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import { textField, typed } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { acceptAddress } from '#desk/screens/check.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { editCommand } from '#pipeline/intake/edit/edit-command.ts';
import { listedPeople, NEW, personShown } from './listed.ts';
import { fieldName, personPage } from './person-page.ts';

/** 名单与个人. */
export const peopleScreen: Screen = {
  path: '/people',
  title: '名单与个人',
  menu: '名单',
  ofRound: true,
  show: (visit) => chosenOr(visit, (chosen) => shown(visit, chosen)),
  act,
};

async function shown(visit: Visit, chosen: ChosenRound): Promise<Html> {
  const { query } = visit;
  const person = query.get('person');
  if (person !== null) return personPage(visit, chosen, person);
  const at = encodeURIComponent(chosen.id);
  return html`${
      chosen.dossier.folder.people.length === 0
        ? html`<p>还没有人。<a class="main" href="/import?round=${at}">导入名单</a></p>`
        : await list(visit, chosen)
    }
    <p class="buttons"><a class="main" href="/people?round=${at}&person=${NEW}">增加一个人</a></p>
    ${await warnings(visit, chosen)}`;
}

async function list(visit: Visit, { id, folder, dossier }: ChosenRound): Promise<Html> {
  const people = listedPeople(dossier.folder);
  const { findings } = await visit.desk.checked();
  const own = findingsOfRound(findings, id);
  const rows = people.map(({ id: person, data }, index) => {
    const errors = own.filter(
      ({ level, where }) => level === 'error' && where.file.endsWith(`/candidates/${person}.md`),
    );
    const name = `place.${person}`;
    return html`<tr>
      <td>
        <label for="f-${name}" hidden>${data.name}的次序</label>
        <input
          id="f-${name}"
          name="${name}"
          type="number"
          min="1"
          value="${typed(visit, name, String(index + 1))}"
          aria-label="${data.name}的次序"
        />
      </td>
      <th scope="row"><a href="/people?round=${encodeURIComponent(id)}&person=${person}">${data.name}</a></th>
      <td>${data.employer}</td>
      <td>${data.trade ?? ''}</td>
      <td>${data.photo ? '有' : '没有'}</td>
      <td>${errors.length > 0 ? html`<b>${errors.length} 处要改</b>` : ''}</td>
      <td>
        <button name="up" value="${person}" ${index === 0 && html`disabled`} aria-label="${data.name}上移">↑</button>
        <button
          name="down"
          value="${person}"
          ${index === people.length - 1 && html`disabled`}
          aria-label="${data.name}下移"
        >
          ↓
        </button>
      </td>
    </tr>`;
  });
  return form(visit, {
    sees: [folder],
    submit: '照此排序',
    body: html`<input type="hidden" name="step" value="order" />
      <table class="order">
        <thead>
          <tr>
            <th scope="col">次序</th>
            <th scope="col">姓名</th>
            <th scope="col">工作单位</th>
            <th scope="col">工种</th>
            <th scope="col">照片</th>
            <th scope="col">检查</th>
            <th scope="col">移动</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${textField(visit, {
        name: 'orderedBy',
        label: '名单怎样排序',
        hint: '写给读者看的，例如 按姓氏笔画排序、排名不分先后。',
        value: dossier.folder.roster?.data.orderedBy,
      })}`,
  });
}

async function warnings(visit: Visit, chosen: ChosenRound): Promise<Html | undefined> {
  const { findings } = await visit.desk.checked();
  const all = findingsOfRound(findings, chosen.id).filter(({ level }) => level === 'warning');
  if (all.length === 0) return undefined;
  return html`<h2>提醒（${all.length} 条）</h2>
    <ul class="findings">
      ${all.map(
        (one) =>
          html`<li class="warning">
            ${sentence(one)} <small>${chinesePlace(one.where)} ${one.code}</small>
            <a href="${acceptAddress(chosen.id, one)}">看过了，保留</a>
          </li>`,
      )}
    </ul>`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  if (!chosen) return again('没有这一届，可能刚被移走。请回到首页再选。');
  if (sent.get('remove') !== null) return edited(visit, chosen, { remove: textIn(sent, 'remove') }, '已经移出名单');
  switch (textIn(sent, 'step')) {
    case 'order':
      return order(visit, chosen, sent);
    case 'person':
      return person(visit, chosen, sent);
    default:
      return again('这张表格不完整，没有办理。请刷新后再提交。');
  }
}

/** By the numbers typed, or by one step of one person. */
async function order(visit: Visit, chosen: ChosenRound, sent: FormData): Promise<Reply> {
  const people = listedPeople(chosen.dossier.folder);
  const ids = people.map(({ id }) => id);
  const [up, down] = [textIn(sent, 'up'), textIn(sent, 'down')];
  const at = ids.indexOf(up === '' ? down : up);
  if (at >= 0) {
    const to = up === '' ? at + 1 : at - 1;
    const [one = '', other = ''] = [ids[at], ids[to]];
    if (other !== '') [ids[at], ids[to]] = [other, one];
  } else {
    const places = new Map(ids.map((id) => [id, Number(textIn(sent, `place.${id}`))]));
    const wrong = people.find(({ id }) => !Number.isInteger(places.get(id)) || (places.get(id) ?? 0) < 1);
    if (wrong) return again(`${wrong.data.name}的次序要写 1 以上的整数。`);
    ids.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }
  const words = { order: ids.join('、'), 'ordered-by': textIn(sent, 'orderedBy') };
  if (at < 0) return edited(visit, chosen, words, '名单次序已经写入');
  const ran = await runVerb(visit.desk, editCommand, wordsOf({ round: chosen.id, order: words.order }));
  return ran.exit === 0
    ? { kind: 'go', to: `/people?round=${encodeURIComponent(chosen.id)}` }
    : told(ran, { title: '', next: [] });
}

/** Only what differs from the present text is set. */
async function person(visit: Visit, chosen: ChosenRound, sent: FormData): Promise<Reply> {
  const who = visit.query.get('person') ?? NEW;
  const shown = await personShown(visit, chosen, who);
  if (!shown) return again('名单里没有这个人，可能刚被移出。请回到名单再选。');
  const set = shown.columns.flatMap(({ key, header }) => {
    const text = textIn(sent, fieldName(key));
    return text === (shown.texts.get(key) ?? '') ? [] : [`${header}=${text}`];
  });
  if (set.length === 0) return again('没有改动，不用记。');
  const options = who === NEW ? { add: true, set } : { person: who, set };
  return edited(visit, chosen, options, who === NEW ? '已经加进名单' : '改动已经记下', who === NEW ? undefined : who);
}

async function edited(
  visit: Visit,
  { id }: ChosenRound,
  options: Parameters<typeof wordsOf>[0],
  title: string,
  who?: string,
): Promise<Reply> {
  const ran = await runVerb(visit.desk, editCommand, wordsOf({ round: id, ...options }));
  const at = encodeURIComponent(id);
  return told(ran, {
    title,
    next: [
      { href: `/people?round=${at}`, label: '回名单' },
      ...(who === undefined ? [] : [{ href: `/people?round=${at}&person=${who}`, label: '接着改这个人' }]),
    ],
  });
}
