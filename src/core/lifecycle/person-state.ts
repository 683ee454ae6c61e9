import { type Act, actInstant } from '#core/acts/act.ts';
import { chinaInstant, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Entry } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type Life, resultInstant } from './life.ts';
import type { Standing } from './phase.ts';
import { standingAt } from './standing.ts';

/** Where one person of a round stands at an instant; always exactly one. */
export type PersonState =
  /** Before the notice: on a list for the vote or the jury, not yet a candidate. */
  | { state: 'shortlisted' }
  | { state: 'candidate' }
  /** The own candidacy by an act, or the whole notice. */
  | { state: 'withdrawn'; since: Instant; act: Entry<Act>; by: 'person' | 'notice' }
  /** `title` is false for an 入围奖, which is no title; `ended` once a title with a term has run out. */
  | {
      state: 'honouree';
      tier: string;
      title: boolean;
      conferredOn: PlainDate;
      until: PlainDate | undefined;
      ended: boolean;
    }
  | { state: 'notConferred'; since: Instant; reason: string | undefined }
  | { state: 'revoked'; since: Instant; act: Entry<Act>; tier: string; whole: boolean };

export function personState(person: string, life: Life, now: Instant): PersonState {
  return personStateFrom(person, life, standingAt(life, now), now);
}

/** The same where the standing is at hand already, for lists of people. */
export function personStateFrom(person: string, life: Life, standing: Standing, now: Instant): PersonState {
  const { notice, result } = life.folder;
  if (!notice || now < publishedAt(notice.data)) return { state: 'shortlisted' };
  const withdrawn = standing.withdrawn.get(person);
  if (withdrawn) return { state: 'withdrawn', since: actInstant(withdrawn.data), act: withdrawn, by: 'person' };
  if (standing.noticeWithdrawn) {
    const act = standing.noticeWithdrawn;
    return { state: 'withdrawn', since: actInstant(act.data), act, by: 'notice' };
  }
  const announced = resultInstant(life);
  if (!result || announced === undefined || now < announced) return { state: 'candidate' };
  const { conferred, notConferred, conferredOn, titleUntil: until } = result.data;
  const tier = conferred.find(({ people }) => people.includes(person))?.tier;
  if (tier === undefined) {
    const reason = notConferred.find((one) => one.person === person)?.reason;
    return { state: 'notConferred', since: announced, reason };
  }
  const act = standing.revoked.get(person) ?? standing.wholeRevoked;
  if (act) {
    return { state: 'revoked', since: actInstant(act.data), act, tier, whole: act === standing.wholeRevoked };
  }
  const title = life.programme.data.rules.tiers.find(({ key }) => key === tier)?.title !== false;
  const ended = until !== undefined && now >= chinaInstant(until, '24:00');
  return { state: 'honouree', tier, title, conferredOn, until, ended };
}
