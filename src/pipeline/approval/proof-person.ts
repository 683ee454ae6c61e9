import type { Candidate } from '#core/candidate/candidate.ts';
import { type ProofRow, proofRows } from '#core/candidate/proof-rows.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Entry, Section } from '#core/records/content.ts';

/** One picture, as small as a stamp, under the name that the record has for it. */
export interface ProofPicture {
  file: string;
  /** A data address. */
  data: string;
}

/** Everything that is published about one person, in full: what is signed is what stands here. */
export function proofPerson(
  { data, sections }: Entry<Candidate>,
  position: number,
  programme: Programme,
  photo: string | undefined,
  pictures: readonly ProofPicture[] = [],
): Html {
  const rows = proofRows(data, programme);
  const isShort = ([label, value]: ProofRow): boolean => [...label, ...value].length <= SHORT;
  return html`<article class="person">
    ${photo !== undefined && html`<img src="${photo}" alt="${data.name}的照片" />`}
    <header><span>${position}</span><b>${data.name}</b>${data.employer}</header>
    <dl class="pairs">${rows.filter(isShort).map(row)}</dl>
    <dl class="rows">${rows.filter((one) => !isShort(one)).map(row)}</dl>
    ${
      pictures.length > 0 &&
      html`<div class="stamps">
        ${pictures.map(({ file, data: source }) => html`<figure><img src="${source}" alt="" />${file}</figure>`)}
      </div>`
    }
    ${sections.map((section) => proofText(section, 'h4'))}
  </article>`;
}

/** Characters that fit into half a line. */
const SHORT = 20;

function row([label, value]: ProofRow): Html {
  return html`<dt>${label}</dt>
    <dd>${value}</dd>`;
}

/** A text with its heading, paragraph by paragraph, and the addresses that its links lead to. */
export function proofText({ heading, text, html: rendered }: Section, level: 'h3' | 'h4'): Html {
  const title = heading === undefined ? '' : level === 'h3' ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`;
  const links = [...rendered.matchAll(/ href="([^"]*)"/g)].map((match) => decoded(match[1] ?? ''));
  return html`${title}
    <div class="text">
      ${text.split('\n').map((paragraph) => html`<p>${paragraph}</p>`)}
      ${links.length > 0 && html`<p>链接：${links.join('\u3000')}</p>`}
    </div>`;
}

/** The rendered page's own entities. */
function decoded(target: string): string {
  return target.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
