import type { Act } from '#core/acts/act.ts';
import { chineseDate } from '#core/calendar/plain-date.ts';
import type { Entry } from '#core/records/content.ts';
import { noticeAddress, publicAddress } from '#site/address.ts';
import { actsView } from '#site/pages/acts-view.ts';
import { currentNotice } from '#site/pages/profile-view.ts';
import type { PublicRound } from '#site/publication.ts';
import { cited } from '#site/words/citation.ts';
import type { PaperBlock, PaperDocument } from './document.ts';
import { frameOf, wholeOf } from './round-frame.ts';
import { titleLines } from './title-lines.ts';

/** What happened after publication, as the page tells it under 公示以来的变化: what, whom, from what to what, why. */
export function actDocument(round: PublicRound, act: Entry<Act>, site: string): PaperDocument {
  const view = actsView(round).find(({ id }) => id === act.id);
  if (!view) throw new Error(`${round.id} has no public act ${act.id}`);
  const notice = currentNotice(round);
  const { issuers } = notice;
  const title = `${round.data.title}${view.what}公告`;
  const titleWords = [round.programme.data.title, round.data.edition, view.what, ...issuers];
  const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
  const changes = view.changes.map(({ label, before, after }) => {
    const from = before === undefined ? '' : `原为“${before}”，`;
    return paragraph(`${label}：${from}${after === undefined ? '现删去' : `现为“${after}”`}。`);
  });
  const who = view.who.map(({ text }) => text).join('、');
  return {
    id: act.id,
    name: `${act.data.date}${view.what}${/-(\d+)$/.exec(act.id.slice(10))?.[1] ?? ''}`,
    title,
    titleLines: titleLines(title, titleWords),
    titleWords,
    issuers,
    documentNumber: view.document,
    addressee: undefined,
    body: [
      paragraph(`${cited(notice.title, undefined)}（${chineseDate(notice.published)}发布）有下列变化，现予公告。`),
      paragraph(`事项：${view.what}。`),
      ...(who === '' ? [] : [paragraph(`涉及人选：${who}。`)]),
      ...changes,
      paragraph(`原因：${view.reason}`),
      paragraph(`自${view.when}起生效。`),
    ],
    signature: { issuers, date: chineseDate(act.data.date) },
    attachments: [],
    published: act.data.date,
    publishedTime: act.data.publishedTime,
    frame: frameOf(round),
    address: `${publicAddress(site, noticeAddress(round.id, notice.number))}#${act.id}`,
    whole: wholeOf(view.who.map(({ text }) => text)),
  };
}
