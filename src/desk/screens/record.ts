import { chinaDate, chinaTime, type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import { fingerprint } from '#core/formats/digest.ts';
import { type Html, html } from '#core/formats/html.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import { kindIn, noticesOf } from '#core/lifecycle/notices-of.ts';
import { calendarOf, type RoundFolder } from '#core/records/content.ts';
import type { Entry } from '#desk/frame/record.ts';
import type { FileReply, Screen, Visit } from '#desk/frame/screen.ts';
import { dossiers } from '#pipeline/check/check-content.ts';
import { roundLine } from './round-line.ts';

/** 记录: who signed what and when, by digest, and what was done at this desk. */
export const recordScreen: Screen = { path: '/record', title: '记录', menu: '留底', show };

/** The same for a leader to read, one file without a link back. */
export const recordFileScreen: Screen = { path: '/record-file', title: '办理记录', show: recordFile };

interface Signed {
  at: Instant;
  round: string;
  what: string;
  who: string;
  document: string;
  digest: string;
}

async function show(visit: Visit): Promise<Html> {
  const signed = await signedOf(visit);
  const done = await visit.desk.record.all();
  return html`<p><a href="/record-file">存成一个文件，给领导看（只能看，不能改）</a></p>
    <h2>批准和复核</h2>
    ${signedTable(signed)}
    <h2>在这个办公台上办过的</h2>
    ${done.length === 0 && html`<p>还没有。</p>`}
    <ol class="choices" reversed>
      ${done.toReversed().map(deed)}
    </ol>`;
}

function deed({ at, title, text, command, exit }: Entry): Html {
  return html`<li>
    <p><time>${moment(at)}</time> <b>${title}</b>${exit !== 0 && '（没有办成）'}</p>
    <details>
      <summary>当时说了什么，用命令怎么写</summary>
      <pre>${text}</pre>
      <p><code data-copy>${command}</code></p>
    </details>
  </li>`;
}

function signedTable(signed: readonly Signed[]): Html {
  if (signed.length === 0) return html`<p>还没有。</p>`;
  return html`<table>
    <thead>
      <tr>
        ${['何时', '哪一届', '什么', '谁', '依据', '指纹'].map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${signed.map(
        ({ at, round, what, who, document, digest }) =>
          html`<tr>
            <td><time>${moment(at)}</time></td>
            <td>${round}</td>
            <td>${what}</td>
            <td>${who}</td>
            <td>${document}</td>
            <td><code>${fingerprint(digest)}</code></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

async function signedOf({ desk }: Visit): Promise<Signed[]> {
  const { readable } = await desk.checked();
  const rounds = readable?.programmes.flatMap((programme) => programme.rounds) ?? [];
  return rounds.flatMap(signedIn).toSorted((a, b) => b.at - a.at);
}

function signedIn(folder: RoundFolder): Signed[] {
  const { title } = folder.round.data;
  const lists = noticesOf(folder).flatMap((notice) => {
    const { approval } = notice;
    const all = approval ? [approval.data.current, ...approval.data.former] : [];
    return all.map((one): Signed => ({
      at: parseInstant(one.approvedAt) ?? 0,
      round: title,
      what: `${kindIn(notice).words}的名单和正文${one.again === undefined ? '' : `（重新批准：${one.again}）`}`,
      who: whoSigned(one),
      document: `${one.body} ${one.document}（${one.date}）`,
      digest: one.digest,
    }));
  });
  const reviews = (folder.reviews?.data.reviews ?? []).map((one): Signed => ({
    at: parseInstant(one.reviewedAt) ?? 0,
    round: title,
    what: chineseReviewable(one),
    who: whoSigned(one),
    document: '',
    digest: one.digest,
  }));
  return [...lists, ...reviews];
}

function whoSigned({
  approver,
  reviewer,
  soleReason,
}: {
  approver: string;
  reviewer?: string | undefined;
  soleReason?: string | undefined;
}): string {
  return reviewer === undefined ? `${approver}（一人办理：${soleReason ?? ''}）` : `${approver}、${reviewer}`;
}

function moment(at: Instant): string {
  return `${chinaDate(at)} ${chinaTime(at)}`;
}

async function recordFile(visit: Visit): Promise<FileReply> {
  const signed = await signedOf(visit);
  const { readable, findings } = await visit.desk.checked();
  const name = readable?.site.data.name ?? '';
  const all = readable ? dossiers(readable, calendarOf(readable, readable.site.data.regionalCalendar)) : [];
  const lines = all.map((dossier) => roundLine(dossier, findings, visit.desk.clock()));
  const page = html`<html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <title>办理记录</title>
      <style>
        body {
          margin: 2rem auto;
          max-width: 60rem;
          font: 16px/1.7 sans-serif;
          color: #1d1d1f;
        }
        table {
          width: 100%;
          border-collapse: collapse;
        }
        th,
        td {
          padding: 0.4rem;
          border-bottom: 1px solid #d8d2c4;
          text-align: left;
          vertical-align: top;
        }
      </style>
    </head>
    <body>
      <h1>${name}：批准和复核记录</h1>
      <p>截至${moment(visit.desk.clock())}。只供查看；每一份的指纹印在当时签字的校样上。</p>
      <h2>各届</h2>
      <ul>
        ${lines.map(({ title, told }) => html`<li>${title}：${told.join('')}</li>`)}
      </ul>
      <h2>批准和复核</h2>
      ${signedTable(signed)}
    </body>
  </html>`;
  const bytes = new TextEncoder().encode(`<!doctype html>\n${page.markup}\n`);
  return {
    kind: 'file',
    bytes,
    type: 'text/html; charset=utf-8',
    name: `办理记录 ${chinaDate(visit.desk.clock())}.html`,
  };
}
