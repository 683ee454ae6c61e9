import { type Html, html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form } from '#desk/frame/form.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import type { Visit } from '#desk/frame/screen.ts';
import type { Laid, WaitingPicture } from './picture-desk.ts';
import { peopleOf } from './wall.ts';

/** Second step, for a second person: is this face the one of this name? */
export async function checkPage(
  visit: Visit,
  { dossier, id, folder }: ChosenRound,
  { laid, remove, credit, consent, by }: Laid,
  pictures: readonly WaitingPicture[],
): Promise<Html> {
  const people = peopleOf(dossier);
  const owner = (person: string): (typeof people)[number] | undefined => people.find((one) => one.id === person);
  const cards = laid.map(({ person, picture, focus }) => {
    const data = owner(person)?.data;
    const known = pictures.some(({ key }) => key === picture);
    if (!data || !known) return html`<p class="fault">这张照片或这个人已经不在了，请退回重新选。</p>`;
    const source = `/photos/picture?round=${encodeURIComponent(id)}&key=${picture}&focus=${focus}`;
    return html`<section class="face">
      <img src="${source}" alt="要给${data.name}的照片" width="180" height="240" />
      <b>${data.name}</b><br /><small>${data.employer}</small>
      <p class="tick">
        <input type="checkbox" id="f-ok-${picture}" name="ok" value="${picture}" />
        <label for="f-ok-${picture}">是本人</label>
      </p>
    </section>`;
  });
  return html`<p>
      ${by}选的照片，由<b>另一个人</b>逐张核对：照片上是不是这个人。全部勾上才写入；有一张不对，就退回重新选。
    </p>
    <dl>
      <div>
        <dt>署名</dt>
        <dd>${credit}</dd>
      </div>
      <div>
        <dt>同意方式</dt>
        <dd>${consent}</dd>
      </div>
    </dl>
    ${await form(visit, {
      sees: [folder],
      submit: '都是本人，写入',
      grave: true,
      body: html`<input type="hidden" name="step" value="check" />
        <div class="wall">${cards}</div>
        ${
          remove.length > 0 &&
          html`<h2>去掉照片的</h2>
            <p>${remove.map((person) => owner(person)?.data.name ?? person).join('、')}</p>`
        }
        ${textField(visit, { name: 'checkedBy', label: '核对人姓名', hint: '不能是经办人自己。', required: true })}`,
    })}
    ${await form(
      { ...visit, draft: undefined },
      { sees: [], submit: '退回，重新选', body: html`<input type="hidden" name="step" value="back" />` },
    )}`;
}
