import { actInstant, type Act } from '#core/acts/act.ts';
import type { ActKind } from '#core/acts/act-reason.ts';
import type { Entry } from '#core/records/content.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { WindowRules } from '#core/calendar/publicity-window.ts';
import { publicityRules } from '#core/records/round.ts';
import { begin } from './course.ts';
import { actsInOrder, type Life } from './life.ts';
import { stateFrom, type Standing, type StateName } from './phase.ts';
import { takePerson } from './person-act.ts';
import { outOfTurn, type Remark } from './remark.ts';
import { takeWindow } from './window-act.ts';

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
export function timeline(life: Life): { from: Instant; standing: Standing }[] {
  const { first, taken } = unroll(life, () => true);
  return [
    { from: -Infinity, standing: first },
    ...taken.map(({ act, standing }) => ({ from: actInstant(act.data), standing })),
  ];
}

/** In which states an act can be made. After the close only a new window helps, after the result only revocation. */
const TURNS: Record<ActKind, readonly StateName[]> = {
  correction: ['before', 'open', 'suspended', 'closed', 'announced', 'unknown'],
  extension: ['before', 'open'],
  suspension: ['open'],
  resumption: ['suspended'],
  're-publicity': ['before', 'open', 'suspended', 'closed', 'unknown'],
  'withdraw-candidate': ['before', 'open', 'suspended', 'closed', 'unknown'],
  'withdraw-notice': ['before', 'open', 'suspended', 'closed', 'unknown'],
  revoke: ['announced'],
};

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

function take(life: Life, standing: Standing, act: Entry<Act>): { next: Standing; remarks: Remark[] } {
  const state = stateFrom(life, standing, actInstant(act.data));
  if (!TURNS[act.data.kind].includes(state.state)) {
    return { next: standing, remarks: [outOfTurn(act.data.kind, state.state)] };
  }
  switch (act.data.kind) {
    case 'correction':
      return { next: standing, remarks: [] };
    case 'withdraw-notice':
      return { next: { ...standing, noticeWithdrawn: act }, remarks: [] };
    case 'withdraw-candidate':
    case 'revoke':
      return takePerson(life, standing, act, act.data);
    default: {
      const { course, remarks } = takeWindow(life, standing.course, act.data);
      return { next: { ...standing, course }, remarks };
    }
  }
}
