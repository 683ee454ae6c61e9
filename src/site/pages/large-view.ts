import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import { noticeAddress, objectionAddress, resultAddress } from '#site/address.ts';
import { candidateWord, countOfLines, personGroups, type PersonRow } from '#site/person-row.ts';
import type { PublicRound } from '#site/publication.ts';
import type { ChannelView } from './channel-view.ts';
import { objectionView } from './objection-view.ts';
import { resultView } from './result-view.ts';
import { type SettledView, settledView } from './state-view.ts';
import { termView, type WindowView } from './window-view.ts';

/** A notice in large type: what it is, until when one may object, whom to ring up, and who is on the list. Nothing else. */
export interface LargeView {
  title: string;
  issuers: readonly string[];
  window: WindowView;
  settled: SettledView | undefined;
  /** What was decided: `命名威海工匠20人`. */
  result: { counts: string; address: string } | undefined;
  /** One for everybody, or one for each list; telephones first, then the ways that need none. */
  offices: { heading: string | undefined; desk: string | undefined; phones: ChannelView[]; others: ChannelView[] }[];
  listTitle: string;
  listNote: string;
  groups: { heading: string | undefined; rows: PersonRow[] }[];
  /** The whole notice, and the page that writes the letter. */
  whole: string;
  letter: string;
}

export function largeView(round: PublicRound, notice: PublicNotice): LargeView {
  const settled = settledView(round, notice);
  const result = resultView(round);
  return {
    title: notice.title,
    issuers: notice.issuers,
    window: termView(notice, round.window),
    settled,
    result: result && { counts: result.allCounts, address: resultAddress(round.roundId) },
    offices: objectionView(round).offices.map(({ heading, desk, channels }) => ({
      heading,
      desk,
      phones: channels.filter(({ kind }) => kind === 'phone'),
      others: channels.filter(({ kind }) => kind !== 'phone'),
    })),
    listTitle: result ? '命名名单' : `${candidateWord(round)}名单`,
    listNote: result ? '' : `${countOfLines(notice.visible)}，${round.orderedBy}`,
    groups: result
      ? result.named.map(({ name, count, rows }) => ({ heading: `${name}（${count}）`, rows }))
      : personGroups(round, notice.visible),
    whole: noticeAddress(round.id, notice.number),
    letter: objectionAddress(round.id),
  };
}
