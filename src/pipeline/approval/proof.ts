import { chineseDate, chineseFullDate, chineseMonthDay, chineseWeekday } from '#core/calendar/plain-date.ts';
import { type Finding, sentence } from '#core/catalogue/finding.ts';
import { chineseChannel, chineseChannelKind, type ContactChannel, hoursOf } from '#core/channels/contact-channel.ts';
import { fingerprint } from '#core/formats/digest.ts';
import { type Html, html } from '#core/formats/html.ts';
import { chineseCount, isPerson, subjectOf, SUBJECTS } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import type { Entry } from '#core/records/content.ts';
import { chineseValue } from '#core/records/field-words.ts';
import type { Notice } from '#core/records/notice.ts';
import type { Roster } from '#core/records/roster.ts';
import { chineseDayKind } from '#core/window/printed-window.ts';
import { chineseLength, chineseSegments, DAY_BEGIN, type PublicityWindow } from '#core/window/publicity-window.ts';
import type { ChosenRound } from '#pipeline/content/chosen-round.ts';
import { proofPerson, type ProofPicture, proofText } from './proof-person.ts';
import { proofStyle } from './proof-style.ts';
import type { SinceApproval } from './since-approval.ts';

export interface Proof {
  chosen: ChosenRound;
  roster: Entry<Roster>;
  notice: Entry<Notice>;
  window: PublicityWindow;
  digest: string;
  /** Data addresses of the portraits, by id. */
  photos: ReadonlyMap<string, string>;
  /** The pictures beside each record, the poster of a film among them, by id. */
  pictures: ReadonlyMap<string, readonly ProofPicture[]>;
  /** Where it will be read. */
  address: string;
  /** Warnings nobody has accepted yet: it is a draft as long as there are any. */
  open: readonly Finding[];
  /** What has happened since; absent while nothing has. */
  since?: SinceApproval | undefined;
}

/** The sheet a leader signs: first page all facts and the signatures, behind it every text in full. Without script, one file. */
export function proof(proof: Proof): string {
  const { chosen, roster, notice, digest, photos, pictures, address } = proof;
  const { programme, folder } = chosen;
  const short = fingerprint(digest);
  const people = roster.data.people.map(({ id }) => {
    const person = folder.people.find((one) => one.id === id);
    if (!person) throw new Error(`${id} stands on the list without a file: list-order reports it first`);
    return person;
  });
  const count = chineseCount(
    people.map(({ data }) => subjectOf(data)),
    ' ',
  );
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"
        />
        <meta name="robots" content="noindex" />
        <title>校样：${notice.data.title}</title>
        <style>
          ${{ markup: proofStyle(short, folder.round.data.title) }}
        </style>
      </head>
      <body>
        <h1>${notice.data.title}</h1>
        <p class="by">
          ${notice.data.issuers.join('\u3000')}　${notice.data.documentNumber}　${chineseDate(notice.data.published)}${notice.data.publishedTime === '00:00' ? '' : ` ${notice.data.publishedTime}`}发布
        </p>
        <div class="seal">
          <strong>${short}</strong>
          <p>
            指纹。下面每一个姓名、单位、日期和每一段文字改动一个字，指纹就不同。批准时程序显示的指纹须与此一致。<br />
            完整摘要（SHA-256）：<code>${digest.slice(0, 32)}<wbr />${digest.slice(32)}</code>
          </p>
        </div>
        ${standing(folder.approval?.data, proof)}
        <h2>公示期</h2>
        ${windowPart(proof.window)} ${sincePart(proof.since)}
        <h2>名单（${count}，${roster.data.orderedBy}）</h2>
        ${list(people, chosen, proof.since?.marks)} ${signatures(folder.approval?.data, digest)}
        <section class="annex">
          <h2>公示与异议</h2>
          <dl class="rows">
            <dt>届次</dt>
            <dd>${folder.round.data.title}（${folder.round.data.edition}）</dd>
            <dt>公示媒体</dt>
            <dd>
              ${folder.round.data.outlets.map(({ name, address: at }) => (at ? `${name} ${at}` : name)).join('；')}
            </dd>
            ${folder.round.data.channels.map((one) => channel(one, programme.data))}
            <dt>异议规定</dt>
            <dd>${objection(chosen)}</dd>
            ${
              folder.round.data.tiers.length > 0 &&
              html`<dt>名额</dt>
                <dd>${tiers(chosen)}</dd>`
            }
            <dt>网址</dt>
            <dd>${address}</dd>
          </dl>
          <h2>公示正文</h2>
          ${notice.sections.map((section) => proofText(section, 'h3'))}
        </section>
        <section class="annex">
          <h2>个人材料（${count}，全文）</h2>
          ${people.map((person, index) =>
            proofPerson(person, index + 1, programme.data, photos.get(person.id), pictures.get(person.id)),
          )}
        </section>
      </body>
    </html> `;
  return `${page.markup.trim()}\n`;
}

/** Approved as it stands, approved otherwise, or still open: the reader must know before signing. */
function standing(approved: ApprovalFile | undefined, { digest, open, chosen }: Proof): Html {
  const accepted = chosen.folder.round.data.accepted;
  return html`${
    approved &&
    html`<div class="note">
      ${
        approved.current.digest === digest
          ? `以上内容已由${approved.current.body}以${approved.current.document}（${approved.current.date}）批准，之后没有改动。`
          : `注意：${approved.current.body}以${approved.current.document}（${approved.current.date}）批准的内容（指纹 ${fingerprint(approved.current.digest)}）之后有改动。本页是改动后的内容，须重新批准。`
      }
    </div>`
  }
  ${
    open.length > 0 &&
    html`<div class="note">
      <p>草稿：还有 ${open.length} 条提醒没有处理，处理后指纹可能改变，现在不宜签字。</p>
      <ul>
        ${open.map((one) => html`<li>${one.where.person ? `${one.where.person}：` : ''}${sentence(one)}</li>`)}
      </ul>
    </div>`
  }
  ${
    accepted.length > 0 &&
    html`<div class="note">
      <p>已知悉并保留的提醒 ${accepted.length} 条：</p>
      <ul>
        ${accepted.map(({ reason, by }) => html`<li>${reason}（${by}）</li>`)}
      </ul>
    </div>`
  }`;
}

function windowPart({ days, segments, length, unit, closesOn, closingTime, openingTime }: PublicityWindow): Html {
  const hour = openingTime === DAY_BEGIN ? '' : `首日${openingTime}开始，`;
  return html`<p class="window">
      ${chineseSegments(segments)}（${chineseLength(length, unit)}），${hour}截止${chineseFullDate(closesOn)}${closingTime}。
    </p>
    <ol class="days">
      ${days.map(
        (day) =>
          html`<li class="${day.ordinal === undefined ? 'off' : 'on'}">
            <b>${chineseMonthDay(day.date)}</b>${chineseWeekday(day.date)}<br />${
              day.ordinal === undefined
                ? `${chineseDayKind(day)}不计`
                : `第${day.ordinal}${unit === 'working' ? '个工作日' : '天'}`
            }
          </li>`,
      )}
    </ol>`;
}

/** The list and the window above are those approved; this is what has become of them. */
function sincePart(since: SinceApproval | undefined): Html {
  if (!since) return html``;
  const { state, acts, takenDown } = since;
  return html`<div class="note">
    <p>现在：${state}。${takenDown.length > 0 && `名单第 ${takenDown.join('、')} 号已经撤下，不再展示。`}</p>
    <ul>
      ${acts.map((line) => html`<li>${line}</li>`)}
    </ul>
  </div>`;
}

function list(
  people: readonly ChosenRound['folder']['people'][number][],
  { programme }: ChosenRound,
  marks: SinceApproval['marks'] = new Map(),
): Html {
  const { tiers } = programme.data.rules;
  return html`<ol class="people${people.length > 8 ? '' : ' few'}">
    ${people.map(({ id, data }, index) => {
      const mark = marks.get(id);
      const tier = tiers.length > 1 && data.tier !== undefined ? chineseValue('tier', data.tier, programme.data) : '';
      return html`<li>
        <span>${index + 1}</span>
        <div>
          <b>${data.name}</b
          >${isPerson(data) ? (data.trade ?? '') : SUBJECTS[subjectOf(data)].words}${mark !== undefined && `（${mark}）`}<small
            >${data.employer === data.name ? '' : data.employer}${tier && `\u3000${tier}`}</small
          >
        </div>
      </li>`;
    })}
  </ol>`;
}

function channel(one: ContactChannel, programme: Programme): Html {
  const hours = hoursOf(one);
  const open = hours ? `\u3000${hours.map(({ from, to }) => `${from}至${to}`).join('，')}` : '';
  const serves = one.tiers?.map((tier) => chineseValue('tier', tier, programme)).join('、');
  const purpose = one.purpose.map((word) => PURPOSES[word]).join('、');
  return html`<dt>${chineseChannelKind[one.kind]}</dt>
    <dd>
      ${chineseChannel(one)}${one.name && `\u3000${one.name}`}${open}（${purpose}${serves && `；只受理${serves}`}）
    </dd>`;
}

const PURPOSES: Record<ContactChannel['purpose'][number], string> = {
  objection: '提出异议',
  correction: '更正文字',
  press: '媒体联系',
};

function objection({ folder, programme }: ChosenRound): string {
  const { postmark, anonymous, confidential } = folder.round.data.objection;
  return [
    `来信${chineseValue('postmark', postmark, programme.data)}`,
    chineseValue('anonymous', anonymous, programme.data),
    confidential ? '对反映人和反映内容保密' : '',
  ]
    .filter((text) => text !== '')
    .join('；');
}

function tiers({ folder, programme }: ChosenRound): string {
  return folder.round.data.tiers
    .map(({ key, count }) => `${chineseValue('tier', key, programme.data)} ${count} 人`)
    .join('；');
}

/** Filled in where the same content is already approved, blank for the pen otherwise. */
function signatures(approved: ApprovalFile | undefined, digest: string): Html {
  const known = approved?.current.digest === digest ? approved.current : undefined;
  const line = (label: string, value = ''): Html => html`<p>${label}<i>${value}</i></p>`;
  return html`<div class="sign">
    ${line('批准机关', known?.body)} ${line('文号', known?.document)} ${line('批准人（签字）')}
    ${line('复核人（签字）')} ${line('日期')} ${line('日期')}
  </div>`;
}
