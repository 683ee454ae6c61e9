import { type Act, actInstant } from '#core/acts/act.ts';
import { chinaInstant, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { Life } from './life.ts';
import { appears, kindIn, lists } from './notices-of.ts';
import type { Standing } from './phase.ts';
import { announcedBy, conferralOf, numberOf, refusalOf } from './results.ts';
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
      /** 递补: shown as a reserve, and moved up. */
      movedUp: boolean;
      /** Which announcement names it: 1, or 2 and on for a 补充公布. */
      announcement: number;
    }
  /** Put off, neither faded nor accused; `lifted` once it is taken up again and a further result is awaited. */
  | { state: 'deferred'; since: Instant; act: Entry<Act>; lifted: Instant | undefined }
  /** `reserve`: shown as one, and not moved up. */
  | { state: 'notConferred'; since: Instant; reason: string | undefined; reserve: boolean }
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
  const { notice } = life.folder;
  if (!notice || now < publishedAt(notice.data)) return { state: 'shortlisted' };
  const withdrawn = standing.withdrawn.get(person);
  if (withdrawn) return { state: 'withdrawn', since: actInstant(withdrawn.data), act: withdrawn, by: 'person' };
  if (standing.noticeWithdrawn) {
    const act = standing.noticeWithdrawn;
    return { state: 'withdrawn', since: actInstant(act.data), act, by: 'notice' };
  }
  const left = leftOutBy(life.folder, now);
  const results = announcedBy(life.folder, now);
  const [first] = results;
  const deferral = standing.deferred.get(person);
  const deferred = deferral && {
    state: 'deferred' as const,
    since: actInstant(deferral.act.data),
    act: deferral.act,
    lifted: deferral.lifted && actInstant(deferral.lifted.data),
  };
  if (!first) {
    if (deferred && deferred.lifted === undefined) return deferred;
    return left ?? { state: kindIn(life.folder).state };
  }
  const named = conferralOf(person, results);
  const reserve = isReserve(person, life);
  if (!named) {
    const refused = refusalOf(person, results);
    if (deferred && !refused) return deferred;
    if (left && !deferred) return left;
    return {
      state: 'notConferred',
      since: publishedAt((refused?.result ?? first).data),
      reason: refused?.reason,
      reserve,
    };
  }
  const { tier } = named;
  const { conferredOn, titleUntil: until } = named.result.data;
  const act = standing.revoked.get(person) ?? standing.wholeRevoked;
  if (act) {
    return { state: 'revoked', since: actInstant(act.data), act, tier, whole: act === standing.wholeRevoked };
  }
  const title = life.programme.data.rules.tiers.find(({ key }) => key === tier)?.title !== false;
  const ended = until !== undefined && now >= chinaInstant(until, '24:00');
  const announcement = numberOf(named.result);
  return { state: 'honouree', tier, title, conferredOn, until, ended, movedUp: reserve, announcement };
}

/** Whether somebody was shown as a reserve; of one who was taken down the record that is left says it. */
function isReserve(person: string, { programme, folder }: Life): boolean {
  const tier =
    folder.people.find(({ id }) => id === person)?.data.tier ??
    folder.takenDown.find(({ id }) => id === person)?.data.tier;
  return tier !== undefined && reserveTarget(tier, programme.data) !== undefined;
}

/** The next whole list, which does not have somebody for whom this folder is the last that does. */
function leftOutBy({ part }: RoundFolder, now: Instant): Extract<PersonState, { state: 'notAdvanced' }> | undefined {
  const next = part?.all.slice(part.number).find((one) => appears(one) <= now && kindIn(one).list === 'whole');
  if (!next) return undefined;
  return { state: 'notAdvanced', since: appears(next), words: kindIn(next).leftOut };
}
