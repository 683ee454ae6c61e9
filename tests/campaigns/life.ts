import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesAhead } from '#core/lifecycle/changes-ahead.ts';
import { actsInOrder, publicActs } from '#core/lifecycle/life.ts';
import { effectiveWindow, noticeState } from '#core/lifecycle/notice-state.ts';
import { personState } from '#core/lifecycle/person-state.ts';
import { takenActs } from '#core/lifecycle/standing.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import type { Dossier } from '#core/records/content.ts';
import { resultNames } from '#core/rules/result-names.ts';
import { resultReconciled } from '#core/rules/result-reconciled.ts';
import { there } from '#tests/there.ts';
import { type History, history } from './life-history.ts';
import { type Act, addDays, closeOf, dayOf, endOf, faultsOf, personIn, startOf, stateIn, tell } from './life-model.ts';

export interface LifeReport {
  histories: number;
  acts: number;
  /** Acts that took effect, by kind. */
  taken: Record<string, number>;
  instants: number;
  /** The smallest history found in which something does not hold. */
  failure: string | undefined;
}

/**
 * Random histories of a notice: never two states at once, never an act lost, never a window shortened without an act, and never fewer
 * days than promised. Every state is compared with a second telling of the same history.
 */
export function lifeCampaign(
  count: number,
  seed: number,
  onHistory: (done: number) => void = () => undefined,
): LifeReport {
  const report: LifeReport = { histories: 0, acts: 0, taken: {}, instants: 0, failure: undefined };
  const outcome = fc.check(
    fc.property(history, (one) => {
      holds(one, report);
      report.histories += 1;
      onHistory(report.histories);
    }),
    { numRuns: count, seed },
  );
  if (outcome.failed) report.failure = fc.defaultReportMessage(outcome);
  return report;
}

function holds(one: History, report: LifeReport): void {
  const { story, acts, life } = one;
  const ordered = actsInOrder(life);
  // Acts of one minute stand in the order of their names, in the second telling as in the first.
  const inOrder = ordered.map(({ id }) => there(acts[life.folder.acts.findIndex((act) => act.id === id)]));

  const expected = tell(story, inOrder, Infinity).taken;
  const taken = takenActs(life).map(({ remarks }) => !remarks.some((remark) => remark.void));
  assert.deepEqual(taken, expected, 'which acts take effect');
  inOrder.forEach(({ kind }, index) => {
    if (expected[index]) report.taken[kind] = (report.taken[kind] ?? 0) + 1;
  });
  report.acts += acts.length;

  let before: string | undefined;
  for (const now of instants(one)) {
    report.instants += 1;
    const { told } = tell(story, inOrder, now);
    assert.equal(toldState(life, now), stateIn(story, told, now), new Date(now).toISOString());
    assert.equal(publicActs(life, now).length, inOrder.filter(({ at }) => at <= now).length);
    onePersonOneState(life, now);
    for (const { id } of life.folder.people) {
      assert.equal(
        personState(id, life, now).state,
        personIn(story, told, id, now),
        `${id} ${new Date(now).toISOString()}`,
      );
    }
    neverHonouredAmiss(one, told, now);

    const window = effectiveWindow(life, now);
    const closes = window.course === 'running' ? window.window.closesOn : undefined;
    assert.equal(closes, closeOf(story, told));
    // A window stopped and opened again is never shorter either: the second telling promises the close it had.
    if (closes !== undefined && before !== undefined) assert.ok(closes >= before, `${closes} < ${before}`);
    before = closes ?? before;
  }
  wholePromise(one);
  refused(one, inOrder);
  assert.deepEqual(
    changesAhead(life, -Infinity)
      .filter(({ kind }) => kind === 'act')
      .map(({ act }) => act),
    ordered.map(({ id }) => id),
    'no act is lost',
  );
}

function toldState(life: Dossier, now: number): string {
  const state = noticeState(life, now);
  switch (state.state) {
    case 'open':
      return `open ${state.publicity} ${state.ordinal}/${state.of}${state.today ? ' today' : ''}`;
    case 'suspended':
      return `suspended ${state.counted}/${state.of}`;
    case 'announced':
      return `announced ${state.revoked}`;
    default:
      return state.state;
  }
}

const TOGETHER: Record<string, readonly string[]> = {
  scheduled: ['shortlisted'],
  before: ['candidate', 'deferred', 'withdrawn'],
  open: ['candidate', 'deferred', 'withdrawn'],
  suspended: ['candidate', 'deferred', 'withdrawn'],
  closed: ['candidate', 'deferred', 'withdrawn'],
  announced: ['withdrawn', 'deferred', 'honouree', 'notConferred', 'revoked'],
  withdrawn: ['withdrawn'],
};

function onePersonOneState(life: Dossier, now: number): void {
  const { state } = noticeState(life, now);
  const rows = visiblePeople(life, now);
  assert.equal(rows.length, state === 'scheduled' ? 0 : life.folder.people.length);
  for (const row of rows) assert.ok(TOGETHER[state]?.includes(row.state.state), `${state} with ${row.state.state}`);
  const { id } = there(life.folder.people[0]);
  const person = personState(id, life, now);
  assert.ok(TOGETHER[state]?.includes(person.state), `${state} with ${person.state}`);
  if (rows[0]) assert.deepEqual(rows[0].state, person);
}

/** Whoever is put off is neither faded nor marked, and nobody is honoured whom no list had. */
function neverHonouredAmiss({ life }: History, told: ReturnType<typeof tell>['told'], now: number): void {
  for (const { id, state, profile } of visiblePeople(life, now)) {
    if (state.state === 'deferred') assert.equal(profile, 'whole', `${id} is put off and ${profile}`);
    if (state.state === 'honouree') assert.ok(life.folder.people.some((person) => person.id === id) && told.notice);
  }
}

const FAULTS = {
  outsider: 'result-not-listed',
  withdrawn: 'result-names-withdrawn',
  deferred: 'result-names-deferred',
  'no-vacancy': 'result-reserve-without-vacancy',
} as const;

/** Of every document that names an outsider, somebody struck out or put off, or a reserve without a vacancy, `check` says so; of others not. */
function refused({ story, life }: History, acts: readonly Act[]): void {
  const faults = faultsOf(story, acts);
  const found = new Set([...resultNames.check(life), ...resultReconciled.check(life)].map(({ code }) => code));
  // A notice withdrawn as a whole is told once, whatever else its result says.
  if (found.has('result-after-withdrawal')) return;
  for (const [fault, code] of Object.entries(FAULTS)) assert.equal(found.has(code), faults.has(fault), code);
}

/** A window that has closed was open on as many whole counted days as the rules promise. */
function wholePromise({ story, acts, life }: History): void {
  const end = Math.max(story.published, ...acts.map(({ at }) => at)) + 200 * 86_400_000;
  const without = { ...life, folder: { ...life.folder, result: undefined } };
  if (story.announced !== undefined || noticeState(without, end).state !== 'closed') return;
  const window = effectiveWindow(without, end);
  assert.ok(window.course === 'running');
  const { opensOn, closesOn } = window.window;
  let days = 0;
  for (let day: string = opensOn; day <= closesOn; day = addDays(day, 1)) {
    const evening = noticeState(without, Math.min(endOf(story, day), startOf(day) + 86_400_000) - 1000);
    if (evening.state === 'open' && evening.today && evening.publicity === window.publicity) days += 1;
  }
  assert.ok(days >= story.length, `${days} days of ${story.length}`);
}

/** The boundaries a second before, at, and a second after; and the middle of a few days. */
function instants({ story, acts, life }: History): number[] {
  const window = effectiveWindow(life, Infinity);
  const closes = window.course === 'running' ? [endOf(story, window.window.closesOn)] : [];
  const edges = [
    story.published,
    startOf(story.opensOn),
    ...closes,
    ...(story.announced === undefined ? [] : [story.announced]),
    ...(story.again ? [story.again.at] : []),
    ...acts.flatMap(({ at, day }) => [at, ...(day === undefined ? [] : [startOf(day)])]),
  ];
  const all = edges.flatMap((edge) => [edge - 1000, edge]);
  const noon = startOf(dayOf(story.published)) + 43_200_000;
  return [...new Set([...all, ...[1, 4, 9].map((days) => noon + days * 86_400_000)])].sort((a, b) => a - b);
}
