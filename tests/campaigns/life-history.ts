import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ACT_KINDS, actId, actSchema, reasonsFor } from '#core/acts/act.ts';
import { calendarYearSchema, createWorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { aDossier, aNotice, aProgramme, aResult, aRound, people } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { type Act, addDays, closeOf, dayOf, isWorkday, lastClose, namedBy, type Story, tell } from './life-model.ts';

/** One random thing somebody does, so long after the thing before. */
interface Move {
  kind: (typeof ACT_KINDS)[number];
  minutes: number;
  /** Days beside the right day, mostly none. */
  shift: number;
  who: number;
  many: boolean;
}

export interface History {
  story: Story;
  acts: Act[];
  life: Dossier;
}

const DAY = 1440;

const move: fc.Arbitrary<Move> = fc.record({
  // Most moves suspend or resume, put off or take up again, or nothing would ever be either for long.
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ACT_KINDS) },
    { weight: 4, arbitrary: fc.constantFrom('suspension', 'resumption', 'extension', 'revoke') },
    { weight: 1, arbitrary: fc.constantFrom('deferral', 'lift-deferral') },
  ),
  minutes: fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.constantFrom(0, 1, DAY, 7 * DAY, 12 * DAY)),
  shift: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: -3, max: 12 })),
  who: fc.integer({ min: 0, max: 5 }),
  many: fc.boolean(),
});

export const history: fc.Arbitrary<History> = fc
  .record({
    opening: fc.integer({ min: 0, max: 3100 }),
    eve: fc.integer({ min: 0, max: 3 }),
    hour: fc.constantFrom('00:00', '09:00'),
    length: fc.integer({ min: 1, max: 10 }),
    working: fc.boolean(),
    nextDay: fc.boolean(),
    closingTime: fc.constantFrom('24:00' as const, '17:00' as const),
    result: fc.option(fc.integer({ min: 0, max: 40 * DAY })),
    conferred: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
    // Most further documents name one or two.
    again: fc.option(
      fc.tuple(fc.integer({ min: 1, max: 20 * DAY }), fc.subarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 2 })),
    ),
    moves: fc.array(move, { maxLength: 11 }),
  })
  .map(historyOf);

interface Draft {
  opening: number;
  eve: number;
  hour: string;
  length: number;
  working: boolean;
  nextDay: boolean;
  closingTime: '24:00' | '17:00';
  result: number | null;
  conferred: number[];
  again: [number, number[]] | null;
  moves: Move[];
}

/** Three for three places, one of them a collective, and two reserves behind them. */
const five = people(5, (index) => ({
  tier: index < 3 ? 'craftsman' : 'reserve',
  ...(index === 2 && { subject: 'crew', trade: undefined }),
}));
const ids = five.map(({ id }) => id);
/** On no list. */
const OUTSIDER = 'nobody';

function historyOf(draft: Draft): History {
  const { length, working, nextDay, closingTime, hour, conferred, again, moves } = draft;
  const opensOn = addDays('2018-02-01', draft.opening);
  const published = Date.parse(`${addDays(opensOn, -draft.eve)}T${hour}:00+08:00`);
  const announced =
    draft.result === null ? undefined : Math.floor((published + draft.result * 60_000) / 60_000) * 60_000;
  const story: Story = {
    published,
    opensOn,
    length,
    working,
    nextDay,
    closingTime,
    announced,
    conferred: conferred.map((index) => ids[index] ?? OUTSIDER),
    again:
      announced === undefined || again === null
        ? undefined
        : {
            at: announced + again[0] * 60_000,
            conferred: again[1].flatMap((index) => (conferred.includes(index) ? [] : (ids[index] ?? []))),
          },
    people: ids,
    reserves: ids.slice(3),
  };
  if (story.again?.conferred.length === 0) story.again = undefined;
  const acts: Act[] = [];
  let at = published - DAY * 60_000;
  for (const one of moves) {
    // Acts of one minute stand in the order of their names; here each has a minute of its own.
    at += Math.max(1, one.minutes) * 60_000;
    acts.push(actOf(one, story, acts, at));
  }
  return { story, acts, life: lifeOf(story, acts) };
}

/** The dates an act states are right, or a little beside it; a stated day is always a day that can count. */
function actOf({ kind, shift, who, many }: Move, story: Story, before: readonly Act[], at: number): Act {
  const { told } = tell(story, before, at);
  const counting = (day: string): string => {
    let date = day;
    while (story.working && !isWorkday(date)) date = addDays(date, 1);
    return date;
  };
  const person = [...story.people, OUTSIDER][who] ?? '';
  switch (kind) {
    case 'extension':
      return { kind, at, day: counting(addDays(closeOf(story, told) ?? dayOf(at), 1 + shift)) };
    case 'resumption':
      return { kind, at, day: counting(addDays(dayOf(at), 1 + shift)) };
    case 're-publicity': {
      const day = counting(addDays(dayOf(at), 1 + shift));
      return { kind, at, day, closes: there(closeOf(story, { ...told, opens: day, need: story.length, gaps: [] })) };
    }
    case 'withdraw-candidate':
      return { kind, at, people: [person] };
    case 'lift-deferral': {
      const waiting = [...told.deferred].filter(([, lifted]) => !lifted).map(([one]) => one);
      return { kind, at, people: who < 5 && waiting.length > 0 ? waiting : [person] };
    }
    case 'deferral':
      return { kind, at, people: many ? [...new Set([person, story.people[0] ?? ''])] : [person] };
    case 'revoke': {
      const named = namedBy(story, at);
      const one = who < 3 && named.length > 0 ? (named[who % named.length] ?? person) : person;
      return { kind, at, people: who === 3 ? [] : many ? [...new Set([one, story.people[0] ?? ''])] : [one] };
    }
    default:
      return { kind, at };
  }
}

function lifeOf(story: Story, acts: readonly Act[]): Dossier {
  const { length, working, nextDay, closingTime, opensOn, announced, again } = story;
  const unit = working ? 'working' : 'calendar';
  const countsFrom = nextDay ? 'next-day' : 'opening-day';
  const first = there(closeOf(story, tell(story, [], 0).told));
  const time = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);
  const result = aResult(five, {
    conferred: [{ tier: 'craftsman', people: [...story.conferred] }],
    published: dayOf(announced ?? 0),
    publishedTime: time(announced ?? 0),
  });
  const records: Entry<ReturnType<typeof actSchema.parse>>[] = [];
  acts.forEach((act, index) => {
    const { told } = tell(story, acts.slice(0, index), act.at);
    const taken = records.map(({ id }) => id);
    const data = actSchema.parse({
      kind: act.kind,
      date: dayOf(act.at),
      publishedTime: time(act.at),
      reasonCode: reasonsFor(act.kind as (typeof ACT_KINDS)[number])[0],
      reason: '据实办理。',
      ...fieldsOf(story, told, act, first),
    });
    const id = actId(data, taken);
    records.push({ id, file: `acts/${id}.md`, data, lines: {}, sections: [] });
  });
  const dossier = aDossier({
    programme: aProgramme({
      publicity: { stated: true, length, unit, countsFrom, clause: '三' },
      tiers: [
        { key: 'craftsman', name: '澄湖工匠', clause: '二' },
        { key: 'reserve', name: '后备人选', title: false, reserveFor: 'craftsman', clause: '二' },
      ],
    }),
    round: aRound({ publicity: { opensOn, closesOn: first, ...(closingTime !== '24:00' && { closingTime }) } }),
    notice: aNotice({ published: dayOf(story.published), publishedTime: time(story.published) }),
    people: five,
    result: announced === undefined ? undefined : result,
    acts: records,
    calendar,
  });
  const added = again && {
    ...aResult(five, {
      conferred: [{ tier: 'craftsman', people: [...again.conferred] }],
      conferredOn: dayOf(again.at),
      published: dayOf(again.at),
      publishedTime: time(again.at),
    }),
    id: '2',
    file: `${dossier.folder.round.file.replace(/round\.md$/, '')}result-2.md`,
  };
  return { ...dossier, folder: { ...dossier.folder, ...(added && { further: [added] }) } };
}

function fieldsOf(story: Story, told: ReturnType<typeof tell>['told'], act: Act, first: string): object {
  const oldClosesOn = closeOf(story, told) ?? lastClose(story, told) ?? first;
  const { day, closes, people: who = [] } = act;
  switch (act.kind) {
    case 'correction':
      return { of: 'notice', field: 'title', old: '甲', new: '乙' };
    case 'extension':
      return { oldClosesOn, newClosesOn: day };
    case 'suspension':
      return { oldClosesOn };
    case 'resumption': {
      const gaps = told.gaps.map((gap) => (gap.to === undefined ? { ...gap, to: day } : gap));
      return { oldClosesOn, resumesOn: day, newClosesOn: closeOf(story, { ...told, gaps }) ?? day };
    }
    case 're-publicity':
      return { title: '重新公示', opensOn: day, closesOn: closes };
    case 'withdraw-candidate':
      return { person: who[0] };
    case 'deferral':
    case 'lift-deferral':
      return { people: who };
    case 'revoke':
      return who.length === 0 ? { whole: true } : { people: who };
    default:
      return {};
  }
}

const calendar = createWorkCalendar(
  Array.from({ length: 9 }, (_, index) =>
    calendarYearSchema.parse(JSON.parse(readFileSync(`content/calendar/${2018 + index}.json`, 'utf8'))),
  ),
);
