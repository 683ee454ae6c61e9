import { type Act, actInstant, kindOf } from '#core/acts/act.ts';
import { outOfTurn } from '#core/acts/out-of-turn.ts';
import type { Ground, Taken } from '#core/acts/standing.ts';
import type { Remark } from '#core/acts/turn.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Entry } from '#core/records/content.ts';
import { publicityRules } from '#core/records/round.ts';
import { begin } from '#core/window/course.ts';
import type { WindowRules } from '#core/window/publicity-window.ts';
import { actsInOrder, isOfRound, type Life } from './life.ts';
import { type Standing, stateFrom } from './phase.ts';
import { announcedBy } from './results.ts';

/** The standing at an instant. An act that cannot stand changes nothing; `check` has refused it. */
export function standingAt(life: Life, now: Instant): Standing {
  return unroll(life, ({ data }) => actInstant(data) <= now).standing;
}

export interface TakenAct {
  act: Entry<Act>;
  /** What is wrong with it, judged by the state in which it finds the notice. */
  remarks: Remark[];
  /** What the acts up to this one have brought about. */
  standing: Standing;
}

/** Every act in its turn. */
export function takenActs(life: Life): TakenAct[] {
  return unroll(life, () => true).taken;
}

/** The standings a notice goes through, each with the instant from which it holds; the first holds from the beginning. */
export function timeline(life: Life): [Turn, ...Turn[]] {
  const { first, taken } = unroll(life, () => true);
  return [
    { from: -Infinity, standing: first },
    ...taken.map(({ act, standing }) => ({ from: actInstant(act.data), standing })),
  ];
}

interface Turn {
  from: Instant;
  standing: Standing;
}

/** What the round's own dates promise: the rules of every window it opens. */
export function rulesOf({ programme, folder }: Pick<Life, 'programme' | 'folder'>): WindowRules | undefined {
  return publicityRules(programme.data, folder.round.data);
}

function unroll(life: Life, isPublic: (act: Entry<Act>) => boolean): Unrolled {
  const rules = rulesOf(life);
  const { opensOn, closesOn } = life.folder.round.data.publicity;
  const first: Standing = {
    course: rules && begin(1, opensOn, closesOn, rules),
    noticeWithdrawn: undefined,
    withdrawn: new Map(),
    deferred: new Map(),
    revoked: new Map(),
    wholeRevoked: undefined,
  };
  let standing = first;
  const taken: TakenAct[] = [];
  for (const act of actsInOrder(life).filter(isPublic)) {
    const { next, remarks } = take(life, standing, act);
    if (!remarks.some((remark) => remark.void)) standing = next;
    taken.push({ act, remarks, standing });
  }
  return { first, standing, taken };
}

interface Unrolled {
  first: Standing;
  standing: Standing;
  taken: TakenAct[];
}

function take(life: Life, standing: Standing, act: Entry<Act>): Taken<Entry<Act>> {
  const { turns, take: bringAbout } = kindOf(act.data);
  const { state } = stateFrom(life, standing, actInstant(act.data));
  if (!turns.includes(state)) return { next: standing, remarks: [outOfTurn(act.data.kind, state)] };
  return bringAbout(standing, act.data, act, groundOf(life, actInstant(act.data)));
}

function groundOf(life: Life, now: Instant): Ground {
  const announced = announcedBy(life.folder, now);
  const conferred = announced.flatMap(({ data }) => data.conferred);
  return {
    announced: announced.length > 0,
    calendar: life.calendar,
    isOfRound: (person) => isOfRound(life, person),
    conferred: new Set(conferred.flatMap(({ people }) => people)),
  };
}
