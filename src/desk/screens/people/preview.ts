import { ALL_FIELDS, valueOf } from '#core/candidate/candidate.ts';
import { inOrder, labelOf } from '#core/candidate/field.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { PersonRecord } from '#core/roster/record.ts';

/** What a person's page will say, in its order and as wide as a telephone: by the same table of fields as the page itself. */
export function preview({ candidate, sections }: PersonRecord, programme: Programme, face: string | undefined): Html {
  const facts: Html[] = [];
  const lists: Html[] = [];
  for (const definition of inOrder(ALL_FIELDS.map((one) => ({ ...one, behind: behindOf(one.profile) })))) {
    const { profile } = definition;
    const value = valueOf(candidate, definition);
    if (value === undefined || typeof profile === 'string') continue;
    if (profile.as === 'fact') {
      const text = profile.text(value, programme);
      if (text !== undefined && text !== '')
        facts.push(
          html`<div>
            <dt>${labelOf(profile.label, programme)}</dt>
            <dd>${text}</dd>
          </div>`,
        );
    } else {
      const items = profile.items(value, programme);
      if (items.length > 0)
        lists.push(
          html`<h4>${profile.label}</h4>
            <ul>
              ${items.map((item) => html`<li>${item}</li>`)}
            </ul>`,
        );
    }
  }
  return html`<div class="phone">
    ${face !== undefined && html`<img src="${face}" alt="${candidate.name}的照片" width="180" height="240" />`}
    <h3>${candidate.name}</h3>
    <dl>${facts}</dl>
    ${candidate.summary !== undefined && html`<p>${candidate.summary}</p>`}
    ${
      (candidate.honours ?? []).length > 0 &&
      html`<h4>荣誉</h4>
        <ul>
          ${(candidate.honours ?? []).map(({ name, year }) => html`<li>${name}${year !== undefined && `（${year}年）`}</li>`)}
        </ul>`
    }
    ${lists}
    ${sections.map(
      ({ heading, markdown }) =>
        html`${heading !== undefined && html`<h4>${heading}</h4>`}
        ${markdown.split(/\n{2,}/u).map((paragraph) => html`<p>${paragraph}</p>`)}`,
    )}
  </div>`;
}

function behindOf(profile: (typeof ALL_FIELDS)[number]['profile']): string | undefined {
  return typeof profile === 'string' ? undefined : profile.behind;
}
