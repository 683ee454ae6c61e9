import { type Act, actInstant, kindOf } from '#core/acts/act.ts';
import { chinaIsoInstant, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Entry } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type Round, voteInstants } from '#core/records/round.ts';
import type { EffectiveDay } from '#core/window/course.ts';
import { noticeAddress, publicAddress, resultAddress, statusAddress } from '#site/address.ts';
import type { Publication, PublicRound } from '#site/publication.ts';

/**
 * `status.json` of a notice, for programs; docs/status.md describes it. Fields are only ever added. Instants are RFC 3339 in
 * China's time, days plain dates. `state` is of the build (`asOf`): whoever needs the present state takes the instants and a clock.
 * Names nobody.
 */
export interface NoticeStatus {
  version: 1;
  round: string;
  notice: {
    title: string;
    address: string;
    documentNumber: string | null;
    published: string;
    /** Where a round has several, or shows a shortlist: what this one is. */
    kind?: string;
  };
  /** All notices of the round, where there are several, in their order. */
  sequence?: NoticeLink[];
  asOf: string;
  state: PublicRound['state']['state'];
  /** As first published. */
  printed: { opensOn: PlainDate; closesOn: PlainDate };
  /** As the acts have made it; `null` where it cannot be said: suspended, or beyond the calendar. */
  window: {
    publicity: number;
    opensOn: PlainDate;
    closesOn: PlainDate;
    unit: 'working' | 'calendar';
    length: number;
    opensAt: string;
    /** The first instant at which the window is closed. */
    closesAt: string;
    days: { date: PlainDate; ordinal: number | null; kind: string; name: string | null; suspended: boolean }[];
  } | null;
  /** The public vote of the round: when it begins, and the first instant at which it is over. */
  vote: { opensAt: string | null; closesAt: string | null; address: string | null } | null;
  /** A suspension that no act has ended yet. */
  suspendedSince: string | null;
  acts: {
    id: string;
    kind: Act['kind'];
    reasonCode: string;
    published: string;
    oldClosesOn: PlainDate | null;
    newClosesOn: PlainDate | null;
  }[];
  result: { title: string; published: string; conferredOn: PlainDate } | null;
  /** 补充公布, in their order; absent where there is none. */
  furtherResults?: { title: string; published: string; conferredOn: PlainDate; address: string }[];
}

/** One notice of a round with several. */
export interface NoticeLink {
  kind: string;
  title: string;
  address: string;
  status: string;
  published: string;
  opensOn: PlainDate;
  closesOn: PlainDate;
}

export function noticeLinks({ sequence }: PublicRound, siteAddress: string): NoticeLink[] {
  return sequence.map(({ id, kind, notice, data }) => ({
    kind: kind.kind,
    title: notice.data.title,
    address: publicAddress(siteAddress, noticeAddress(id)),
    status: publicAddress(siteAddress, statusAddress(id)),
    published: chinaIsoInstant(publishedAt(notice.data)),
    opensOn: data.publicity.opensOn,
    closesOn: data.publicity.closesOn,
  }));
}

export function noticeStatus(round: PublicRound, { site, now }: Pick<Publication, 'site' | 'now'>): NoticeStatus {
  const { id, roundId, kind, sequence, notice, data, state, effective, acts, result, results } = round;
  const several = sequence.length > 1;
  const { opensOn, closesOn } = data.publicity;
  return {
    version: 1,
    round: roundId,
    notice: {
      title: notice.data.title,
      address: publicAddress(site.address, noticeAddress(id)),
      documentNumber: notice.data.documentNumber ?? null,
      published: chinaIsoInstant(publishedAt(notice.data)),
      ...((several || kind.kind !== 'candidates') && { kind: kind.kind }),
    },
    ...(several && { sequence: noticeLinks(round, site.address) }),
    asOf: chinaIsoInstant(now),
    state: state.state,
    printed: { opensOn, closesOn },
    window: windowOf(effective),
    vote: voteOf(data),
    suspendedSince: effective.course === 'halted' ? chinaIsoInstant(effective.since) : null,
    acts: acts.map(actOf),
    result: result
      ? {
          title: result.data.title,
          published: chinaIsoInstant(publishedAt(result.data)),
          conferredOn: result.data.conferredOn,
        }
      : null,
    ...(results.length > 1 && {
      furtherResults: results.slice(1).map((further, index) => ({
        title: further.data.title,
        published: chinaIsoInstant(publishedAt(further.data)),
        conferredOn: further.data.conferredOn,
        address: publicAddress(site.address, resultAddress(roundId, index + 2)),
      })),
    }),
  };
}

function windowOf(effective: PublicRound['effective']): NoticeStatus['window'] {
  if (effective.course !== 'running') return null;
  const { publicity, window } = effective;
  const { opensOn, closesOn, opens, closes, unit, length } = window;
  const days: readonly EffectiveDay[] = window.days;
  return {
    publicity,
    opensOn,
    closesOn,
    unit,
    length,
    opensAt: chinaIsoInstant(opens),
    closesAt: chinaIsoInstant(closes),
    days: days.map(({ date, ordinal, kind, name, suspended }) => ({
      date,
      ordinal: ordinal ?? null,
      kind,
      name: name ?? null,
      suspended: suspended ?? false,
    })),
  };
}

function voteOf(round: Round): NoticeStatus['vote'] {
  const vote = voteInstants(round);
  const at = (instant: Instant | undefined): string | null => (instant === undefined ? null : chinaIsoInstant(instant));
  return vote ? { opensAt: at(vote.opens), closesAt: at(vote.closes), address: round.vote?.address ?? null } : null;
}

function actOf({ id, data }: Entry<Act>): NoticeStatus['acts'][number] {
  const closes = kindOf(data).closes(data);
  return {
    id,
    kind: data.kind,
    reasonCode: data.reasonCode,
    published: chinaIsoInstant(actInstant(data)),
    oldClosesOn: closes.old,
    newClosesOn: closes.new,
  };
}
