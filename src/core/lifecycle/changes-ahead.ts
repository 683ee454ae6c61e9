import { actInstant, kindOf } from '#core/acts/act.ts';
import { chinaInstant, type Instant } from '#core/calendar/plain-date.ts';
import { publishedAt } from '#core/records/notice.ts';
import { daysOf } from '#core/window/course.ts';
import { actsInOrder, type Life } from './life.ts';
import { type Standing, stateFrom } from './phase.ts';
import { resultsOf } from './results.ts';
import { timeline } from './standing.ts';
import { visibleFrom } from './visible-people.ts';

export type ChangeKind =
  'publication' | 'opening' | 'day' | 'close' | 'result' | 'act' | 'resumption' | 'decay' | 'title-ends';

/** An instant at which something that is shown becomes different. */
export interface Change {
  at: Instant;
  kind: ChangeKind;
  /** The act that becomes public. */
  act?: string;
  /** Of a window: which publicity it is, and how often an act has moved it. */
  window?: { publicity: number; moves: number };
}

/** All instants after `now` at which anything changes, in order; several of one instant stand side by side. */
export function changesAhead(life: Life, now: Instant): Change[] {
  const standings = timeline(life);
  // Of a boundary that several windows share, the window moved most often is the one that comes true.
  const possible = [...certain(life), ...boundaries(life, standings).reverse()].filter(({ at }) => at > now);
  return distinct(possible)
    .filter((change) => differs(life, standings, change))
    .sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function distinct(changes: readonly Change[]): Change[] {
  const seen = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.at} ${change.kind} ${change.act ?? ''}`;
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

const ORDER: readonly ChangeKind[] = [
  'publication',
  'act',
  'resumption',
  'opening',
  'day',
  'close',
  'result',
  'decay',
  'title-ends',
];

/** What becomes public on its day, whatever else happens. */
function certain(life: Life): Change[] {
  const { notice } = life.folder;
  if (!notice) return [];
  const results = resultsOf(life.folder);
  return [
    { at: publishedAt(notice.data), kind: 'publication' },
    ...actsInOrder(life).map(({ id, data }): Change => ({ at: actInstant(data), kind: 'act', act: id })),
    ...results.map(({ data }): Change => ({ at: publishedAt(data), kind: 'result' })),
    ...results.flatMap(({ data: { titleUntil } }): Change[] =>
      titleUntil === undefined ? [] : [{ at: chinaInstant(titleUntil, '24:00'), kind: 'title-ends' }],
    ),
  ];
}

/** What would change if no act came in between: of every window there ever is, its bounds and its days, and what fades with them. */
function boundaries(life: Life, standings: Timeline): Change[] {
  const { decay } = life.folder.round.data;
  const grace = decay.after === 'never' ? 0 : decay.days * 86_400_000;
  const fading = actsInOrder(life)
    .filter(({ data }) => kindOf(data).fades)
    .map(({ data }): Change => ({ at: actInstant(data), kind: 'decay' }));
  const after = resultsOf(life.folder).flatMap(({ data }) => [publishedAt(data), publishedAt(data) + grace]);
  return [
    ...standings.flatMap(({ standing: { course } }): Change[] => {
      if (!course) return [];
      const { stretch, opens, pauses } = course;
      const window = { publicity: course.publicity, moves: course.moves };
      const read = daysOf(course, life.calendar);
      // Of a window that nobody can compute no day is claimed; it may still be suspended until some day.
      const days = read.ok ? read.days : [];
      return [
        { at: opens, kind: 'opening', window },
        ...days.map(({ date }): Change => ({ at: chinaInstant(date, '00:00'), kind: 'day' })),
        ...pauses.flatMap(({ until }) =>
          until === undefined ? [] : [{ at: until, kind: 'resumption', window } as const],
        ),
        { at: stretch.closes, kind: 'close', window },
        { at: stretch.closes + grace, kind: 'decay' },
      ];
    }),
    ...fading,
    ...after.map((at): Change => ({ at, kind: 'decay' })),
  ];
}

/** Whether the boundary still holds when its instant comes: an act may have moved it. */
function differs(life: Life, standings: Timeline, { at, kind }: Change): boolean {
  const [earlier, later] = [standingIn(standings, at - 1), standingIn(standings, at)];
  if (kind === 'decay') return faded(life, later, at) > faded(life, earlier, at - 1);
  const before = stateFrom(life, earlier, at - 1);
  const after = stateFrom(life, later, at);
  switch (kind) {
    case 'opening':
      return before.state === 'before' && after.state === 'open';
    case 'day':
      return before.state === 'open' && after.state === 'open' && JSON.stringify(before) !== JSON.stringify(after);
    case 'close':
      return before.state === 'open' && after.state === 'closed';
    case 'resumption':
      return before.state === 'suspended' && after.state !== 'suspended';
    default:
      return true;
  }
}

type Timeline = ReturnType<typeof timeline>;

function standingIn(standings: Timeline, at: Instant): Standing {
  return (standings.findLast(({ from }) => from <= at) ?? standings[0]).standing;
}

function faded(life: Life, standing: Standing, at: Instant): number {
  return visibleFrom(life, standing, at).filter(({ profile }) => profile !== 'whole').length;
}
