import { type Act, actInstant } from '#core/acts/act.ts';
import { chinaInstant, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type Life, resultInstant } from './life.ts';
import { appears, kindIn, lists } from './notices-of.ts';
import type { Standing } from './phase.ts';
import { standingAt } from './standing.ts';

/** Where one person of a round stands at an instant; always exactly one. */
export type PersonState =
  /** On a list for the vote or the jury, or not yet published: not yet a candidate. */
  | { state: 'shortlisted' }
  | { state: 'candidate' }
  /** On an earlier list of the round and not on the one that followed it: no withdrawal, and nobody's fault. */
  | { state: 'notAdvanced'; since: Instant; words: string }
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
  const own = ruling(person, life, now);
  return personStateFrom(person, own, standingAt(own, now), now);
}

/** The notice by which a person stands: of a round with several the last one public that lists them. */
export function ruling<L extends Life>(person: string, life: L, now: Instant): L {
  const folder = life.folder.part?.all.findLast((one) => appears(one) <= now && lists(one, person));
  return folder === undefined || folder === life.folder ? life : { ...life, folder };
}

/** The same by the notice that rules, whose standing is at hand already, for lists of people. */
export function personStateFrom(person: string, life: Life, standing: Standing, now: Instant): PersonState {
  const { notice, result } = life.folder;
  if (!notice || now < publishedAt(notice.data)) return { state: 'shortlisted' };
  const withdrawn = standing.withdrawn.get(person);
  if (withdrawn) return { state: 'withdrawn', since: actInstant(withdrawn.data), act: withdrawn, by: 'person' };
  if (standing.noticeWithdrawn) {
    const act = standing.noticeWithdrawn;
    return { state: 'withdrawn', since: actInstant(act.data), act, by: 'notice' };
  }
  const left = leftOutBy(life.folder, now);
  const announced = resultInstant(life);
  const kind = kindIn(life.folder);
  if (!result || announced === undefined || now < announced) return left ?? { state: kind.state };
  const { conferred, notConferred, conferredOn, titleUntil: until } = result.data;
  const tier = conferred.find(({ people }) => people.includes(person))?.tier;
  if (tier === undefined) {
    if (left) return left;
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

/** The next whole list, which does not have somebody for whom this folder is the last that does. */
function leftOutBy({ part }: RoundFolder, now: Instant): Extract<PersonState, { state: 'notAdvanced' }> | undefined {
  const next = part?.all.slice(part.number).find((one) => appears(one) <= now && kindIn(one).list === 'whole');
  if (!next) return undefined;
  return { state: 'notAdvanced', since: appears(next), words: kindIn(next).leftOut };
}
