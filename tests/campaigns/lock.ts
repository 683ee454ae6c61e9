import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { there } from '#tests/there.ts';
import {
  aRound,
  carriedOut,
  discard,
  filesOf,
  findingsOf,
  KILLED,
  makeLists,
  type Order,
  orders,
  PAIRS,
  type Said,
} from './lock-commands.ts';
import { aHand, dismissed, type Hand } from './lock-process.ts';
import { type Chance, chanceFrom } from './random.ts';

export interface LockReport {
  pairs: number;
  /** Of these, those in which one of the two was refused because the other was writing. */
  refused: number;
  /** Looks of a reader meanwhile. */
  readings: number;
  kills: number;
  /** Commands that were over before the signal came. */
  finished: number;
  /** Kills in the middle of putting files in place: completed, or taken back, by the next command. */
  completed: number;
  takenBack: number;
  /** Kills of the next command while it recovered. */
  recoveriesKilled: number;
}

/** A state of the folder: every byte, and what `check` says about it. */
interface State {
  files: string;
  findings: string;
}

/** What happens when the named orders are carried out one after another in one process: computed once for each series. */
class Series {
  readonly #known = new Map<string, Promise<{ said: Said[]; state: State }>>();
  readonly #orders: Record<string, Order>;

  constructor(all: Record<string, Order>) {
    this.#orders = all;
  }

  of(...names: string[]): Promise<{ said: Said[]; state: State }> {
    const key = names.join(' ');
    const known = this.#known.get(key) ?? this.#carriedOut(names);
    this.#known.set(key, known);
    return known;
  }

  async #carriedOut(names: string[]): Promise<{ said: Said[]; state: State }> {
    const content = await aRound();
    const said: Said[] = [];
    for (const name of names) said.push(await carriedOut(there(this.#orders[name]), content));
    const state = { files: await filesOf(content), findings: await findingsOf(content) };
    await discard(content);
    return { said, state };
  }
}

/**
 * Pairs of commands at once, in processes of their own and with a reader beside them: what they say and leave must be what they would one
 * after the other, in one of the two orders. Then commands killed at random instants: whatever runs next must find the state before or
 * after. Two kills of three come while files are laid ready or put in place.
 */
export async function lockCampaign(
  { pairs, kills }: { pairs: number; kills: number },
  seed: number,
  lanes = 2,
  onProgress: (report: LockReport) => void = () => undefined,
): Promise<LockReport> {
  const lists = await makeLists();
  const all = orders(lists);
  const series = new Series(all);
  const report: LockReport = {
    pairs: 0,
    refused: 0,
    readings: 0,
    kills: 0,
    finished: 0,
    completed: 0,
    takenBack: 0,
    recoveriesKilled: 0,
  };
  const lane = async (number: number): Promise<void> => {
    const chance = chanceFrom(seed + number);
    const hands: [Hand, Hand] = [await aHand(), await aHand()];
    try {
      while (report.pairs < pairs) {
        const [one, two] = there(PAIRS[report.pairs % PAIRS.length]);
        report.pairs += 1;
        await meet(hands, [one, two], all, series, chance, report);
        onProgress(report);
      }
    } finally {
      for (const hand of hands) await dismissed(hand);
    }
    while (report.kills < kills) {
      report.kills += 1;
      await cutShort(chance.pick(KILLED), all, series, chance, report);
      onProgress(report);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
    return report;
  } finally {
    await rm(lists, { recursive: true });
  }
}

async function meet(
  hands: [Hand, Hand],
  [one, two]: [string, string],
  all: Record<string, Order>,
  series: Series,
  chance: Chance,
  report: LockReport,
): Promise<void> {
  const content = await aRound();
  // Half of them wait for each other, half do not.
  const wait = chance.below(2) === 0 ? '120' : '0';
  const ordered = (name: string): Order => ({ ...there(all[name]), options: { ...there(all[name]).options, wait } });
  const lead = chance.below(60);
  const running = Promise.all([
    hands[0].carryOut(ordered(one), content),
    pause(lead).then(() => hands[1].carryOut(ordered(two), content)),
  ]);
  const seen: string[] = [];
  let over = false;
  const reader = (async () => {
    while (!over) {
      seen.push(await findingsOf(content));
      await pause(chance.below(10));
    }
  })();
  const [first, second] = await running;
  over = true;
  await reader;
  report.readings += seen.length;

  const busy = [first, second].map((said) => said?.code === 'content-busy');
  const ways = busy[0]
    ? [[two]]
    : busy[1]
      ? [[one]]
      : [
          [one, two],
          [two, one],
        ];
  if (busy.includes(true)) {
    report.refused += 1;
    assert.equal(wait, '0', 'refused although it would have waited');
    assert.ok(!busy.every(Boolean), 'both refused');
  }
  const said = busy[0] ? [second] : busy[1] ? [first] : [first, second];
  const files = await filesOf(content);
  const outcomes = await Promise.all(ways.map((way) => series.of(...way)));
  const matches = outcomes.some(({ said: expected, state }, index) => {
    // The second way is the other order, also where both are the same command.
    const inOrder = index === 0 ? expected : expected.toReversed();
    return state.files === files && JSON.stringify(inOrder) === JSON.stringify(said);
  });
  assert.ok(
    matches,
    `${one} and ${two} at once: neither order explains what they said and left\n${JSON.stringify(said)}\n${outcomes.map((outcome) => JSON.stringify(outcome.said)).join('\n')}`,
  );
  const truths = await Promise.all([
    series.of(),
    series.of(one),
    series.of(two),
    ...ways.map((way) => series.of(...way)),
  ]);
  for (const findings of seen) {
    assert.ok(
      truths.some(({ state }) => state.findings === findings),
      `${one} and ${two}: check said\n${findings}`,
    );
  }
  await discard(content);
}

async function cutShort(
  name: string,
  all: Record<string, Order>,
  series: Series,
  chance: Chance,
  report: LockReport,
): Promise<void> {
  const [before, after] = [await series.of(), await series.of(name)];
  const [content, hand] = [await aRound(), await aHand()];
  const change = join(content, '.jiangbang-change');
  const running = hand.carryOut(there(all[name]), content);
  // A third of them anywhere, a third while everything is laid ready, a third while it is put in its place.
  const kind = chance.below(3);
  if (kind === 0) await pause(chance.below(LONGEST));
  else {
    await appeared(kind === 1 ? change : join(change, 'journal.json'), running);
    await pause(chance.below(kind === 1 ? 40 : 4));
  }
  await dismissed(hand);
  const said = await running;
  if (said) {
    report.finished += 1;
    assert.deepEqual(said, after.said[0]);
  }
  const counted = existsSync(join(change, 'journal.json')) || existsSync(join(change, 'undo.json'));
  if (counted && chance.below(3) === 0) {
    const next = await aHand();
    const recovering = next.carryOut({ verb: 'check', options: {} }, content);
    await pause(chance.below(30));
    await dismissed(next);
    await recovering;
    report.recoveriesKilled += 1;
  }
  const findings = await findingsOf(content);
  const files = await filesOf(content);
  const state = [after, before].find(({ state: one }) => one.files === files);
  assert.ok(state, `${name} killed: the next command left neither the state before nor after\n${files}`);
  assert.equal(findings, state.state.findings);
  if (said) assert.equal(state, after, `${name} said it was done, and it was not`);
  if (counted) report[state === after ? 'completed' : 'takenBack'] += 1;
  await discard(content);
}

/** Most commands are over by then. In milliseconds. */
const LONGEST = 400;

/** Looked for without a pause: a journal stands there for some milliseconds. */
async function appeared(path: string, running: Promise<unknown>): Promise<void> {
  for (let over = false; !over; over = await Promise.race([running.then(() => true), pause(0, false)])) {
    for (const until = Date.now() + 10; Date.now() < until;) if (existsSync(path)) return;
  }
}
