import { chinaIsoInstant, chineseFullDate, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { type Round, voteInstants } from '#core/records/round.ts';
import { chineseTime } from '#site/words/chinese-dates.ts';

/** The public vote of a round: absolute dates in words, and the same instants for the reader's clock. */
export interface VoteView {
  text: string;
  /** `2017年6月27日（星期二）9:00至2017年7月7日（星期五）9:00`; absent where no day is stated. */
  when: string | undefined;
  address: string | undefined;
  live: { 'data-vote-opens': string | undefined; 'data-vote-closes': string | undefined };
}

export function voteView(round: Round): VoteView | undefined {
  const instants = voteInstants(round);
  if (!round.vote || !instants) return undefined;
  const { text, address, opensAt, closesAt, opensOn, closesOn } = round.vote;
  const from = opensOn && `${chineseFullDate(opensOn)}${opensAt === undefined ? '' : chineseTime(opensAt)}`;
  const to = closesOn && `${chineseFullDate(closesOn)}${closesAt === undefined ? '' : chineseTime(closesAt)}`;
  const when = from && to ? `${from}至${to}` : from ? `${from}起` : to && `至${to}`;
  return {
    text,
    when,
    address,
    live: { 'data-vote-opens': iso(instants.opens), 'data-vote-closes': iso(instants.closes) },
  };
}

/** The days of the vote as an entry of a calendar takes them. */
export function voteDays({ vote }: Round): { from: PlainDate; to: PlainDate } | undefined {
  return vote?.opensOn === undefined ? undefined : { from: vote.opensOn, to: vote.closesOn ?? vote.opensOn };
}

function iso(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : chinaIsoInstant(instant);
}
