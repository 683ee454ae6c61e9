import assert from 'node:assert/strict';
import fc from 'fast-check';
import { effectiveWindow, noticeState } from '#core/lifecycle/notice-state.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import { personState } from '#core/lifecycle/person-state.ts';
import { takenActs } from '#core/lifecycle/standing.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import type { Dossier } from '#core/records/content.ts';
import { there } from '#tests/there.ts';
import { addDays, closeOf, startOf, stateIn, tell } from './life-model.ts';
import {
  actsAbout,
  actsOf,
  type Draft,
  draft,
  ids,
  replacedAt,
  roundOf,
  storiesOf,
  type Told,
} from './life-sequence-story.ts';

/**
 * Random sequences of notices: every notice has the state and the window that a second telling gives it, an act about one moves no other
 * window, no act is lost, everybody has one state whichever notice is asked, whoever is left out is not withdrawn, and nobody outside
 * every list is honoured.
 */
export function sequenceCampaign(
  count: number,
  seed: number,
): { sequences: number; instants: number; failure: string | undefined } {
  const report = { sequences: 0, instants: 0, failure: undefined as string | undefined };
  const outcome = fc.check(
    fc.property(draft, (one) => {
      report.instants += holds(one);
      report.sequences += 1;
    }),
    { numRuns: count, seed },
  );
  if (outcome.failed) report.failure = fc.defaultReportMessage(outcome);
  return report;
}

function holds(one: Draft): number {
  const notices = storiesOf(one);
  const acts = actsOf(one, notices);
  const round = roundOf(one, notices, acts);
  const lives = noticeLives(round);
  assert.equal(lives.length, notices.length);
  const told = new Set(lives.flatMap(({ folder }) => folder.acts.map(({ id }) => id)));
  assert.equal(told.size, acts.length, 'no act is lost');

  const promised = new Map<string, string>();
  const bounds = [...notices.map(({ story }) => story.published), ...acts.map(({ at }) => at)];
  const announced = notices[0]?.story.announced;
  const instants = [...bounds, ...(announced === undefined ? [] : [announced]), ...closes(notices)]
    .flatMap((at) => [at - 60_000, at, at + 43_200_000])
    .sort((a, b) => a - b);
  for (const now of instants) {
    for (const [index, notice] of notices.entries()) {
      const life = there(lives[index]);
      const replaced = replacedAt(notice, notices);
      // Nothing is done to a notice any more once another took its place.
      const own = actsAbout(notice, notices, acts, now).filter((act) => act.at < replaced);
      const state = tell(notice.story, own, now).told;
      const word = stateIn(notice.story, state, now);
      const expected = word !== 'withdrawn' && replaced <= now ? 'replaced' : (word.split(' ')[0] ?? '');
      assert.equal(noticeState(life, now).state, expected, `${notice.id} ${new Date(now).toISOString()}`);
      const window = effectiveWindow(life, now);
      const close = window.course === 'running' ? window.window.closesOn : undefined;
      assert.equal(close, closeOf(notice.story, state), `${notice.id} closes`);
      const before = promised.get(notice.id);
      if (close !== undefined && before !== undefined) assert.ok(close >= before, `${notice.id}: ${close} < ${before}`);
      if (close !== undefined) promised.set(notice.id, close);
    }
    for (const id of ids) onePersonOneState(id, notices, lives, now);
  }
  for (const [index, notice] of notices.entries()) {
    const mine = there(lives[index]);
    const own = actsAbout(notice, notices, acts, Infinity);
    const { taken } = tell(notice.story, own, Infinity);
    const real = takenActs(mine).map(({ remarks }) => !remarks.some((remark) => remark.void));
    const until = replacedAt(notice, notices);
    // Whatever is done to a notice after another took its place is refused.
    assert.deepEqual(
      real,
      taken.map((done, at) => done && there(own[at]).at < until),
      notice.id,
    );
  }
  return instants.length;
}

function onePersonOneState(id: string, notices: readonly Told[], lives: readonly Dossier[], now: number): void {
  const states = lives.map((life) => JSON.stringify(personState(id, life, now).state));
  const listing = notices.filter(({ story }) => story.published <= now && story.people.includes(id));
  if (listing.length > 0) assert.equal(new Set(states).size, 1, `${id}: ${states.join(' ')}`);
  const rows = lives.flatMap((life) => visiblePeople(life, now).filter((row) => row.id === id));
  assert.equal(rows.length, listing.length, `${id} stands on every list once`);
  const last = listing.at(-1);
  const next =
    last &&
    notices
      .slice(notices.indexOf(last) + 1)
      .find(({ kind, story }) => kind !== 'supplementary' && story.published <= now);
  for (const { state } of rows) {
    if (state.state === 'notAdvanced') assert.ok(next, `${id} is left out by a list`);
    if (state.state === 'candidate' || state.state === 'shortlisted') assert.equal(next, undefined);
    if (state.state === 'honouree') assert.ok(last?.story.conferred.includes(id), `${id} was conferred and shown`);
  }
}

function closes(notices: readonly Told[]): number[] {
  return notices.map(({ story }) => startOf(addDays(there(closeOf(story, tell(story, [], 0).told)), 1)));
}
