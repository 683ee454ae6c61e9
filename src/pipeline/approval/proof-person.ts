import type { Candidate } from '#core/candidate/candidate.ts';
import type { Entry, Section } from '#core/records/content.ts';
import { chineseField, chineseValue } from '#core/records/field-words.ts';
import type { Programme } from '#core/records/programme.ts';
import { chineseHonourLevel } from '#core/formats/words.ts';
import { html, type Html } from '#core/formats/html.ts';

/** Everything that is published about one person, in full: what is signed is what stands here. */
export function proofPerson(
  { data, sections }: Entry<Candidate>,
  position: number,
  programme: Programme,
  photo: string | undefined,
): Html {
  const rows = [...simple(data, programme), ...compound(data)];
  const isShort = ([label, value]: Row): boolean => [...label, ...value].length <= SHORT;
  return html`<article class="person">
    ${photo !== undefined && html`<img src="${photo}" alt="${data.name}的照片" />`}
    <header><span>${position}</span><b>${data.name}</b>${data.employer}</header>
    <dl class="pairs">${rows.filter(isShort).map(row)}</dl>
    <dl class="rows">${rows.filter((one) => !isShort(one)).map(row)}</dl>
    ${sections.map((section) => proofText(section, 'h4'))}
  </article>`;
}

type Row = readonly [label: string, value: string];

/** Characters that fit into half a line. */
const SHORT = 20;

function row([label, value]: Row): Html {
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

const SIMPLE = [
  'pinyin',
  'district',
  'post',
  'trade',
  'industry',
  'skillLevel',
  'professionalTitle',
  'tier',
  'route',
  'nominatingBody',
  'yearsInTrade',
  'summary',
  'mentoring',
] as const satisfies readonly (keyof Candidate)[];

function simple(person: Candidate, programme: Programme): Row[] {
  return SIMPLE.flatMap((key) => {
    const value = person[key];
    return value === undefined ? [] : [[chineseField(key, {}), chineseValue(key, String(value), programme)] as const];
  });
}

function compound(person: Candidate): Row[] {
  const { conditions, earlierPublicity, honours, signatureSkills, workMethods, patents, photo } = person;
  const lists: [keyof Candidate, string[]][] = [
    ['conditions', conditions],
    ['earlierPublicity', earlierPublicity ? [`${earlierPublicity.opensOn} 至 ${earlierPublicity.closesOn}`] : []],
    [
      'honours',
      honours.map(({ name, level, year }) =>
        `${year ?? ''} ${name}${level ? `（${chineseHonourLevel[level]}）` : ''}`.trim(),
      ),
    ],
    ['signatureSkills', signatureSkills],
    ['workMethods', workMethods],
    ['patents', patents.map(({ name, number }) => (number === undefined ? name : `${name}（${number}）`))],
    [
      'photo',
      photo ? [`署名 ${photo.credit}`, `同意方式 ${photo.consent}`, ...(photo.alt ? [`说明 ${photo.alt}`] : [])] : [],
    ],
  ];
  return lists.flatMap(([key, values]) =>
    values.length === 0 ? [] : [[chineseField(key, {}), values.join(key === 'conditions' ? '、' : '；')] as const],
  );
}

/** The rendered page's own entities. */
function decoded(target: string): string {
  return target.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
