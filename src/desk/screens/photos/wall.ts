import { type Html, html } from '#core/formats/html.ts';
import { isPerson } from '#core/formats/subject.ts';
import { choiceField, textField, typed } from '#desk/frame/fields.ts';
import { form } from '#desk/frame/form.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { listedPeople } from '#desk/screens/people/listed.ts';
import type { WaitingPicture } from './picture-desk.ts';

/** First step: who is whose, where the face is, credit and consent of the batch. */
export async function wall(
  visit: Visit,
  { dossier, id, folder }: ChosenRound,
  pictures: readonly WaitingPicture[],
): Promise<Html> {
  const people = peopleOf(dossier);
  const choices = people.map(({ id: person, data }) => ({ value: person, label: `${data.name}（${data.employer}）` }));
  const waiting = pictures.map(
    ({ key, picture }) =>
      html`<section class="face" data-picture="${key}">
        <span class="aim"
          ><img
            src="/photos/picture?round=${encodeURIComponent(id)}&key=${key}"
            alt="${picture.file}"
            loading="lazy"
            width="180"
            height="240"
        /></span>
        <small>${picture.file}</small>
        ${choiceField(visit, { name: `whose.${key}`, label: '是谁', choices, empty: '还没有选', required: true })}
        <div class="pair">${aim(visit, `x.${key}`, '脸离左边')} ${aim(visit, `y.${key}`, '脸离上边')}</div>
      </section>`,
  );
  return html`<h2>名单上的人</h2>
    <ul class="wall">
      ${people.map(
        ({ id: person, data }) =>
          html`<li class="face" data-person="${person}">
            ${
              data.photo
                ? html`<img
                    src="/photos/face?round=${encodeURIComponent(id)}&person=${person}"
                    alt="${data.name}的照片"
                    loading="lazy"
                    width="180"
                    height="240"
                  />`
                : html`<span class="none">没有照片</span>`
            }
            <b>${data.name}</b><br /><small>${data.employer}</small>
          </li>`,
      )}
    </ul>
    ${await form(visit, {
      sees: [folder],
      submit: '选好了，交第二个人核对',
      body: html`<input type="hidden" name="step" value="lay" />
        ${
          pictures.length > 0
            ? html`<h2>还没有主人的照片（${pictures.length} 张）</h2>
                <p>给每张选一个人，或者把照片拖到上面那个人身上。点一下脸，照此裁成竖的人像；不点就不裁。</p>
                <div class="wall">${waiting}</div>`
            : html`<p class="note">没有还没有主人的照片。要放新照片，请在下面放入。</p>`
        }
        ${removals(visit, people)}
        <h2>这一批照片</h2>
        ${textField(visit, { name: 'credit', label: '署名', hint: '摄影者或供图单位，写在照片下面。' })}
        ${textField(visit, {
          name: 'consent',
          label: '本人怎样同意公开',
          hint: '例如 本人书面同意，2026-03-02。有人没有同意的，不要选他的照片。',
        })}
        ${textField(visit, { name: 'by', label: '经办人姓名', required: true })}`,
    })}`;
}

function removals(visit: Visit, people: ReturnType<typeof peopleOf>): Html | undefined {
  const own = people.filter(({ data }) => data.photo);
  if (own.length === 0) return undefined;
  const ticked = visit.draft?.fields['remove'] ?? [];
  return html`<h2>去掉照片</h2>
    ${own.map(
      ({ id, data }) =>
        html`<p class="tick">
          <input
            type="checkbox"
            id="f-remove-${id}"
            name="remove"
            value="${id}"
            ${ticked.includes(id) && html`checked`}
          />
          <label for="f-remove-${id}">${data.name}（${data.employer}）</label>
        </p>`,
    )}`;
}

export function peopleOf({ folder }: ChosenRound['dossier']): ReturnType<typeof listedPeople> {
  return listedPeople(folder).filter(({ data }) => isPerson(data));
}

function aim(visit: Visit, name: string, label: string): Html {
  return html`<p class="field">
    <label for="f-${name}"><small>${label} %</small></label>
    <input id="f-${name}" name="${name}" type="number" min="0" max="100" value="${typed(visit, name)}" />
  </p>`;
}
