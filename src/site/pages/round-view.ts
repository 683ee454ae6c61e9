import { chineseDate } from '#core/calendar/plain-date.ts';
import { noticeAddress } from '#site/address.ts';
import { candidatesText, type PersonGroup, standingGroups } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import { type SequenceLine, sequenceLines } from '#site/sequence.ts';
import { dateRange } from '#site/words/chinese-dates.ts';
import { limitText } from '#site/words/programme-words.ts';
import { currentNotice } from './profile-view.ts';
import { type ResultView, resultView } from './result-view.ts';
import { type SettledView, settledView } from './state-view.ts';
import { type VoteView, voteView } from './vote-view.ts';
import { termView, type WindowView } from './window-view.ts';

/** What a card, a line or the page of a round shows. */
export interface RoundView {
  /** Of its notice. */
  id: string;
  roundId: string;
  programmeId: string;
  programmeName: string;
  edition: string;
  year: number;
  title: string;
  noticeTitle: string;
  /** Of the notice that rules. */
  noticeAddress: string;
  noticePublished: string;
  issuers: readonly string[];
  /** `候选人10人`. */
  people: string;
  window: WindowView;
  /** Withdrawn, or a decision revoked. */
  settled: SettledView | undefined;
  /** Who was conferred; the candidates until that is known. */
  groups: PersonGroup[];
  orderedBy: string;
  result: ResultView | undefined;
  /** Every notice of the round, where there are several. */
  sequence: SequenceLine[];
}

export interface RoundDetails {
  stages: { name: string; when: string | undefined; text: string | undefined; isPublicity: boolean }[];
  facts: { label: string; items: { text: string; address?: string | undefined }[] }[];
  vote: VoteView | undefined;
}

export function roundView(round: PublicRound): RoundView {
  const { id, roundId, programme, data } = round;
  const notice = currentNotice(round);
  return {
    id,
    roundId,
    programmeId: programme.id,
    programmeName: programme.data.name,
    edition: data.edition,
    year: data.year,
    title: data.title,
    noticeTitle: notice.title,
    noticeAddress: noticeAddress(id, notice.number),
    noticePublished: chineseDate(notice.published),
    issuers: notice.issuers,
    people: candidatesText(round),
    window: termView(notice, round.window),
    settled: settledView(round, notice),
    groups: standingGroups(round),
    orderedBy: round.orderedBy,
    result: resultView(round),
    sequence: sequenceLines(round),
  };
}

export function roundDetails({ programme, data }: PublicRound): RoundDetails {
  const bodies = data.nominatingBodies.map(({ name }) => ({ text: name }));
  return {
    vote: voteView(data),
    stages: programme.data.stages.map(({ kind, name }) => {
      const own = data.stages.find((stage) => stage.kind === kind);
      return {
        name,
        when: own && dateRange(own.opensOn, own.closesOn),
        text: own?.text,
        isPublicity: kind === 'publicity',
      };
    }),
    facts: [
      { label: '主办单位', items: programme.data.organisers.map((text) => ({ text })) },
      { label: '命名机关', items: programme.data.conferringAuthority.map((text) => ({ text })) },
      { label: '名额', items: [{ text: limitText(programme.data.rules.quota) }] },
      { label: '公示媒体', items: data.outlets.map(({ name, address }) => ({ text: name, address })) },
      { label: '推荐单位', items: bodies },
    ],
  };
}
