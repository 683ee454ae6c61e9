import { chineseDate } from '#core/calendar/plain-date.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import { noticeAddress } from '#site/address.ts';
import { candidateWord, countOfLines, type PersonGroup, personGroups } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { sequenceLines } from '#site/sequence.ts';
import { type DocumentBlock, documentBlocks } from '#site/words/document-text.ts';
import { actsView, type ActView } from './acts-view.ts';
import { listTerms } from './list-terms.ts';
import { type ObjectionView, objectionView } from './objection-view.ts';
import { type ResultView, resultView } from './result-view.ts';
import { stagesAfter } from './stages-ahead.ts';
import { type SettledView, settledView } from './state-view.ts';
import { type WindowSources, windowSources } from './window-sources.ts';
import { termView, type WindowView } from './window-view.ts';

/** The notice page as plain data. */
export interface NoticeView {
  title: string;
  issuers: readonly string[];
  documentNumber: string | undefined;
  /** `2026年11月20日`. */
  published: string;
  window: WindowView;
  sources: WindowSources;
  outlets: { name: string; address: string | undefined }[];
  /** What follows the window, in the programme's own names of stages: `市政府公布`. */
  next: string[];
  listTitle: string;
  /** `10人，按姓氏笔画排序`. */
  listNote: string;
  /** What the list is, where it is not simply those to be named: with a margin, with open tiers, with reserves. */
  terms: string[];
  groups: PersonGroup[];
  text: DocumentBlock[];
  objection: ObjectionView;
  result: ResultView | undefined;
  /** Withdrawn, replaced or revoked: no window counts. */
  settled: SettledView | undefined;
  /** What happened since, oldest first. */
  acts: ActView[];
  /** The other notices of the round. */
  others: { label: string; text: string; address: string }[];
}

export function noticeView(round: PublicRound, notice: PublicNotice): NoticeView {
  const { orderedBy, data } = round;
  const { title, issuers, documentNumber, published, visible } = notice;
  return {
    title,
    issuers,
    documentNumber,
    published: chineseDate(published),
    window: termView(notice, round.window),
    sources: windowSources(round),
    outlets: data.outlets.map(({ name, address }) => ({ name, address })),
    next: stagesAfter(round),
    listTitle: `${candidateWord(round)}名单`,
    listNote: `${countOfLines(visible)}，${orderedBy}`,
    terms: listTerms(round, visible),
    groups: personGroups(round, visible),
    text: documentBlocks(notice.sections, { issuers, dates: [published] }),
    objection: objectionView(round),
    result: resultView(round),
    settled: settledView(round, notice),
    acts: actsView(round),
    others: othersOf(round, notice),
  };
}

/** Those of the same publicity, then those before and behind it in the round. */
function othersOf(round: PublicRound, notice: PublicNotice): NoticeView['others'] {
  const again = round.notices
    .filter(({ number }) => number !== notice.number)
    .map((other) => ({
      label: notice.replaced ? '重新公示：' : '此前的公示：',
      text: `${other.title}（${chineseDate(other.published)}）`,
      address: noticeAddress(round.id, other.number),
    }));
  const siblings = sequenceLines(round)
    .filter(({ address }) => address !== noticeAddress(round.id))
    .map(({ word, title, published, address }) => ({ label: `${word}：`, text: `${title}（${published}）`, address }));
  return [...again, ...siblings];
}
